// SPDX-License-Identifier: MIT
// A case paper: front matter, body and its sections, among the other papers of its meeting.

#include "fuzz.h"

#include "check/meeting/rules.h"
#include "check/writing/writing.h"
#include "model/tree/reading.h"

static bool lies_within(struct text part, struct text whole) {
    return part.size == 0 ||
           (part.data >= whole.data && part.data + part.size <= whole.data + whole.size);
}

static void require_sections(struct fuzz *fuzz, const struct case_paper *paper) {
    struct source *source = (struct source *)(uintptr_t)paper->source;
    fuzz_require_places(fuzz, source, paper->body.first);
    for (size_t i = 0; i < paper->sections.count; i++) {
        const struct case_section *section = &paper->sections.items[i];
        if (section->at.line > 0)
            fuzz_require_place(fuzz, source, section->at);
        REQUIRE(lies_within(section->text.source, paper->body.source));
        const struct points points = points_of(&section->text, &fuzz->arena);
        points_find(&points, TEXT("1"));
        REQUIRE(points_find(&points, TEXT("a")) == NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    fuzz_begin(&fuzz, data, size);
    fuzz_open_tree(&fuzz);
    if (source_add(fuzz.sources, TEXT("meetings/2024-03-12-asu/2-24.md"), fuzz.input) != NULL) {
        struct text folder = TEXT("meetings/2024-03-12-asu");
        const struct meeting *meeting = read_meeting(&fuzz.repository, folder, PAPERS_WHOLE);
        check_meeting(&fuzz.repository, meeting);
        check_case_papers(&fuzz.repository, meeting);
        for (size_t i = 0; i < meeting->agenda.count; i++)
            if (meeting->agenda.items[i].paper != NULL)
                require_sections(&fuzz, meeting->agenda.items[i].paper);
        check_texts(&fuzz.repository);
    }
    fuzz_end(&fuzz);
    return 0;
}
