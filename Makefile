# article: news HTML to typed columns, in PostgreSQL.
#
#   make demo      packages, build, a throw-away server, sample pages as rows; nothing is left behind
#   make test      the same server, every test; last line "N passed, N failed"
#   make && sudo make install && make installcheck     the ordinary way (PGXS)
#   make core      build/article-core, the core as a program (SAN=1: with sanitizers)
#   make tables    the generated tables, anew from their lists and sources
#   make bench     quality and speed on ../shared/bench, beside the goals
#   make valgrind  the SQL of the tests through a server under valgrind (ten minutes)
#
# Run "make clean" before building for another major version of PostgreSQL.  It builds outside the source folder too:
# make -f /path/to/article/Makefile VPATH=/path/to/article, as packagers do.

PG_CONFIG ?= pg_config
export PG_CONFIG

# The source folder, and names of files in it, without its name: elsewhere PGXS finds them by VPATH.
MAKEFILE := $(firstword $(MAKEFILE_LIST))
SOURCE := $(patsubst %/,%,$(dir $(MAKEFILE)))
files = $(patsubst $(SOURCE)/%,%,$(sort $(wildcard $(SOURCE)/$(1))))

# ---------------------------------------------------------------- what needs no server headers

CORE_GOALS = core core-tests bench tables
SERVER_GOALS = demo test valgrind

.PHONY: $(CORE_GOALS) $(SERVER_GOALS)

ifneq ($(filter $(CORE_GOALS) $(SERVER_GOALS),$(MAKECMDGOALS)),)

demo test:
	@$(SOURCE)/tools/$@.sh

valgrind:
	@$(SOURCE)/tools/with-server.sh test/valgrind/run.sh

core:
	@$(MAKE) --no-print-directory -C $(SOURCE) -f tools/core.mk driver

tables:
	@$(SOURCE)/tools/tables.sh

# After the other one, where both are asked for: two makes would write the same objects at once.
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
DATA = $(sort $(wildcard sql/article--*.sql))
PGFILEDESC = "article - news HTML to typed columns"

# From bytes to a row: each folder knows only those before it.
SRCS = $(foreach folder,base text html date french article article/* pg,$(call files,src/$(folder)/*.c))
OBJS = $(SRCS:.c=.o)
ifeq ($(SRCS),)
$(error No source files in $(SOURCE)/src)
endif

REGRESS = $(patsubst test/sql/%.sql,%,$(call files,test/sql/*.sql))
REGRESS_OPTS = --inputdir=$(SOURCE)/test --outputdir=. --load-extension=article

# WERROR=-Werror in CI.  Nothing is exported but what PG_FUNCTION_INFO_V1 names.  The server's headers
# are system headers: their warnings are not ours.
WERROR ?=
PG_CPPFLAGS = -I$(SOURCE)/src -isystem $(shell $(PG_CONFIG) --includedir-server) \
	-DPGDLLEXPORT='__attribute__((visibility("default")))' \
	$(shell pkg-config --cflags icu-uc icu-i18n zlib)
# -O3 is worth 4 % of the time of a parse.
PG_CFLAGS = -std=gnu99 -O3 -Wall -Wextra -fvisibility=hidden $(WERROR)
SHLIB_LINK = $(shell pkg-config --libs icu-uc icu-i18n zlib)

EXTRA_CLEAN = build results regression.diffs regression.out

PGXS := $(shell $(PG_CONFIG) --pgxs)
ifeq ($(PGXS),)
$(error $(PG_CONFIG) not found: run tools/install-packages.sh, or name it: make PG_CONFIG=/path/to/pg_config)
endif
include $(PGXS)

# A changed header rebuilds everything: the library takes seconds to build.
$(OBJS): $(wildcard $(SOURCE)/src/*/*.h $(SOURCE)/src/*/*/*.h) $(MAKEFILE)

# Outside the source folder there is no place for the objects yet; as targets the folders would be found by VPATH.
# pg_regress looks for expected/ where it runs.
ifneq ($(SOURCE),.)
$(shell mkdir -p $(sort $(dir $(OBJS))) && ln -sfn $(abspath $(SOURCE))/expected expected)
endif

endif
