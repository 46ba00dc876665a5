"""Instructions by function, as counted by valgrind's callgrind, including those of the callees."""
import collections
import re
import subprocess


class Profile:
    """calls[caller, callee]: instructions of all calls, including what the callee called."""

    def __init__(self, path):
        self.calls = collections.Counter()
        names = {}
        caller = callee = None
        inside_call = False
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                named = re.match(r'(c?fn)=\((\d+)\)(?: (.*))?', line)
                if named:
                    kind, number, name = named.groups()
                    if name:
                        names[number] = name.strip()
                    if kind == 'fn':
                        caller = names[number]
                    else:
                        callee = names[number]
                elif line.startswith('calls='):
                    inside_call = True
                elif inside_call:
                    self.calls[caller, callee] += int(line.split()[1])
                    inside_call = False

    def of(self, function):
        """Instructions of a function, including what it calls. Not for recursive functions."""
        return sum(cost for (_, callee), cost in self.calls.items() if callee == function)

    def callees(self, function):
        """The callees of a function, the most expensive first."""
        found = [(cost, callee) for (caller, callee), cost in self.calls.items() if caller == function]
        return [(callee, cost) for cost, callee in sorted(found, reverse=True)]


def run(command, out, **options):
    """Runs a command under callgrind and returns its profile."""
    subprocess.run([*options.pop('before', []), 'valgrind', '-q', '--tool=callgrind', f'--callgrind-out-file={out}',
                    *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return Profile(out)
