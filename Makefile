# article: news HTML to typed columns, in PostgreSQL.
#
#   make demo      packages, build, a throw-away server, sample pages as rows; nothing is left behind
#   make test      the same server, every test; last line "N passed, N failed"
#   make && sudo make install && make installcheck     the ordinary way (PGXS)
#   make core      build/article-core, the core as a program (SAN=1: with sanitizers)
#   make bench     quality and speed on ../shared/bench, beside the goals
#   make valgrind  the SQL of the tests through a server under valgrind (ten minutes)
#
# Run "make clean" before building for another major version of PostgreSQL.

PG_CONFIG ?= pg_config
export PG_CONFIG

# ---------------------------------------------------------------- what needs no server headers

CORE_GOALS = core core-tests bench
SERVER_GOALS = demo test valgrind

.PHONY: $(CORE_GOALS) $(SERVER_GOALS)

ifneq ($(filter $(CORE_GOALS) $(SERVER_GOALS),$(MAKECMDGOALS)),)

demo test:
	@tools/$@.sh

valgrind:
	@tools/with-server.sh test/valgrind/run.sh

core:
	@$(MAKE) --no-print-directory -f tools/core.mk driver

core-tests:
	@$(MAKE) --no-print-directory -f tools/core.mk tests

bench: core
	@python3 test/bench/bench.py
	@tools/with-server.sh test/bench/stages.py
	@tools/with-server.sh test/bench/fold.sh
	@tools/with-server.sh test/bench/text_search.py

else

# ---------------------------------------------------------------- the extension

MODULE_big = article
EXTENSION = article
DATA = sql/article--0.1.0.sql sql/article--0.1.0--0.2.0.sql
PGFILEDESC = "article - news HTML to typed columns"

# From bytes to a row: each folder knows only those before it.
SRCS = $(sort $(wildcard src/base/*.c)) \
	$(sort $(wildcard src/text/*.c)) \
	$(sort $(wildcard src/html/*.c)) \
	$(sort $(wildcard src/french/*.c)) \
	$(sort $(wildcard src/article/*.c)) \
	$(sort $(wildcard src/pg/*.c))
OBJS = $(SRCS:.c=.o)

REGRESS = $(sort $(patsubst test/sql/%.sql,%,$(wildcard test/sql/*.sql)))
REGRESS_OPTS = --inputdir=test --outputdir=. --load-extension=article

# WERROR=-Werror in CI.  Nothing is exported but what PG_FUNCTION_INFO_V1 names.  The server's headers
# are system headers: their warnings are not ours.
WERROR ?=
PG_CPPFLAGS = -Isrc -isystem $(shell $(PG_CONFIG) --includedir-server) \
	-DPGDLLEXPORT='__attribute__((visibility("default")))' \
	$(shell pkg-config --cflags icu-uc icu-i18n)
# -O3 is worth 4 % of the time of a parse.
PG_CFLAGS = -std=gnu99 -O3 -Wall -Wextra -fvisibility=hidden $(WERROR)
SHLIB_LINK = $(shell pkg-config --libs icu-uc icu-i18n)

EXTRA_CLEAN = build results regression.diffs regression.out

PGXS := $(shell $(PG_CONFIG) --pgxs)
ifeq ($(PGXS),)
$(error $(PG_CONFIG) not found: run tools/install-packages.sh, or name it: make PG_CONFIG=/path/to/pg_config)
endif
include $(PGXS)

# A changed header rebuilds everything: the library takes seconds to build.
$(OBJS): $(wildcard src/*/*.h) Makefile

endif
