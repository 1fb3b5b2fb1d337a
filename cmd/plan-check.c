// SPDX-License-Identifier: MIT
// plan-check: everything that is wrong or suspicious in the document tree.

#include "common/command.h"

#include "base/message.h"
#include "check/everything.h"
#include "input/schema.h"
#include "model/kinds.h"
#include "render/json.h"

struct state {
    const struct document_kind *schema; // NULL: the tree is checked
};

static bool take_schema(struct run *run, struct text value, struct text *why) {
    struct state *state = run->state;
    state->schema = document_kind_find(value);
    run->without_tree = true;
    *why = text_format(&run->arena, _("it is one of: %s"), document_kind_names(&run->arena).data);
    return state->schema != NULL;
}

static bool read_everything(struct run *run, struct text operand) {
    (void)operand;
    check_everything(&run->repository);
    return true;
}

static bool write_report(struct run *run, enum format format, struct output *output) {
    const struct document_kind *schema = ((const struct state *)run->state)->schema;
    (void)format;
    if (schema != NULL) {
        struct value value = schema_of(schema->shape, schema->title, &run->output_arena);
        json_write(output_writer(output), &value, &run->output_arena);
        return true;
    }
    diagnostics_write(&run->diagnostics, DIAGNOSTICS_EXCERPT, output_writer(output));
    return true;
}

static const struct command_option options[] = {
    {"schema", "KIND", N_("writes the JSON Schema of a kind of file instead, for editors"),
     take_schema, 0},
};

static const struct command command = {
    .name = "plan-check",
    .summary = N_("Reports everything that is wrong or suspicious in plan/ and meetings/."),
    .formats = "text",
    .is_report = true,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = read_everything,
    .write = write_report,
};

int main(int argc, char **argv) {
    struct state state = {.schema = NULL};
    return command_main(&command, &state, argc, argv);
}
