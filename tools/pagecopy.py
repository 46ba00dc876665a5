"""Pages into a table: what tools/warc2copy and tools/files2copy share.

In: pages, each an address, a time, a content type and bytes. Out: rows in the text format of COPY, on
the standard output, or into a table through psql, in batches. A batch and the number of the last
record in it are committed together, in a table of their own, so that a load that was stopped goes on
after the last batch and no page is loaded twice.
"""
import collections
import os
import subprocess
import sys
import time

Page = collections.namedtuple("Page", "url fetched_at content_type body")

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": ""})


def field(value):
    """A value of COPY's text format: bytes as bytea, text escaped, None as NULL."""
    if value is None:
        return b"\\N"
    if isinstance(value, bytes):
        return b"\\\\x" + value.hex().encode()
    return value.translate(ESCAPES).encode("utf-8", "replace")


def identifier(name):
    return '"' + name.replace('"', '""') + '"'


def literal(text):
    return "'" + text.replace("'", "''") + "'"


class Stdout:
    """Rows on the standard output, for \\copy … FROM PROGRAM."""

    def __init__(self, options):
        self.columns = options.columns
        self.out = sys.stdout.buffer

    def done(self, source):
        return 0

    def again(self, source):
        return ""

    def add(self, source, record, page):
        self.out.write(row(page, self.columns))

    def flush(self, source, record):
        self.out.flush()


def row(page, columns):
    return b"\t".join(field(value) for value, name in zip(page, columns) if name != "-") + b"\n"


class Table:
    """Rows in a table, a transaction a batch, each with the position that it has reached."""

    def __init__(self, options):
        self.table = options.table
        self.columns = options.columns
        self.progress = options.progress_table
        self.batch = options.batch
        self.rows = []
        self.run(f"""CREATE TABLE IF NOT EXISTS {self.progress} (
            target text, source text, records bigint NOT NULL, pages bigint NOT NULL, updated_at timestamptz NOT NULL,
            PRIMARY KEY (target, source));""")

    def run(self, *script):
        """Runs statements and data in one psql; raises if one fails."""
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        settings = os.environ.get("PGOPTIONS", "") + " -c client_min_messages=warning"
        environment = dict(os.environ, PGCLIENTENCODING="UTF8", PGOPTIONS=settings)
        data = b"".join(part if isinstance(part, bytes) else part.encode() for part in script)
        run = subprocess.run(command, input=data, stdout=subprocess.PIPE, env=environment)
        if run.returncode != 0:
            sys.exit(f"{os.path.basename(sys.argv[0])}: psql failed; what it had committed stays, "
                     "and the same command goes on from there")
        return run.stdout.decode()

    def done(self, source):
        found = self.run(f"SELECT records FROM {self.progress} WHERE (target, source) = ({literal(self.table)}, {literal(source)});")
        return int(found) if found.strip() else 0

    def again(self, source):
        """The statement after which a source is loaded from its beginning."""
        return f"DELETE FROM {self.progress} WHERE (target, source) = ({literal(self.table)}, {literal(source)});"

    def add(self, source, record, page):
        self.rows.append(row(page, self.columns))
        if len(self.rows) >= self.batch:
            self.flush(source, record)

    def flush(self, source, record):
        names = ", ".join(identifier(name) for name in self.columns if name != "-")
        self.run(
            "BEGIN;\n",
            f"COPY {self.table} ({names}) FROM STDIN;\n" if self.rows else "", *self.rows, "\\.\n" if self.rows else "",
            f"""INSERT INTO {self.progress} AS p VALUES ({literal(self.table)}, {literal(source)}, {record}, {len(self.rows)}, now())
                ON CONFLICT (target, source) DO UPDATE
                SET records = excluded.records, pages = p.pages + excluded.pages, updated_at = now();
                COMMIT;\n""")
        self.rows = []


class Counts:
    """What was read, and how far: a line a second on a terminal, a summary at the end."""

    def __init__(self, total, quiet):
        self.total = total
        self.quiet = quiet
        self.pages = 0
        self.records = 0
        self.reasons = collections.Counter()
        self.started = time.monotonic()
        self.shown = self.started

    def left_out(self, reason):
        self.reasons[reason] += 1

    def show(self, position):
        now = time.monotonic()
        if self.quiet or now - self.shown < 1 or not sys.stderr.isatty():
            return
        self.shown = now
        rate = self.pages / (now - self.started)
        share = f"{100 * position / self.total:5.1f} %" if self.total else f"{position / 1e6:.0f} MB"
        sys.stderr.write(f"\r{share}  {self.pages} pages, {rate:.0f} a second ")
        sys.stderr.flush()

    def summary(self, name, done, again):
        """Prints what was loaded and what not, and why; "done" records were loaded before."""
        if not self.quiet and sys.stderr.isatty():
            sys.stderr.write("\r")
        sys.stderr.write(f"{name}: {self.records} records, {self.pages} pages\n")
        if done:
            sys.stderr.write(f"  {done} records were read by an earlier run. To read them again: {again}\n")
        for reason, count in sorted(self.reasons.items()):
            sys.stderr.write(f"  left out: {count:6d}  {reason}\n")


def add_options(parser):
    parser.add_argument("--table", help="load into this table with psql, in batches (default: write COPY rows to the standard output)")
    parser.add_argument("--columns", default="url,fetched_at,content_type,html", type=lambda text: text.split(","),
                        help="names of the columns for address, time, content type and bytes; - leaves one out, "
                             "as in --columns=-,-,-,html (default: %(default)s)")
    parser.add_argument("--batch", type=int, default=1000, help="pages in a transaction, with --table (default: %(default)s)")
    parser.add_argument("--progress-table", default="page_load", help="where --table keeps how far it has come (default: %(default)s)")
    parser.add_argument("--pages", type=int, help="stop after this many pages of each source")
    parser.add_argument("--max-size", type=int, default=64, metavar="MB", help="leave larger pages out (default: %(default)s, as article.max_html_size)")
    parser.add_argument("--quiet", action="store_true", help="no progress, only the summary")


def check(options, parser):
    if len(options.columns) != 4:
        parser.error("--columns takes four names: address, time, content type, bytes")
    if options.columns[3] == "-":
        parser.error("--columns: the bytes cannot be left out")
    if options.batch < 1:
        parser.error("--batch must be positive")
    options.max_size = options.max_size * 1024 * 1024


def load(options, name, records, counts, sink):
    """
    Sends the pages of `records`, an iterator of (page or None, position), to the sink, after the
    records that an earlier run has committed. "name" is that of the file or folder, or "-".
    """
    source = os.path.abspath(name) if name != "-" else "-"
    done = sink.done(source)
    for number, (page, position) in enumerate(records, 1):
        if number <= done:
            if number == done:
                counts.reasons.clear()  # those of the earlier run
            continue
        counts.records += 1
        counts.show(position)
        if page is None:
            continue
        counts.pages += 1
        sink.add(source, number, page)
        if options.pages is not None and counts.pages >= options.pages:
            break
    sink.flush(source, done + counts.records)
    counts.summary(name, done, sink.again(source))
