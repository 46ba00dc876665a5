# The core as programs: no server, no postgres.h.  Called by the Makefile: make core, make core SAN=1.
#   build/article-core        benchmark and inspection driver (test/bench/article_core.c)
#   build/french-terms        the lexicon, for the bench of French text (test/bench/french_terms.c)
#   build/page-cost           time and peak memory of single pages (test/bench/page_cost.c)
#   build/page-xml          pages as XML, paths and selectors on them (test/bench/page_xml.c)
#   build/dump-features     what the body model is told, for its training (tools/dump_features.c)
#   build/dump-dates        what the choice of dates is told, likewise (tools/dump_dates.c)
#   build/dump-authors      likewise the choice of authors (tools/dump_authors.c)
#   build/dump-title-features   likewise the choice of the headline (tools/dump_title_features.c)
#   build/core-tests          unit tests of the core (test/core/*.c)
# SAN=1 builds both with clang's address and undefined-behaviour sanitizers, under the suffix -asan.

PG_CONFIG ?= pg_config
PKG_CONFIG ?= pkg-config
SERVER_INCLUDE := $(shell $(PG_CONFIG) --includedir-server)

ifdef SAN
CC = clang
SUFFIX = -asan
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined
else
CC = gcc
SUFFIX =
SANITIZE =
endif

BUILD = build
OBJDIR = $(BUILD)/core$(SUFFIX)

CORE_SRCS = $(wildcard src/base/*.c src/text/*.c src/html/*.c src/date/*.c src/french/*.c src/article/*.c src/article/*/*.c src/feed/*.c src/xml/*.c src/rules/*.c)
TEST_SRCS = $(wildcard test/core/*.c)
CORE_OBJS = $(CORE_SRCS:%.c=$(OBJDIR)/%.o) $(OBJDIR)/src/pg/json.o
DRIVER_OBJ = $(OBJDIR)/test/bench/article_core.o
TEST_OBJS = $(TEST_SRCS:%.c=$(OBJDIR)/%.o)

# WERROR=-Werror is for CI alone: a newer compiler may warn of more, which must not stop a user's build.
WERROR ?=
CFLAGS = -std=gnu99 -O3 -g -fno-strict-aliasing -Wall -Wextra $(WERROR) -Wdeclaration-after-statement $(SANITIZE)
CPPFLAGS = -D_GNU_SOURCE -Isrc $(shell $(PKG_CONFIG) --cflags icu-uc icu-i18n zlib libxml-2.0)
LIBS = $(shell $(PKG_CONFIG) --libs icu-uc icu-i18n zlib libxml-2.0) \
	-L$(shell $(PG_CONFIG) --pkglibdir) -L$(shell $(PG_CONFIG) --libdir) -lpgcommon -lpgport -lm -lpthread

driver: $(BUILD)/article-core$(SUFFIX)
tests: $(BUILD)/core-tests$(SUFFIX)

$(BUILD)/article-core$(SUFFIX): $(DRIVER_OBJ) $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/core-tests$(SUFFIX): $(TEST_OBJS) $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/french-terms$(SUFFIX): $(OBJDIR)/test/bench/french_terms.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/page-cost$(SUFFIX): $(OBJDIR)/test/bench/page_cost.o $(OBJDIR)/test/bench/page_dates.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/page-xml$(SUFFIX): $(OBJDIR)/test/bench/page_xml.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/dump-features$(SUFFIX): $(OBJDIR)/tools/dump_features.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/dump-title-features$(SUFFIX): $(OBJDIR)/tools/dump_title_features.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/dump-dates$(SUFFIX): $(OBJDIR)/tools/dump_dates.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

$(BUILD)/dump-authors$(SUFFIX): $(OBJDIR)/tools/dump_authors.o $(CORE_OBJS)
	$(CC) $(SANITIZE) -o $@ $^ $(LIBS)

# PostgreSQL's JSON parser, as its own programs use it.
$(OBJDIR)/src/pg/json.o: CPPFLAGS += -DFRONTEND -isystem $(SERVER_INCLUDE)

$(OBJDIR)/%.o: %.c tools/core.mk
	@mkdir -p $(dir $@)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(CORE_OBJS:.o=.d) $(DRIVER_OBJ:.o=.d) $(TEST_OBJS:.o=.d) \
	$(wildcard $(OBJDIR)/test/bench/*.d $(OBJDIR)/tools/*.d)

.PHONY: driver tests
