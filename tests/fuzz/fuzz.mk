# SPDX-License-Identifier: MIT
# make fuzz: libFuzzer with ASan and UBSan against everything that reads what people wrote, in build/fuzz.
#
#   FUZZ_SECONDS=600            how long each target runs
#   FUZZ_TARGETS="yaml amount"  some of them

FUZZ_SECONDS := 10
FUZZ_TARGETS := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))

FUZZERS := $(FUZZ_TARGETS:%=$(B)/fuzz_%)
FUZZ_OBJECTS := $(patsubst tests/fuzz/%.c,$(B)/obj/tests/fuzz/%.o,$(wildcard tests/fuzz/*.c))
.SECONDARY: $(FUZZ_OBJECTS)

$(B)/fuzz_%: $(B)/obj/tests/fuzz/fuzz_%.o $(B)/obj/tests/fuzz/fuzz.o $(ARCHIVE)
	$(LINKER) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

.PHONY: fuzz fuzzers
fuzzers: $(FUZZERS)

# libFuzzer belongs to clang.
fuzz:
	@$(MAKE) --no-print-directory VARIANT=fuzz CC=clang fuzzers
	@tests/fuzz/run $(FUZZ_SECONDS) $(FUZZ_TARGETS)
