// SPDX-License-Identifier: MIT
// plan-check: everything that is wrong or suspicious in the document tree.

#include "common/command.h"

#include "base/message.h"
#include "check/everything.h"

static bool read_everything(struct run *run, struct text operand) {
    (void)operand;
    check_everything(&run->repository);
    return true;
}

static bool write_report(struct run *run, enum format format, struct output *output) {
    (void)format;
    diagnostics_write(&run->diagnostics, DIAGNOSTICS_EXCERPT, output_writer(output));
    return true;
}

static const struct command command = {
    .name = "plan-check",
    .summary = N_("Reports everything that is wrong or suspicious in plan/ and meetings/."),
    .formats = "text",
    .is_report = true,
    .read = read_everything,
    .write = write_report,
};

int main(int argc, char **argv) {
    return command_main(&command, NULL, argc, argv);
}
