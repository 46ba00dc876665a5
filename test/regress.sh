#!/usr/bin/env bash
# test/regress.sh [TEST …]: SQL tests (test/sql against expected/) on the server of tools/with-server.sh; all
# unless some are named.  Results are in build/regress.
set -uo pipefail
cd "$(dirname "$0")/.."

tests=("$@")
if [ $# -eq 0 ]; then
	for file in test/sql/*.sql; do
		tests+=("$(basename "$file" .sql)")
	done
fi
scratch=build/regress
mkdir -p "$scratch"
rm -rf "$scratch/expected"
cp -r expected "$scratch/" # PostgreSQL 15 looks for it in the output folder
pgxs=$("${PG_CONFIG:-pg_config}" --pgxs)
"${pgxs%/makefiles/pgxs.mk}/test/regress/pg_regress" --inputdir=test --outputdir="$scratch" \
	--bindir="$("${PG_CONFIG:-pg_config}" --bindir)" --host="$PGHOST" --port="$PGPORT" --user="$PGUSER" \
	--dbname=contrib_regression --load-extension=article "${tests[@]}"
status=$?
[ "$status" -eq 0 ] || cat "$scratch/regression.diffs"
exit "$status"
