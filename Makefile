# article: news HTML to typed columns, in PostgreSQL.
#
#   make demo      packages, build, a temporary server, sample pages as rows; leaves nothing behind
#   make test      all tests, on a temporary server; last line "N passed, N failed, N skipped"
#   make && sudo make install && make installcheck     the usual way (PGXS)
#   make core      build/article-core, the core as a program (SAN=1: with sanitizers)
#   make tables    regenerates the generated tables from their lists and sources
#   make bench     quality and speed on ../shared/bench, compared with the goals
#   make dist      the release as PGXN and Debian take it; make deb: Debian packages
#   make valgrind  the SQL of the tests on a server under valgrind (10 minutes)
#
# Run "make clean" before building for another major version of PostgreSQL.  Building outside the
# source directory works too, as packagers do:
# make -f /path/to/article/Makefile VPATH=/path/to/article

PG_CONFIG ?= pg_config
export PG_CONFIG

# The source directory, and the names of files relative to it: from elsewhere PGXS finds them by
# VPATH.
MAKEFILE := $(firstword $(MAKEFILE_LIST))
SOURCE := $(patsubst %/,%,$(dir $(MAKEFILE)))
files = $(patsubst $(SOURCE)/%,%,$(sort $(wildcard $(SOURCE)/$(1))))

# ---------------------------------------------------------------- what needs no server headers

CORE_GOALS = core core-tests bench tables
SERVER_GOALS = demo test valgrind
RELEASE_GOALS = dist deb

.PHONY: $(CORE_GOALS) $(SERVER_GOALS) $(RELEASE_GOALS)

ifneq ($(filter $(CORE_GOALS) $(SERVER_GOALS) $(RELEASE_GOALS),$(MAKECMDGOALS)),)

demo test:
	@$(SOURCE)/tools/$@.sh

dist:
	@$(SOURCE)/tools/dist.sh

deb:
	@$(SOURCE)/tools/debian.sh

valgrind:
	@$(SOURCE)/tools/with-server.sh test/valgrind/run.sh

core:
	@$(MAKE) --no-print-directory -C $(SOURCE) -f tools/core.mk driver

tables:
	@$(SOURCE)/tools/tables.sh

# After "core" if both are requested: two makes would write the same objects at once.
core-tests: | $(filter core,$(MAKECMDGOALS))
	@$(MAKE) --no-print-directory -C $(SOURCE) -f tools/core.mk tests

bench: core
	@cd $(SOURCE) && python3 test/bench/bench.py
	@cd $(SOURCE) && tools/with-server.sh test/bench/stages.py
	@cd $(SOURCE) && tools/with-server.sh test/bench/fold.sh
	@cd $(SOURCE) && tools/with-server.sh test/bench/text_search.py

else

# ---------------------------------------------------------------- the extension

MODULE_big = article
EXTENSION = article
DATA = $(call files,sql/article--*.sql)
PGFILEDESC = "article - news HTML to typed columns"

# From bytes to a row: each directory may include only those before it (tools/layers.sh).
SRCS = $(foreach folder,base text html date french article article/* feed xml rules pg,$(call files,src/$(folder)/*.c))
OBJS = $(SRCS:.c=.o)
ifeq ($(SRCS),)
$(error No source files in $(SOURCE)/src)
endif

REGRESS = $(patsubst test/sql/%.sql,%,$(call files,test/sql/*.sql))
REGRESS_OPTS = --inputdir=$(SOURCE)/test --outputdir=. --load-extension=article

# WERROR=-Werror in CI.  Only the functions in PG_FUNCTION_INFO_V1 are exported.  The server's
# headers are included as system headers, so that their warnings do not count.
WERROR ?=
PG_CPPFLAGS = -I$(SOURCE)/src -isystem $(shell $(PG_CONFIG) --includedir-server) \
	-DPGDLLEXPORT='__attribute__((visibility("default")))' \
	$(shell pkg-config --cflags icu-uc icu-i18n zlib libxml-2.0)
# -O3 saves 4 % of the time of a parse.
PG_CFLAGS = -std=gnu99 -O3 -Wall -Wextra -fvisibility=hidden $(WERROR)
SHLIB_LINK = $(shell pkg-config --libs icu-uc icu-i18n zlib libxml-2.0)

EXTRA_CLEAN = build results regression.diffs regression.out

PGXS := $(shell $(PG_CONFIG) --pgxs)
ifeq ($(PGXS),)
$(error $(PG_CONFIG) not found: run tools/install-packages.sh, or name it: make PG_CONFIG=/path/to/pg_config)
endif
include $(PGXS)

# A changed header rebuilds everything; the library builds in seconds.
$(OBJS): $(wildcard $(SOURCE)/src/*/*.h $(SOURCE)/src/*/*/*.h) $(MAKEFILE)

# A build outside the source directory needs directories for the objects; as targets, VPATH would
# find the source's.  pg_regress looks for expected/ in the current directory.
ifneq ($(SOURCE),.)
$(shell mkdir -p $(sort $(dir $(OBJS))) && ln -sfn $(abspath $(SOURCE))/expected expected)
endif

endif
