#!/usr/bin/env bash
# make test: runs every test on a temporary server. The last line is "N passed, N failed"; the exit
# status agrees. Suites: pg_regress (test/sql), the unit tests of the core (test/core), TAP
# (test/t). A suite that exits with an error without reporting a failure counts as one failure.
set -uo pipefail
cd "$(dirname "$0")/.."

if [ -z "${ARTICLE_SERVER_LOG:-}" ]; then
	tools/install-packages.sh || exit 1
	exec tools/with-server.sh "$0"
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/article-test.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# Counts the results in the output of a suite: TAP, or that of pg_regress before PostgreSQL 16.
count() {
	local name=$1 status=$2 ok not_ok
	ok=$(grep -cE '^(ok [0-9]|test .* \.\.\. +ok )' "$scratch/output")
	not_ok=$(grep -cE '^(not ok [0-9]|test .* \.\.\. +FAILED)' "$scratch/output")
	if [ "$status" -ne 0 ] && [ "$not_ok" -eq 0 ]; then
		echo "# $name exited with status $status"
		not_ok=1
	fi
	passed=$((passed + ok))
	failed=$((failed + not_ok))
}

suite() {
	local name=$1
	shift
	echo "== $name"
	"$@" > "$scratch/output" 2>&1
	local status=$?
	cat "$scratch/output"
	count "$name" "$status"
}

core_tests() {
	make -s core-tests && build/core-tests
}

suite "pg_regress" test/regress.sh
suite "core" core_tests
for file in test/t/*.pl; do
	suite "$file" perl -Itest/t/lib "$file"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
