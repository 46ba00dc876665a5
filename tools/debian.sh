#!/usr/bin/env bash
# make deb: Debian packages of the last commit for every installed major version, in build/deb. The
# SQL tests run on what was built, and lintian reads it where it is installed. Needs
# git, build-essential, debhelper, postgresql-all and postgresql-server-dev-all.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" article.control)
tools/dist.sh > /dev/null
rm -rf build/deb
mkdir -p build/deb
finished=$PWD/build/deb
place=$finished
# The server of the tests runs as postgres if root builds, and reads the package where it is built.
if [ "$(id -u)" -eq 0 ] && ! runuser -u postgres -- test -x "$PWD"; then
	place=$(mktemp -d /tmp/article.XXXXXX)
	chmod 755 "$place"
	trap 'rm -rf "$place"' EXIT
fi
cp "build/article_$version.orig.tar.gz" "$place/"
tar -xf "build/article_$version.orig.tar.gz" -C "$place"
git archive HEAD debian | tar -x -C "$place/article-$version"
cd "$place/article-$version"
pg_buildext updatecontrol
dpkg-buildpackage --no-sign "$@"
cd ..
rm -rf "article-$version"
if command -v lintian > /dev/null; then
	lintian --allow-root --fail-on error,warning ./*.changes
fi
[ "$place" = "$finished" ] || cp ./* "$finished"
cd "$finished"
ls ./*.deb
