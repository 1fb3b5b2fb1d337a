# SPDX-License-Identifier: MIT
# make hostile: every file of the hostile corpus, some forty minutes. make check takes a sample of it.

ENDURE := $(B)/tests/endure

$(ENDURE): tests/hostile/endure.c
	@mkdir -p $(@D)
	$(LINKER) -D_GNU_SOURCE -o $@ $<

.PHONY: hostile
hostile: programs $(ENDURE)
	@$(TEST_ENVIRONMENT) HOSTILE=all prove --timer --exec '' tests/hostile.t
