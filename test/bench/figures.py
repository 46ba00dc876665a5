"""The kept figures, figures.tsv: the last measurements of each program of the bench, one row each."""
import csv
import os

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'figures.tsv')


def read_table(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as table:
        return list(csv.DictReader(table, delimiter='\t'))


def kept():
    """The figures by (sets, measure)."""
    return {(row['sets'], row['measure']): row['figure'] for row in read_table(PATH)}


def keep(figures):
    """Replaces the rows of these (sets, measure, figure) and keeps the others."""
    rows = kept()
    rows.update({(sets, measure): figure for sets, measure, figure in figures})
    with open(PATH, 'w', encoding='utf-8') as out:
        out.write('sets\tmeasure\tfigure\n')
        out.writelines(f'{sets}\t{measure}\t{figure}\n' for (sets, measure), figure in rows.items())
