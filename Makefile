# SPDX-License-Identifier: MIT
# Builds the commands, and with them every document of plan/ and meetings/ into build/.
#
#   make                   commands and documents
#   make check             all tests (./bootstrap --test first)
#   make quick             units, cases and style: less than a minute
#   make golden            rewrites the expected output of the tests; read its diff
#   make bench             compares with bare programs and with Python
#   make install           DESTDIR= PREFIX=/usr/local; make uninstall takes it away
#   make dist              the sources as build/fellesskap-VERSION.tar.gz; make package: a Debian package of them
#   make fuzz              the readers against hostile input, FUZZ_SECONDS=10 each
#   make gallery           pictures of every document, to be looked at; make pictures: those in docs/pictures
#   make hostile           every file of the hostile corpus; make check takes a sample
#   make large             a workbook of 100 000 payments before its judges; make check takes 2000
#   make analyse           gcc -fanalyzer and clang-tidy
#   make mutate            small changes of the rules that a test should notice, SEED=1 COUNT=100
#   make VARIANT=san …     the same with ASan and UBSan, in build/san

MAKEFLAGS += --no-builtin-rules --no-builtin-variables
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

VERSION := 0.1.0
VARIANT := release
PREFIX := /usr/local
DESTDIR :=

CC := gcc
AR := gcc-ar
INSTALL := install

# As Debian's dpkg-buildflags has them and more; those that the compiler knows.
HARDENED = -fPIE -fstack-protector-strong -ffile-prefix-map=$(CURDIR)=. $(KNOWN_FLAGS)
FORTIFY = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$(FORTIFY_LEVEL)
OPTIMISE_release = -O2 $(FORTIFY)
OPTIMISE_debug := -O0
OPTIMISE_san := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
OPTIMISE_cover := -O0 --coverage
OPTIMISE_fuzz := $(OPTIMISE_san) -fsanitize=fuzzer-no-link
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wnull-dereference -Wstrict-prototypes
# CFLAGS, CPPFLAGS and LDFLAGS from outside come after the project's own, which they add to.
OWN_CFLAGS = -std=c17 -g $(OPTIMISE_$(VARIANT)) $(HARDENED) $(WARNINGS)
OWN_CPPFLAGS := -D_GNU_SOURCE -DFELLESSKAP_VERSION='"$(VERSION)"' -Ilib -Icmd
OWN_LDFLAGS = $(filter -fsanitize=%,$(OWN_CFLAGS)) -pie -Wl,--as-needed,-z,relro,-z,now
COMPILE = $(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) -MMD -MP
LINKER = $(CC) $(OWN_CFLAGS) $(CFLAGS) $(OWN_LDFLAGS) $(LDFLAGS)
LDLIBS := -lyaml -lcmark -lutf8proc -lnettle -lxlsxwriter -lz -lexpat

B := build$(if $(filter-out release,$(VARIANT)),/$(VARIANT))
SHARE := $(B)/share/fellesskap/templates

# Which flags the compiler knows is asked once.
$(B)/compiler.mk: Makefile
	@mkdir -p $(@D)
	@knows() { echo '#include <stdio.h>' | $(CC) -Werror -O2 "$$@" -c -x c -o /dev/null - 2>/dev/null; }; \
	for flag in -fcf-protection -fstack-clash-protection; do knows $$flag && echo "KNOWN_FLAGS += $$flag"; done >$@; \
	if knows -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3; then echo FORTIFY_LEVEL := 3; else echo FORTIFY_LEVEL := 2; fi >>$@
include $(B)/compiler.mk

# --- the commands ---

