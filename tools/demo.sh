#!/usr/bin/env bash
# make demo: shows the sample pages of seeds/ as typed rows, on a temporary server.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install-packages.sh
echo "Building article for $("${PG_CONFIG:-pg_config}" --version) …"
PAGER='' tools/with-server.sh psql -X -q -v ON_ERROR_STOP=1 -v seeds=seeds \
	-c 'SET client_min_messages = warning' -c 'CREATE EXTENSION article' \
	-f seeds/load.sql -f seeds/demo.sql
