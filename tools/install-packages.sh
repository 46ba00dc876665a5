#!/usr/bin/env bash
# Installs the missing packages for building and testing: on Debian and Ubuntu with apt-get (and
# sudo if not root); elsewhere it prints the list and stops.
#
# With --optional, as in CI, installs the packages too without which some tests are skipped: ccache, clang
# with its fuzzer, Markdown renderers, strace, a browser, xmllint, drivers of clients, RUM, PL/Proxy. Where the system lacks one,
# it prints the name and goes on.
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

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)

# One after another: a package that the system lacks must not keep the others away.
install_optional() {
	local major package fresh=false
	command -v apt-get > /dev/null || { echo "Not installed: optional packages, which need apt-get."; return; }
	major=$("${PG_CONFIG:-pg_config}" --version | sed -E 's/^PostgreSQL ([0-9]+).*/\1/')
	for package in ccache clang libclang-rt-dev cmark cmark-gfm strace chromium libxml2-utils \
		python3-psycopg python3-psycopg2 python3-asyncpg python3-sqlalchemy libdbd-pg-perl "postgresql-$major-rum" "postgresql-$major-plproxy"; do
		[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" != installed ] || continue
		$fresh || "${as_root[@]}" apt-get update -qq || true
		fresh=true
		"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y -qq --no-install-recommends "$package" > /dev/null 2>&1 || echo "Not installed: $package."
	done
}

what=$(missing)
if [ -z "$what" ]; then
	[ "${1:-}" != --optional ] || install_optional
	exit 0
fi

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

if ! command -v "${as_root[0]:-true}" > /dev/null; then
	echo "Missing: $what.  As root: apt-get install ${packages[*]}" >&2
	exit 1
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
[ "${1:-}" != --optional ] || install_optional