COMMANDS := $(patsubst cmd/%.1,%,$(wildcard cmd/*.1))
COMMON := $(wildcard cmd/common/*.c)
LIBRARY := $(wildcard lib/*/*.c lib/*/*/*.c)
LANGUAGES := $(patsubst po/%.po,%,$(wildcard po/*.po))

BINARIES := $(COMMANDS:%=$(B)/bin/%)
# A folder a subject here; one folder where they are installed.
TEMPLATE_SOURCES := $(wildcard templates/*.txt templates/*/*)
TEMPLATES := $(addprefix $(SHARE)/,$(notdir $(TEMPLATE_SOURCES)))
CATALOGUES := $(LANGUAGES:%=$(B)/obj/po/%.mo)
# What editors are told of each kind of file: the names of the schemas are in the table of kinds.
SCHEMA_NAMES := $(shell sed -n 's/.*\.schema = "\(.*\)".*/\1/p' lib/model/tree/kinds.c)
SCHEMAS := $(foreach language,$(LANGUAGES),$(SCHEMA_NAMES:%=$(B)/share/fellesskap/schemas/$(language)/%.json))
# What makes PDF and DOCX, and what a new tree begins with.
SHARED := $(patsubst share/%,$(B)/share/fellesskap/%,$(shell find share -type f | LC_ALL=C sort))
VERSION_FILE := $(B)/share/fellesskap/version
PROGRAMS := $(BINARIES) $(TEMPLATES) $(SHARED) $(SCHEMAS) $(VERSION_FILE)

.PHONY: all programs documents
all: programs documents
programs: $(PROGRAMS)

object = $(patsubst %.c,$(B)/obj/%.o,$1)
ARCHIVE := $(B)/obj/libfellesskap.a

$(B)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

# What docs/rules.md says of the rules, in each language, for those reports that explain them.
RULES_TEXTS := $(wildcard docs/rules.md docs/rules.*.md)
$(B)/obj/rules_text.c: $(RULES_TEXTS) Makefile
	@mkdir -p $(@D)
	{ echo '#include "render/diagnostics/rules_text.h"' && \
	for file in $(RULES_TEXTS); do \
		echo "static const char text_$$(basename $$file .md | tr . _)[] = {" && \
		od -A n -v -t d1 $$file | sed 's/[-0-9][0-9]*/&,/g' && echo '};' || exit; \
	done && \
	echo 'const struct rules_text rules_texts[] = {' && \
	for file in $(RULES_TEXTS); do \
		name=text_$$(basename $$file .md | tr . _); echo "{\"$$file\", $$name, sizeof $$name},"; \
	done && \
	echo '}; const size_t rules_text_count = sizeof rules_texts / sizeof *rules_texts;'; } >$@

$(B)/obj/po/%.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check --no-hash --endianness=little -o $@ $<

# The messages in each language: lib/base/catalogue.h.
$(B)/obj/catalogues.c: $(CATALOGUES) Makefile
	{ echo '#include "base/catalogue.h"' && for language in $(LANGUAGES); do \
	echo "static const unsigned char $$language[] = {" && \
	od -A n -v -t u1 $(B)/obj/po/$$language.mo | sed 's/[0-9][0-9]*/&,/g' && echo '};' || exit 1; done && \
	echo 'const struct catalogue catalogues[] = {' && \
	printf '{"%s", %s},\n' $(foreach language,$(LANGUAGES),$(language) $(language)) && echo '{NULL, NULL}};'; } >$@

MADE := $(B)/obj/rules_text.o $(B)/obj/catalogues.o
$(MADE): %.o: %.c
	$(COMPILE) -c -o $@ $<

$(ARCHIVE): $(call object,$(LIBRARY)) $(MADE)
	@rm -f $@
	$(AR) -crs $@ $^

$(BINARIES): $(B)/bin/%: $(B)/obj/cmd/%.o $(call object,$(COMMON)) $(ARCHIVE)
	@mkdir -p $(@D)
	$(LINKER) -o $@ $^ $(LDLIBS)

vpath % templates $(sort $(dir $(TEMPLATE_SOURCES)))
$(SHARED): $(B)/share/fellesskap/%: share/%
	@mkdir -p $(@D)
	@cp $< $@

$(VERSION_FILE): Makefile
	@mkdir -p $(@D)
	@echo $(VERSION) >$@

$(TEMPLATES): $(SHARE)/%: %
	@mkdir -p $(@D)
	@cp $< $@

$(SCHEMAS): $(B)/share/fellesskap/schemas/%.json: $(B)/bin/plan-check
	@mkdir -p $(@D)
	LC_ALL=C $< -l $(firstword $(subst /, ,$*)) --schema $(notdir $*) >$@

# Which headers a source includes.
-include $(wildcard $(B)/obj/*/*.d $(B)/obj/*/*/*.d $(B)/obj/*/*/*/*.d)

# Every document of plan/ and meetings/; what has not changed is not made again.
documents: programs
	@$(B)/bin/tree-build -o $(B)

# --- the rest ---

.PHONY: clean
clean:
	rm -rf build

include install.mk
include tests/tests.mk
