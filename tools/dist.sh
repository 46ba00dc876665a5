#!/usr/bin/env bash
# make dist: the release as PGXN and Debian take it, of the last commit, in build/:
# article-VERSION.zip, and article_VERSION.orig.tar.gz without debian/, both with one folder
# article-VERSION.
# The same commit gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" article.control)
[ -z "$(git status --porcelain --untracked-files=no)" ] ||
	echo 'Not in the release: changes that are not committed.' >&2
mkdir -p build
git archive --format=zip --prefix="article-$version/" -o "build/article-$version.zip" HEAD
git archive --format=tar --prefix="article-$version/" HEAD -- . ':!debian' | gzip -9n > "build/article_$version.orig.tar.gz"
ls -l "build/article-$version.zip" "build/article_$version.orig.tar.gz"
