"""How sure a choice is: the table of src/article/confidence.h, from choices on publishers not seen in training.

calibrate(choices): each choice is (scores of all candidates, is the best one right, how much the page counts). Returns the score of
choosing nothing and the share of right choices at each knot of log odds. Used by train_dates.py and train_title.py.
"""
import numpy as np

KNOTS = np.arange(-4, 9)
WIDTH = 1.5    # of the window around a knot, in log odds
PRIOR = 1.0    # pages that a window is thought to hold before any is seen …
PRIOR_AT = 0.3  # … and the share of them that is right
NOTHING = np.arange(-3.0, 5.1, 0.5)


def log_odds(scores, nothing):
    best = int(np.argmax(scores))
    others = np.append(np.delete(scores, best), nothing)
    return scores[best] - others.max() - np.log(np.exp(others - others.max()).sum())


def rising(values, weights):
    """The closest values that never fall: pool adjacent violators."""
    pools = []
    for value, weight in zip(values, weights):
        pools.append([value, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            b, a = pools.pop(), pools.pop()
            pools.append([(a[0] * a[1] + b[0] * b[1]) / (a[1] + b[1]), a[1] + b[1], a[2] + b[2]])
    return np.array([p[0] for p in pools for _ in range(p[2])])


def shares_at_knots(odds, right, times):
    near = np.clip(1 - abs(odds[None, :] - np.clip(KNOTS, odds.min(), odds.max())[:, None]) / WIDTH, 0, None) * times
    total = near.sum(1) + PRIOR
    return rising((near @ right + PRIOR * PRIOR_AT) / total, total)


def calibrate(choices):
    right = np.array([r for _, r, _ in choices], float)
    times = np.array([t for _, _, t in choices], float)
    best = None
    for nothing in NOTHING:
        odds = np.array([log_odds(np.asarray(s), nothing) for s, _, _ in choices])
        shares = shares_at_knots(odds, right, times)
        said = np.interp(odds, KNOTS, shares)
        loss = np.average((said - right) ** 2, weights=times)
        if best is None or loss < best[0]:
            best = (loss, nothing, shares, said)
    _, nothing, shares, said = best
    print('confidence: said, right, of how many')
    for low, high in ((0, .5), (.5, .7), (.7, .8), (.8, .9), (.9, .95), (.95, .98), (.98, 1.01)):
        part = (said >= low) & (said < high)
        if part.any():
            print(f'  {np.average(said[part], weights=times[part]):.3f} {np.average(right[part], weights=times[part]):.3f} {part.sum()}')
    return nothing, shares


def as_c(name, nothing, shares):
    values = ''.join(f'\t\t{share:.3f}f,\n' for share in shares)
    return f'const Confidence {name} = {{\n\t.nothing = {nothing:.1f}f,\n\t.shares = {{\n{values}\t}},\n}};\n'
