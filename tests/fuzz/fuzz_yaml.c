// SPDX-License-Identifier: MIT
// A YAML file, read and bound by the tables of its kind, and checked: whatever it holds, every
// place that is reported or kept lies in it.

#include "fuzz.h"

#include "check/grant/rules.h"
#include "check/meeting/rules.h"
#include "check/plan/rules.h"
#include "check/writing/writing.h"
#include "model/tree/reading.h"

#include <string.h>

static bool is_kind(struct text input, const char *kind) {
    size_t size = strlen(kind);
    return memmem(input.data, input.size < 400 ? input.size : 400, kind, size) != NULL;
}

static void require_proses(struct fuzz *fuzz, const struct plan *plan) {
    struct source *source = (struct source *)(uintptr_t)plan->source;
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct goal *goal = &plan->areas.items[i].goals.items[j];
            fuzz_require_places(fuzz, source, goal->text.first);
            for (size_t k = 0; k < goal->actions.count; k++)
                fuzz_require_places(fuzz, source, goal->actions.items[k].text.first);
        }
}

static void try_plan(struct fuzz *fuzz) {
    struct text path = TEXT("plan/action-plan.yaml");
    if (source_add(fuzz->sources, path, fuzz->input) == NULL)
        return;
    const struct plan *numbers = plan_read_numbers(fuzz->sources, path);
    const struct plan *plan = read_plan(&fuzz->repository, path);
    REQUIRE(numbers->action_count == plan->action_count || fuzz->diagnostics.errors > 0);
    require_proses(fuzz, plan);
    check_plan(&fuzz->repository, plan);
}

static void try_meeting(struct fuzz *fuzz) {
    struct text folder = TEXT("meetings/2024-03-12-asu");
    if (source_add(fuzz->sources, TEXT("meetings/2024-03-12-asu/meeting.yaml"), fuzz->input) ==
        NULL)
        return;
    const struct meeting *meeting = read_meeting(&fuzz->repository, folder, PAPERS_FRONT);
    check_meeting(&fuzz->repository, meeting);
}

static void try_grant(struct fuzz *fuzz) {
    struct text path = TEXT("plan/grant-2024.yaml");
    if (source_add(fuzz->sources, path, fuzz->input) == NULL)
        return;
    const struct grant *grant = read_grant(&fuzz->repository, path);
    int64_t sum = 0;
    for (size_t i = 0; i < grant->allocations.count; i++)
        REQUIRE(!__builtin_add_overflow(sum, grant->allocations.items[i].amount.ore, &sum));
    REQUIRE(sum == grant->allocated || fuzz->diagnostics.errors > 0);
    check_grant(&fuzz->repository, grant);
}

static void try_organisation(struct fuzz *fuzz) {
    struct text path = TEXT("plan/another.yaml");
    if (source_add(fuzz->sources, path, fuzz->input) != NULL)
        organisation_read(fuzz->sources, path);
}

static void try_earlier_cases(struct fuzz *fuzz) {
    if (source_add(fuzz->sources, TEXT("plan/earlier-cases.yaml"), fuzz->input) != NULL)
        read_everything(&fuzz->repository);
}

static void try_terms(struct fuzz *fuzz) {
    if (source_add(fuzz->sources, TEXT("plan/terms.yaml"), fuzz->input) == NULL)
        return;
    read_everything(&fuzz->repository); // texts in which the terms are looked for
}

static const struct {
    const char *kind;
    void (*read)(struct fuzz *fuzz);
} readers[] = {
    {"dokument: møte", try_meeting},
    {"dokument: tilskudd", try_grant},
    {"dokument: organisasjon", try_organisation},
    {"dokument: tidligere saker", try_earlier_cases},
    {"dokument: termer", try_terms},
};

// The document's own word decides who reads it, so that every file of a tree is an input.
static void read_by_kind(struct fuzz *fuzz) {
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (is_kind(fuzz->input, readers[i].kind)) {
            readers[i].read(fuzz);
            return;
        }
    try_plan(fuzz);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz fuzz;
    fuzz_begin(&fuzz, data, size);
    fuzz_open_tree(&fuzz);
    read_by_kind(&fuzz);
    check_texts(&fuzz.repository);
    fuzz_end(&fuzz);
    return 0;
}
