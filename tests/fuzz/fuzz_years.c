// SPDX-License-Identifier: MIT
// Year marks of an action: what is taken stands in order, and written again is the same.

#include "fuzz.h"

#include "model/plan/plan.h"

static struct year_marks read_marks(struct fuzz *fuzz, const char *path, struct text years) {
    static const struct text front = TEXT_OF(
        "dokument: handlingsplan\ntittel: T\neier: A\når: 2000\nområder:\n- nr: 1\n  navn: N\n"
        "  mål:\n  - nr: 1.1\n    mål: M\n    tiltak:\n    - nr: 1.1.1\n      år: ");
    struct text file = text_concat(&fuzz->arena, front, years);
    const struct year_marks none = {.count = 0};
    if (source_add(fuzz->sources, text_from(path), file) == NULL)
        return none;
    struct plan *plan = plan_read(fuzz->sources, text_from(path));
    REQUIRE(plan != NULL);
    if (plan->action_count == 0)
        return none;
    return plan->areas.items[0].goals.items[0].actions.items[0].years;
}

static struct text written(struct fuzz *fuzz, struct year_marks marks) {
    struct writer writer;
    writer_to_memory(&writer, &fuzz->arena);
    writer_byte(&writer, '{');
    for (size_t i = 0; i < marks.count; i++) {
        const struct year_mark *mark = &marks.items[i];
        REQUIRE(mark->year >= 1900 && mark->year <= 2200);
        REQUIRE(i == 0 || mark[-1].year < mark->year);
        REQUIRE(mark->mark > MARK_NONE && mark->mark < MARK_COUNT);
        writer_number(&writer, mark->year);
        writer_put(&writer, text_format(&fuzz->arena, ": \"%s\", ",
                                        mark_name(mark->mark, &fuzz->arena).data));
    }
    writer_byte(&writer, '}');
    return writer_text(&writer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    fuzz_begin(&fuzz, data, size);
    struct year_marks marks = read_marks(&fuzz, "a", fuzz.input);
    size_t errors = fuzz.diagnostics.errors;
    struct year_marks again = read_marks(&fuzz, "b", written(&fuzz, marks));
    REQUIRE(fuzz.diagnostics.errors == errors && again.count == marks.count);
    for (size_t i = 0; i < marks.count; i++)
        REQUIRE(marks.items[i].year == again.items[i].year &&
                marks.items[i].mark == again.items[i].mark);
    fuzz_end(&fuzz);
    return 0;
}
