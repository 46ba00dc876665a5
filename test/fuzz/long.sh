#!/usr/bin/env bash
# test/fuzz/long.sh (make -C test/fuzz long): runs each target LONG times, one after the other, in runs
# of SLICE executions.  Each run adds a line to LOG: target, executions, seconds, edges covered,
# findings; if started again, it continues from there.  Prints a table at the end; a finding ends its
# target.
#
#   LONG=10000000   executions of each target     TARGETS="fuzz_query fuzz_url"   only these
#   SLICE=500000    executions of one run         LOG=build/fuzz/long.log         where to record
#   GUIDED=1000000  executions that are also guided by the operands of comparisons
#
# By default the first tenth is guided so, and the rest by the counters alone, which is three times as
# fast.  Inputs are short: nine in ten bugs show within a few hundred bytes, which take a thousandth of
# the time of a page.  "make run" is for long inputs, mutate.c for whole pages.
set -uo pipefail
cd "$(dirname "$0")"

BUILD=${BUILD:-../../build/fuzz}
LONG=${LONG:-10000000}
SLICE=${SLICE:-500000}
LOG=${LOG:-$BUILD/long.log}
GUIDED=${GUIDED:-$((LONG / 10))}

# Longest input, and seeds.  Stable code is fuzzed first, the slowest targets last.
declare -A LENGTH=([query]=256 [token]=256 [dictionary]=64 [fold]=128 [encoding]=512 [url]=256
	[entity]=128 [date]=256 [page]=1024 [article]=256)
declare -A SEEDS=([query]=lines [token]=lines [dictionary]=lines [fold]=lines [encoding]=pieces
	[url]=addresses [entity]=lines [date]=lines [page]=pieces [article]=pieces)
TARGETS=${TARGETS:-fuzz_query fuzz_token fuzz_dictionary fuzz_fold fuzz_encoding fuzz_url fuzz_entity fuzz_date fuzz_page fuzz_article}

# Allocation stacks take time, and are of no use until something is found.
export ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=16

sum() { # target, column
	awk -v target="$1" -v column="$2" '$1 == target { sum += $column } END { printf "%d\n", sum }' "$LOG"
}

run() { # target, executions
	local target=$1 name=${1#fuzz_} program=$BUILD/fast/$1 output=$BUILD/$1.out start=$SECONDS status
	[ "$(sum "$target" 2)" -lt "$GUIDED" ] && program=$BUILD/$1
	"$program" -runs="$2" -entropic=0 -reload=0 -timeout=30 -rss_limit_mb=2048 -print_final_stats=1 \
		-max_len="${LENGTH[$name]}" -dict=words.dict -artifact_prefix="$BUILD/crashes/$target-" \
		"$BUILD/corpus/$target" "$BUILD/seeds/${SEEDS[$name]}" > "$output" 2>&1
	status=$?
	awk -v target="$target" -v seconds=$((SECONDS - start)) -v findings=$((status != 0)) '
		/^stat::number_of_executed_units:/ { executions = $2 }
		match($0, /cov: [0-9]+/) { edges = substr($0, RSTART + 5, RLENGTH - 5) }
		END { printf "%s\t%d\t%d\t%d\t%d\n", target, executions, seconds, edges, findings }' "$output" >> "$LOG"
	[ "$status" -eq 0 ] || cp "$output" "$BUILD/crashes/$target-$(date +%s).log"
	return "$status"
}

table() {
	awk '{ executions[$1] += $2; seconds[$1] += $3; findings[$1] += $5; if ($4 > edges[$1]) edges[$1] = $4 }
		END { for (t in executions)
			printf "%-16s %12d executions %8d s %8d/s %6d edges %3d findings\n",
				t, executions[t], seconds[t], executions[t] / (seconds[t] + 1), edges[t], findings[t] }' "$LOG" | sort
}

mkdir -p "$BUILD/crashes" "$(dirname "$LOG")"
touch "$LOG"
[ -d "$BUILD/seeds" ] || ./seeds.sh "$BUILD/seeds"
for target in $TARGETS; do
	mkdir -p "$BUILD/corpus/$target"
	while left=$((LONG - $(sum "$target" 2))) && [ "$left" -gt 0 ]; do
		run "$target" $((left < SLICE ? left : SLICE)) || break
	done
done
table
[ "$(awk '{ sum += $5 } END { print sum + 0 }' "$LOG")" -eq 0 ]
