# SPDX-License-Identifier: MIT
# Builds the commands, and with them every document of plan/ and meetings/ into build/.
#
#   make                   commands and documents
#   make check             all tests (./bootstrap --test first)
#   make golden            writes the expected output of the tests anew; read its diff
#   make bench             compares with bare programs and with Python
#   make install           DESTDIR= PREFIX=/usr/local
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
AR := ar
INSTALL := install

OPTIMISE_release := -O2 -D_FORTIFY_SOURCE=2
OPTIMISE_debug := -O0
OPTIMISE_san := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS := -g $(OPTIMISE_$(VARIANT))
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
CPPFLAGS := -D_GNU_SOURCE -DFELLESSKAP_VERSION='"$(VERSION)"' -Ilib
COMPILE = $(CC) -std=c17 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP
LDFLAGS := $(filter -fsanitize=%,$(CFLAGS)) -Wl,--as-needed
LDLIBS := -lyaml -lcmark -lutf8proc -lmd -ldl

B := build$(if $(filter-out release,$(VARIANT)),/$(VARIANT))
SHARE := $(B)/share/fellesskap/templates

# --- the commands ---

COMMANDS := $(patsubst cmd/%.1,%,$(wildcard cmd/*.1))
COMMON := $(filter-out $(COMMANDS:%=cmd/%.c),$(wildcard cmd/*.c))
PLUGIN := $(filter-out lib/render/xlsx_loader.c,$(wildcard lib/render/xlsx*.c)) \
	lib/base/arena.c lib/base/text.c lib/base/date.c lib/base/writer.c
LIBRARY := $(filter-out $(filter lib/render/%,$(PLUGIN)),$(wildcard lib/*/*.c))
LANGUAGES := $(patsubst po/%.po,%,$(wildcard po/*.po))

BINARIES := $(COMMANDS:%=$(B)/bin/%)
XLSX := $(B)/lib/fellesskap/xlsx.so
TEMPLATES := $(patsubst templates/%,$(SHARE)/%,$(wildcard templates/*))
CATALOGUES := $(LANGUAGES:%=$(B)/share/locale/%/LC_MESSAGES/fellesskap.mo)
PROGRAMS := $(BINARIES) $(XLSX) $(TEMPLATES) $(CATALOGUES)

.PHONY: all programs documents
all: programs documents
programs: $(PROGRAMS)

object = $(patsubst %.c,$(B)/obj/%.o,$1)
ARCHIVE := $(B)/obj/libfellesskap.a

$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(B)/obj/%.pic.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -fPIC -fvisibility=hidden -c -o $@ $<

$(ARCHIVE): $(call object,$(LIBRARY))
	@rm -f $@
	$(AR) -crs $@ $^

$(BINARIES): $(B)/bin/%: $(B)/obj/cmd/%.o $(call object,$(COMMON)) $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(XLSX): $(PLUGIN:%.c=$(B)/obj/%.pic.o)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -o $@ $^ -lxlsxwriter -lutf8proc

$(SHARE)/%: templates/%
	@mkdir -p $(@D)
	@cp $< $@

$(B)/share/locale/%/LC_MESSAGES/fellesskap.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check-format -o $@ $<

-include $(wildcard $(B)/obj/*/*.d $(B)/obj/*/*/*.d)

# --- the documents: each is one rule, and an example of how to use its command ---

BIN := $(B)/bin
MEETINGS := $(patsubst meetings/%/meeting.yaml,%,$(wildcard meetings/*/meeting.yaml))
GRANTS := $(patsubst plan/%.yaml,%,$(filter-out %-payments.yaml,$(wildcard plan/grant-*.yaml)))
PAPERS := $(wildcard meetings/*/*.md)
PLANS := $(wildcard plan/*.yaml)

MADE_OF_PLAN := $(addprefix $(B)/plan/action-plan.,md html xlsx svg json pdf docx)
MADE_OF_GRANTS := $(foreach grant,$(GRANTS),$(addprefix $(B)/plan/$(grant).,md html xlsx json pdf docx))
MADE_OF_MEETINGS := $(foreach meeting,$(MEETINGS),$(foreach kind,notice packet, \
	$(addprefix $(B)/meetings/$(meeting)/$(kind).,md html json pdf docx)))

documents: $(MADE_OF_PLAN) $(MADE_OF_GRANTS) $(MADE_OF_MEETINGS)

$(addprefix $(B)/plan/action-plan.,md html xlsx svg json) &: plan/action-plan.yaml \
		plan/organisation.yaml $(wildcard plan/earlier-cases.yaml) $(B)/cases | $(PROGRAMS)
	@mkdir -p $(@D)
	$(BIN)/plan-matrix $(addprefix -o $(B)/plan/action-plan.,md html xlsx svg json)

define grant_rule
$(addprefix $(B)/plan/$1.,md html xlsx json) &: plan/$1.yaml $(filter-out plan/grant-%,$(PLANS)) \
		$(B)/cases | $(PROGRAMS)
	@mkdir -p $$(@D)
	$(BIN)/grant-sheet $(addprefix -o $(B)/plan/$1.,md html xlsx json) plan/$1.yaml
endef
$(foreach grant,$(GRANTS),$(eval $(call grant_rule,$(grant))))

define meeting_rules
$(addprefix $(B)/meetings/$1/notice.,md html json) &: meetings/$1/meeting.yaml $(PLANS) \
		$(B)/cases | $(PROGRAMS)
	@mkdir -p $$(@D)
	$(BIN)/meeting-notice $(addprefix -o $(B)/meetings/$1/notice.,md html json) meetings/$1

$(addprefix $(B)/meetings/$1/packet.,md html json) &: meetings/$1/meeting.yaml $(PLANS) \
		$(B)/cases $(filter meetings/$1/%,$(PAPERS)) | $(PROGRAMS)
	@mkdir -p $$(@D)
	$(BIN)/meeting-packet $(addprefix -o $(B)/meetings/$1/packet.,md html json) meetings/$1
endef
$(foreach meeting,$(MEETINGS),$(eval $(call meeting_rules,$(meeting))))

# What stands in front of every case paper: other documents show a case's title and check its
# number. It only becomes newer when one of these changes, not with every word of a paper.
$(B)/cases: $(B)/cases.looked-at
	@:
$(B)/cases.looked-at: $(PAPERS)
	@mkdir -p $(@D)
	@touch $@
	@tools/front-matters $(B)/cases meetings

# A PDF has no use for the page's links to other documents; a DOCX opens in Word.
$(B)/%.pdf: $(B)/%.html tools/html-to-pdf
	tools/html-to-pdf $< $@

$(B)/%.docx: $(B)/%.md
	tools/markdown-to-docx $< $@

# --- the rest ---

.PHONY: install clean
install: programs
	$(INSTALL) -d $(addprefix $(DESTDIR)$(PREFIX)/,bin lib/fellesskap share/man/man1 \
		share/fellesskap/templates $(LANGUAGES:%=share/locale/%/LC_MESSAGES))
	$(INSTALL) $(BINARIES) $(DESTDIR)$(PREFIX)/bin
	$(INSTALL) -m 644 $(XLSX) $(DESTDIR)$(PREFIX)/lib/fellesskap
	$(INSTALL) -m 644 $(COMMANDS:%=cmd/%.1) $(DESTDIR)$(PREFIX)/share/man/man1
	$(INSTALL) -m 644 $(wildcard templates/*) $(DESTDIR)$(PREFIX)/share/fellesskap/templates
	for language in $(LANGUAGES); do $(INSTALL) -m 644 \
		$(B)/share/locale/$$language/LC_MESSAGES/fellesskap.mo \
		$(DESTDIR)$(PREFIX)/share/locale/$$language/LC_MESSAGES || exit 1; done

clean:
	rm -rf build

include tests/tests.mk
