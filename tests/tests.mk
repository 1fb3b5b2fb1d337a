# SPDX-License-Identifier: MIT
# make check: everything in tests/ with prove. make quick: units, cases and style, in less than a minute.
# make golden: what the cases print now becomes what is expected of them.

UNITS := $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c))
TEST_PROGRAMS := $(UNITS) $(B)/tests/prose-html $(B)/tests/pdf-pages
TEST_OBJECTS := $(patsubst tests/unit/%.c,$(B)/obj/tests/unit/%.o,$(wildcard tests/unit/*.c))
.SECONDARY: $(TEST_OBJECTS)

# These judge documents, sources and speed, and not memory, or have a variant of their own: the release
# variant is enough.
ONLY_RELEASE := tests/documents.t tests/forms.t tests/slides.t tests/wheel.t tests/install.t tests/package.t tests/ci.t tests/conservation.t tests/editors.t tests/style.t tests/fuzz.t tests/hostile.t tests/large.t tests/memory.t tests/hardened.t tests/warnings.t $(wildcard tests/bench/*.t)
TEST_SCRIPTS := $(filter-out $(ONLY_RELEASE),$(wildcard tests/*.t))
ifeq ($(VARIANT),release)
TEST_SCRIPTS := $(ONLY_RELEASE) $(TEST_SCRIPTS)
JUDGED := documents $(B)/tests/endure
endif

$(B)/tests/%: $(B)/obj/tests/unit/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(LINKER) -o $@ $(filter %.o,$^) $(ARCHIVE) $(TEST_LIBS) $(LDLIBS)

$(UNITS): TEST_LIBS := -lcmocka
# The compiler does not see that assert_non_null() ends a test.
$(TEST_OBJECTS): OWN_CFLAGS += -Wno-null-dereference

# A sanitiser that finds something ends the program with a status that no test expects.
TEST_ENVIRONMENT = BIN=$(abspath $(B)/bin) TEST_BUILD=$(B) VARIANT=$(VARIANT) CC=$(CC) \
	CMOCKA_MESSAGE_OUTPUT=TAP ASAN_OPTIONS=exitcode=99 \
	UBSAN_OPTIONS=exitcode=99:print_stacktrace=1

QUICK := $(addprefix tests/,cases.t style.t rules.t messages.t usage.t manuals.t schema.t fix.t findings.t)

.PHONY: check quick golden large kills
check: programs $(TEST_PROGRAMS) $(JUDGED)
	@$(TEST_ENVIRONMENT) prove --jobs 2 --timer --exec '' $(TEST_SCRIPTS) $(UNITS)

quick: programs $(TEST_PROGRAMS)
	@$(TEST_ENVIRONMENT) prove --jobs 2 --exec '' $(QUICK) $(UNITS)

# Every allocation fails in turn: a hundred and thirty thousand runs, two hours. SHORTAGES=2500: so many of each document.
.PHONY: shortages
shortages: programs
	@$(TEST_ENVIRONMENT) SHORTAGES=$(or $(SHORTAGES),all) prove --timer --verbose --exec '' tests/memory.t

# tree-build, killed at 300 moments instead of 30.
kills: programs
	@KILLS=300 $(TEST_ENVIRONMENT) prove --timer --exec '' tests/tree-build.t

# Texts of all that the format allows, and what each format shows of them: 500 take half a minute. With PAPER=1 PDF and DOCX
# too, in which 40 take as long.
COUNT ?= 5000
SEED ?= 1
.PHONY: conserve
conserve: programs
	@$(TEST_ENVIRONMENT) /usr/bin/python3 tests/judges/conserve $(if $(PAPER),--paper) $(COUNT) $(SEED)

# Grants, and every øre of them in every format: 500 take ten minutes.
.PHONY: conserve-grants
conserve-grants: programs
	@$(TEST_ENVIRONMENT) /usr/bin/python3 tests/judges/conserve-grants $(or $(GRANTS),500) $(SEED)

# The workbook of the example's grant in use: 200 operations by each of five seeds; and its sheets in other workbooks.
OPERATIONS ?= 200
SEEDS ?= 1 2 3 4 5
.PHONY: operations
operations: programs
	@mkdir -p $(B)/tests && $(B)/bin/grant-sheet -o $(B)/tests/grant.xlsx plan/grant-2024.yaml
	@for seed in $(SEEDS); do tests/judges/grant-operations --count $(OPERATIONS) --seed $$seed $(B)/tests/grant.xlsx || exit; done
	@tests/judges/workbook-copies $(B)/tests/grant.xlsx

# Pictures of every document, to be looked at: build/gallery/index.html. Minutes, most of them LibreOffice's.
.PHONY: gallery pictures
gallery: documents
	@tests/judges/gallery $(B)/public $(B)/gallery

# Those of the documentation, made anew.
pictures: documents
	@tests/judges/gallery.mjs --documentation $(B)/public docs/pictures

# gcc -fanalyzer and clang-tidy (.clang-tidy) read what has changed since they had nothing to say of it.
ANALYSED := $(patsubst %.c,$(B)/analysed/%,$(LIBRARY) $(wildcard cmd/*.c) $(COMMON))
.PHONY: analyse
analyse: $(ANALYSED)
# The copies of texts that a table is given are freed by the library, which gcc does not see.
$(B)/analysed/lib/render/xlsx/tables: OWN_CFLAGS += -Wno-analyzer-malloc-leak
# gcc 12 takes members that an initialiser does not name for unset.
$(B)/analysed/lib/view/plan/matrix_sheet $(B)/analysed/lib/view/plan/picture_bars: \
	OWN_CFLAGS += -Wno-analyzer-use-of-uninitialized-value
$(B)/analysed/%: %.c .clang-tidy
	@mkdir -p $(@D)
	@$(COMPILE) -fanalyzer -Werror -MF $@.d -MT $@ -c -o /dev/null $<
	@clang-tidy --quiet $< -- $(OWN_CPPFLAGS) -std=c17 2>$@.notes || { cat $@.notes; exit 1; }
	@touch $@
-include $(wildcard $(ANALYSED:=.d))

# Two minutes, most of them LibreOffice's.
large: programs
	@$(TEST_ENVIRONMENT) PAYMENTS=100000 prove --timer --exec '' tests/large.t

# The Debian package, built twice: minutes.
.PHONY: check-package
check-package: programs
	@PACKAGE=build $(TEST_ENVIRONMENT) prove --timer --exec '' tests/package.t

golden: programs
	@for case in tests/cases/*/; do \
		BIN=$(abspath $(B)/bin) tests/run-case $$case >$$case/expected.new && \
		mv $$case/expected.new $$case/expected || exit 1; done

include tests/bench/bench.mk
include tests/fuzz/fuzz.mk
include tests/hostile/hostile.mk
include tests/mutate/mutate.mk
