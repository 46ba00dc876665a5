#!/usr/bin/env python3
"""readability-lxml as its users run it: rows from the server, an article from each, rows back.

Prints the seconds from the first row fetched to the last one written.  Needs Debian's python3-readability and
python3-psycopg2.
"""
import logging
import time

import psycopg2
import psycopg2.extras
import readability

BATCH = 20


def extract(row):
    number, html = row
    try:
        document = readability.Document(html)
        return number, document.short_title(), document.summary()
    except Exception:  # pages make it raise exceptions of any kind
        return number, None, None


def main():
    logging.disable(logging.CRITICAL)
    connection = psycopg2.connect('')
    with connection.cursor() as cursor:
        cursor.execute('SELECT id FROM page ORDER BY id')
        ids = [row[0] for row in cursor]
        start = time.monotonic()
        for at in range(0, len(ids), BATCH):
            cursor.execute('SELECT id, html FROM page WHERE id = ANY(%s)', (ids[at:at + BATCH],))
            found = [extract(row) for row in cursor.fetchall()]
            psycopg2.extras.execute_values(cursor, 'INSERT INTO extracted VALUES %s', found)
            connection.commit()
        print(time.monotonic() - start)


if __name__ == '__main__':
    main()
