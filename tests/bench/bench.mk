# SPDX-License-Identifier: MIT
# make bench: compares with bare programs and with Python; a few minutes (BENCH_QUICK=1: one).
# SECTIONS="whole tenfold pdf" are those of the whole tree.
# make growth: ten times the plan costs at most 10.4 times the instructions; part of make check too.

BENCH_TOOLS := $(addprefix $(B)/bench/,bare bare-workbook render stopwatch)
COMPILE_BENCH = $(LINKER) -D_GNU_SOURCE -o $@

$(B)/bench/bare: tests/bench/bare.c
	@mkdir -p $(@D)
	$(COMPILE_BENCH) $< -lyaml -lcmark

$(B)/bench/bare-workbook: tests/bench/bare.c
	@mkdir -p $(@D)
	$(COMPILE_BENCH) -DWITH_WORKBOOK $< -lyaml -lcmark -lxlsxwriter

$(B)/bench/render: tests/bench/render.c $(ARCHIVE)
	@mkdir -p $(@D)
	$(COMPILE_BENCH) -Ilib $^ $(LDLIBS)

$(B)/bench/stopwatch: tests/bench/stopwatch.c
	@mkdir -p $(@D)
	$(COMPILE_BENCH) $<

.PHONY: bench growth
bench: programs $(BENCH_TOOLS)
	@tests/bench/bench $(B) $(B)/bench $(SECTIONS)

growth: programs
	@BIN=$(abspath $(B)/bin) prove --exec '' tests/bench/growth.t
