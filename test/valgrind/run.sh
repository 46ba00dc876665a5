#!/usr/bin/env bash
# The SQL of the regression tests through a server under valgrind: no read of what is not ours, nothing uninitialised that
# decides anything, no leak, wherever article.so has a part in it.
#
#   tools/with-server.sh test/valgrind/run.sh [TEST …]        ten minutes for all; needs valgrind
#
# One stand-alone backend (postgres --single) runs all of it, on a cluster of its own.  What the SQL answers is
# not looked at: pg_regress does that.  The last line is the number of reports;
# the exit status tells whether there were any.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v valgrind > /dev/null || { echo "valgrind is not installed: apt-get install valgrind" >&2; exit 1; }
tests=("${@:-}")
[ -n "${tests[0]}" ] || mapfile -t tests < <(cd test/sql && ls ./*.sql | sed 's|^\./||; s|\.sql$||')
tests=("${tests[@]/#/test/sql/}")
here=$PWD
home=$(mktemp -d /tmp/article-valgrind.XXXXXX)
as_server=()
if [ "$(id -u)" -eq 0 ]; then
	as_server=(runuser -u "${SERVER_USER:-postgres}" --)
	chown "${SERVER_USER:-postgres}" "$home"
fi
trap 'rm -rf "$home"' EXIT
bindir=$("$PG_CONFIG" --bindir)

{
	echo 'CREATE EXTENSION article;'
	echo
	perl test/valgrind/statements.pl "${tests[@]/%/.sql}"
} > "$home/statements.sql"
cp test/valgrind/server.supp "$home/"
chmod -R a+rX "$home"

cd "$home"
"${as_server[@]}" "$bindir/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > initdb.log
# Where the extension is, as tools/with-server.sh has told the running server.
"${as_server[@]}" sh -c "grep -E '^(extension_|dynamic_library_path)' '$PGHOST/data/postgresql.conf' >> data/postgresql.conf"
"${as_server[@]}" valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
	--num-callers=30 --error-limit=no --suppressions=server.supp --log-file=report --gen-suppressions=all \
	"$bindir/postgres" --single -j -D data -c fsync=off -c jit=off -c autovacuum=off postgres \
	< statements.sql > answers 2> messages || { tail -n 20 messages report; exit 1; }
cp report answers messages "$here/build/"

# Reports are parted by empty lines; ours name the library.
reports=$(perl -00 -ne '$count++ if /article\.so|src\/(base|html|french|article|pg)\//; END { print $count + 0 }' <(sed -E 's/^==[0-9]+== ?//' report))
statements=$(grep -c '^backend> ' answers || true)
echo "$(grep -c 'ERROR:' messages || true) statements were refused, as tests want; build/report has what valgrind said"
echo "$reports reports of article in the SQL of ${#tests[@]} tests"
[ "$reports" -eq 0 ] && [ "$statements" -gt 0 ]
