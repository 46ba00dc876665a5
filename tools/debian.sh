#!/usr/bin/env bash
# make deb: Debian packages of the last commit for every installed major version, in build/deb. The
# SQL tests run on what was built, and lintian reads it where it is installed. Needs
# build-essential, debhelper, postgresql-all and postgresql-server-dev-all.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" article.control)
tools/dist.sh > /dev/null
rm -rf build/deb
mkdir -p build/deb
cp "build/article_$version.orig.tar.gz" build/deb/
tar -xf "build/article_$version.orig.tar.gz" -C build/deb
git archive HEAD debian | tar -x -C "build/deb/article-$version"
cd "build/deb/article-$version"
pg_buildext updatecontrol
dpkg-buildpackage --no-sign "$@"
cd ..
rm -rf "article-$version"
if command -v lintian > /dev/null; then
	lintian --allow-root --fail-on error,warning ./*.changes
fi
ls ./*.deb
