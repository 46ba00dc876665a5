#!/usr/bin/env bash
# make test: runs every test on a temporary server. The last line is "N passed, N failed, N skipped";
# the exit status agrees. Suites: pg_regress (test/sql), the unit tests of the core (test/core), TAP
# (test/t). A suite that exits with an error without reporting a failure counts as one failure; a
# TAP file that is skipped as a whole, for want of a program, counts as one skipped.
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
skipped=0

# Counts the results in the output of a suite: TAP, or that of pg_regress before PostgreSQL 16.
count() {
	local name=$1 status=$2 ok not_ok left_out
	left_out=$(grep -ciE '^(ok [0-9]+|1\.\.0) # skip' "$scratch/output")
	ok=$(grep -E '^(ok [0-9]|test .* \.\.\. +ok )' "$scratch/output" | grep -civE '^ok [0-9]+ # skip')
	not_ok=$(grep -cE '^(not ok [0-9]|test .* \.\.\. +FAILED)' "$scratch/output")
	if [ "$status" -ne 0 ] && [ "$not_ok" -eq 0 ]; then
		echo "# $name exited with status $status"
		not_ok=1
	fi
	passed=$((passed + ok))
	failed=$((failed + not_ok))
	skipped=$((skipped + left_out))
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

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
