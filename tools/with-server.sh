#!/usr/bin/env bash
# tools/with-server.sh COMMAND …: builds the extension, installs it into a private tree, starts a
# temporary PostgreSQL server on that tree and runs COMMAND with PGHOST, PGPORT, PGUSER and PGDATABASE
# set. Only the build's own output is left afterwards. Also works as root.
set -euo pipefail
cd "$(dirname "$0")/.."

export PG_CONFIG=${PG_CONFIG:-pg_config}
bindir=$("$PG_CONFIG" --bindir)
major=$("$PG_CONFIG" --version | sed -E 's/^PostgreSQL ([0-9]+).*/\1/')

# Objects built for another major version cannot be used.
mkdir -p build
if [ "$(cat build/major 2> /dev/null || echo "$major")" != "$major" ]; then
	make -s clean
	mkdir -p build
fi
echo "$major" > build/major
make -s -j "$(nproc)" with_llvm=no > build/make.log || { cat build/make.log >&2; exit 1; }

# A short path, because the name of a socket is limited to 107 bytes.
home=$(mktemp -d /tmp/article.XXXXXX)
as_server=()
if [ "$(id -u)" -eq 0 ]; then
	as_server=(runuser -u "${SERVER_USER:-postgres}" --)
	chown "${SERVER_USER:-postgres}" "$home"
fi
chmod 755 "$home"

stop() {
	"${as_server[@]}" "$bindir/pg_ctl" -D "$home/data" -m immediate -w stop > /dev/null 2>&1 || true
	rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

make -s install with_llvm=no DESTDIR="$home/tree" >> build/make.log
chmod -R a+rX "$home/tree"

cd "$home" # initdb and the server need a directory that they may enter
"${as_server[@]}" "$bindir/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > initdb.log 2>&1 ||
	{ cat initdb.log >&2; exit 1; }

tree_of() { echo "$home/tree$("$PG_CONFIG" "$1")"; }
if [ "$major" -ge 18 ]; then
	where="extension_control_path = '$(tree_of --sharedir):\$system'"
elif "${as_server[@]}" "$bindir/postgres" -D data -C extension_destdir > /dev/null 2>&1; then
	where="extension_destdir = '$home/tree'"
else
	echo "This PostgreSQL cannot load an extension from a private tree." >&2
	echo "Please run: make && sudo make install && make installcheck" >&2
	exit 1
fi
"${as_server[@]}" tee -a data/postgresql.conf > /dev/null <<END
$where
dynamic_library_path = '$(tree_of --pkglibdir):\$libdir'
listen_addresses = ''
unix_socket_directories = '$home'
fsync = off
log_min_messages = warning
END
"${as_server[@]}" "$bindir/pg_ctl" -D data -l "$home/log" -w start > /dev/null || { cat "$home/log" >&2; exit 1; }

cd "$OLDPWD"
export PGHOST=$home PGPORT=5432 PGUSER=postgres PGDATABASE=postgres PATH="$bindir:$PATH"
unset PGSERVICE PGOPTIONS PGPASSFILE
status=0
ARTICLE_SERVER_LOG=$home/log "$@" || status=$?
if [ "$status" -ne 0 ] && grep -E 'PANIC|terminated by signal' "$home/log" >&2; then
	echo "The server crashed; the lines above are from its log." >&2
fi
exit "$status"
