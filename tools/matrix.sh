#!/usr/bin/env bash
# tools/matrix.sh [--suites LIST] [--compilers LIST] [--sql] [--packages]: builds and tests the last commit in
# chroots of Debian releases, each with the PostgreSQL that it has, and prints a row of the table in
# doc/versions.md for each combination. Needs root and debootstrap. The chroots stay in
# build/matrix, so that a second run only updates their packages; remove them with
# "rm -rf --one-file-system build/matrix".
#
#   --suites LIST      releases, by default "bookworm trixie sid"
#   --compilers LIST   by default "gcc clang"
#   --sql              only the SQL tests and the unit tests, not those of test/t
#   --packages         also "make deb" there; the package is installed in another chroot, which holds
#                      nothing but the release, and "make installcheck" runs on a server of it
#   --mirror URL       where debootstrap gets the packages; the default is its own
set -euo pipefail
cd "$(dirname "$0")/.."

suites='bookworm trixie sid'
compilers='gcc clang'
tests=all
mirror=
packages=
while [ $# -gt 0 ]; do
	case $1 in
		--suites) suites=$2; shift ;;
		--compilers) compilers=$2; shift ;;
		--mirror) mirror=$2; shift ;;
		--sql) tests=sql ;;
		--packages) packages=yes ;;
		*) sed -n '2,14s/^# \{0,1\}//p' "$0"; exit 2 ;;
	esac
	shift
done
[ "$(id -u)" -eq 0 ] || { echo 'Chroots need root.' >&2; exit 1; }
mkdir -p build/matrix
mounted=()
trap 'for place in "${mounted[@]}"; do umount -l "$place" || true; done' EXIT

# Called as conditions, where -e does not apply: every step says what it depends on.
bootstrap() {
	local suite=$1 root=$2
	debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} > "build/matrix/$suite.log" 2>&1 || return 1
}

enter() {
	local root=$1
	if ! mountpoint -q "$root/proc"; then
		mount -t proc proc "$root/proc" || return 1
		mounted+=("$root/proc")
	fi
	printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d" # no service starts in the chroot
	chmod 755 "$root/usr/sbin/policy-rc.d"
}

# A mirror may lag by more than the ten days for which sid's index of packages is valid.
install() {
	local suite=$1 root=$2
	shift 2
	chroot "$root" sh -c 'export DEBIAN_FRONTEND=noninteractive
		apt-get update -qq -o Acquire::Check-Valid-Until=false && apt-get upgrade -qq -y &&
		apt-get install -qq -y --no-install-recommends "$@"' install "$@" >> "build/matrix/$suite.log" 2>&1
}

prepare() {
	local suite=$1 root=build/matrix/$1
	if [ ! -e "$root/ready" ]; then
		rm -rf --one-file-system "$root"
		bootstrap "$suite" "$root" || return 1
	fi
	enter "$root" || return 1
	install "$suite" "$root" gcc clang libc6-dev make pkg-config perl libxml2-dev libicu-dev zlib1g-dev \
		postgresql postgresql-server-dev-all || return 1
	touch "$root/ready"
}

# Builds and tests in the chroot; the last line of the log counts the tests.
run() {
	local suite=$1 compiler=$2 root=build/matrix/$1 warnings=-Werror
	rm -rf "$root/src"
	mkdir "$root/src"
	git archive HEAD | tar -x -C "$root/src"
	if [ "$tests" = sql ]; then
		find "$root/src/test/t" -name '*.pl' ! -name release.pl -delete
	fi
	# The server's own flags are gcc's, some of which clang does not know.
	[ "$compiler" != clang ] || warnings+=' -Wno-unknown-warning-option -Wno-ignored-optimization-argument'
	chroot "$root" env CC="$compiler" MAKEFLAGS="CC=$compiler" WERROR="$warnings" \
		sh -c 'cd /src && tools/test.sh' > "build/matrix/$suite-$compiler.log" 2>&1 || true
}

# Builds the package, and tries it where nothing else is installed. Says how installcheck ended.
try_package() {
	local suite=$1 root=build/matrix/$1 clean=build/matrix/$1-clean log=build/matrix/$1-package.log major counted
	install "$suite" "$root" build-essential debhelper fakeroot git lintian postgresql-all || return 1
	rm -rf "$root/package"
	git clone -q . "$root/package" || return 1
	chroot "$root" sh -c 'git config --global --add safe.directory "*"; cd /package && make deb' > "$log" 2>&1 || return 1
	rm -rf --one-file-system "$clean"
	bootstrap "$suite" "$clean" && enter "$clean" || return 1
	cp "$root"/package/build/deb/postgresql-*-article_*.deb "$clean/root/" || return 1
	install "$suite" "$clean" /root/postgresql-*-article_*.deb || return 1
	major=$(chroot "$clean" ls /usr/lib/postgresql) || return 1
	# What follows is for "make installcheck" alone.
	install "$suite" "$clean" make pkg-config "postgresql-server-dev-$major" || return 1
	mkdir "$clean/var/lib/postgresql/source"
	git archive HEAD | tar -x -C "$clean/var/lib/postgresql/source"
	chroot "$clean" sh -c "chown -R postgres /var/lib/postgresql/source
		pg_createcluster --locale C.UTF-8 -p 5999 $major check && pg_ctlcluster $major check start &&
		su postgres -c 'cd ~/source && make installcheck PGPORT=5999'
		pg_ctlcluster $major check stop" >> "$log" 2>&1 || return 1
	counted=$(grep -E 'tests passed|tests failed' "$log" | tail -n 1 | tr -d '#=') || return 1
	echo "| Debian $suite | $(basename "$clean"/root/*article_*.deb) | $(grep -cE '^[EW]: ' "$log") errors and warnings | ${counted# } |"
}

row() {
	local suite=$1 compiler=$2 root=build/matrix/$1 version counted
	counted=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "build/matrix/$suite-$compiler.log" | tail -n 1) || true
	version() { chroot "$root" sh -c "$1" 2> /dev/null; }
	echo "| Debian $suite | $(version 'pg_config --version | sed "s/PostgreSQL \([^ ]*\).*/\1/"') | $compiler $(version "$compiler -dumpversion") | $(version 'pkg-config --modversion icu-uc') | $(version 'pkg-config --modversion libxml-2.0') | $(version 'dpkg --print-architecture') | ${counted:-did not build} |"
}

echo '| system | PostgreSQL | compiler | ICU | libxml2 | processor | tests |'
echo '|---|---|---|---|---|---|---|'
for suite in $suites; do
	prepare "$suite" || { echo "| Debian $suite | | | | | | could not be prepared: build/matrix/$suite.log |"; continue; }
	for compiler in $compilers; do
		run "$suite" "$compiler"
		row "$suite" "$compiler"
	done
done

[ -n "$packages" ] || exit 0
echo
echo '| system | package | lintian | make installcheck, from the package alone |'
echo '|---|---|---|---|'
for suite in $suites; do
	try_package "$suite" || echo "| Debian $suite | | | did not end: build/matrix/$suite-package.log |"
done
