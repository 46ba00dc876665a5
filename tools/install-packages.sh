#!/usr/bin/env bash
# Installs the missing packages for building and testing: on Debian and Ubuntu with apt-get (and
# sudo if not root); elsewhere it prints the list and stops. libxml2 is needed only by the tests and
# the bench, which compare with it.
set -euo pipefail

missing() {
	local tool
	for tool in gcc make pkg-config xml2-config perl prove "${PG_CONFIG:-pg_config}"; do
		command -v "$tool" > /dev/null || { echo "$tool"; return; }
	done
	pkg-config --exists libxml-2.0 icu-uc icu-i18n zlib || { echo "libxml2, ICU and zlib headers"; return; }
	# Debian ships the PGXS makefile already with the client, so check for the headers themselves.
	[ -f "$("${PG_CONFIG:-pg_config}" --includedir-server)/postgres.h" ] &&
		[ -f "$("${PG_CONFIG:-pg_config}" --pgxs)" ] || { echo "PostgreSQL server headers"; return; }
	[ -x "$("${PG_CONFIG:-pg_config}" --bindir)/initdb" ] || { echo "PostgreSQL server"; return; }
}

what=$(missing)
[ -n "$what" ] || exit 0

packages=(gcc libc6-dev make pkg-config perl libxml2-dev libicu-dev zlib1g-dev postgresql postgresql-server-dev-all)

if ! command -v apt-get > /dev/null; then
	cat >&2 <<-END
		Missing: $what.  Please install, with your system's package manager:
		  a C compiler, make, pkg-config, perl with prove,
		  libxml2, ICU and zlib with their headers,
		  PostgreSQL 15 or later with its server headers (pg_config must be in PATH).
	END
	exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo > /dev/null; then
		echo "Missing: $what.  As root: apt-get install ${packages[*]}" >&2
		exit 1
	fi
	as_root=(sudo)
fi

# Keep Debian's package from starting a server of its own on port 5432.
no_cluster=/etc/postgresql-common/createcluster.d/article-demo.conf
"${as_root[@]}" mkdir -p "${no_cluster%/*}"
echo 'create_main_cluster = false' | "${as_root[@]}" tee "$no_cluster" > /dev/null
trap '"${as_root[@]}" rm -f "$no_cluster"' EXIT

echo "Installing packages: ${packages[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
what=$(missing)
[ -z "$what" ] || { echo "Still missing: $what" >&2; exit 1; }
