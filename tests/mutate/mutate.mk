# SPDX-License-Identifier: MIT
# make mutate: changes lib/model, lib/check and lib/view in small ways and prints which no test notices.
#
#   SEED="1 2" COUNT=100 JOBS=1      which places, and how many for each seed (0: all)
#   MUTATE="lib/base/date.c:62"      of these sources, or lines, alone

SEED := 1
COUNT := 100
JOBS := 1

.PHONY: mutate mutate-programs
mutate-programs: $(BINARIES) $(TEMPLATES) $(SHARED) $(VERSION_FILE) $(CATALOGUES) $(UNITS)

# The commands once more, counting the lines that run: by them each change is tried by the tests that reach it.
mutate: programs $(UNITS)
	@+$(MAKE) -s VARIANT=cover mutate-programs
	@SEED='$(SEED)' COUNT=$(COUNT) JOBS=$(JOBS) COMPILE='$(COMPILE)' LINKER='$(LINKER)' LDLIBS='$(LDLIBS)' TEST_LIBS=-lcmocka \
		tests/mutate/mutate $(MUTATE)
