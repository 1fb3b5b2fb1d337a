// SPDX-License-Identifier: MIT

#include "check/meeting/exemption.h"

#include "base/message.h"

static bool is_same_title(struct text title, struct text other, struct arena *arena) {
    return text_equal(text_lower(arena, text_nfc(arena, title)),
                      text_lower(arena, text_nfc(arena, other)));
}

void check_exemption(const struct referrer *referrer, const struct exemption *exemption,
                     struct scalar title) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (is_exempt(exemption) && title.text.size > 0 &&
        is_same_title(title.text, exemption->public_title.text, referrer->repository->arena))
        report(diagnostics, RULE_EXEMPT_AND_OPEN, referrer->file, exemption->public_title.at,
               _("the title for the public is the one that is exempt; write one that reveals "
                 "nothing"));
    if (is_exempt(exemption) && exemption->public_title.text.size == 0)
        report(diagnostics, RULE_MISSING_KEY, referrer->file, exemption->basis.at,
               _("what is exempt from publicity needs a title that the public may see; add "
                 "'offentlig-tittel'"));
    if (!is_exempt(exemption) && exemption->public_title.at.line > 0)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, exemption->public_title.at,
               _("a title for the public belongs to what is exempt; add 'unntatt' with the legal "
                 "basis, or delete it"));
}

void check_agenda_exemption(const struct referrer *referrer, const struct agenda_item *item) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    const struct exemption *exemption = &item->exemption;
    struct position at = is_exempt(exemption) ? exemption->basis.at : exemption->public_title.at;
    if (at.line == 0)
        return;
    if (item->paper != NULL)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, at,
               _("what is exempt in a case is written in its paper; delete it here"));
    else if (item->case_number.at.line == 0)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, at,
               _("only a case can be exempt from publicity here"));
    else
        check_exemption(referrer, exemption, item->title);
}

// One way in which a file is published or kept back.
struct file_use {
    const struct case_paper *paper;
    const struct attachment *attachment; // NULL: the paper itself
};

static bool is_exempt_use(const struct file_use *use) {
    return is_exempt(&use->paper->exemption) ||
           (use->attachment != NULL && is_exempt(&use->attachment->exemption));
}

static void check_use(const struct repository *repository, struct index *uses, struct text file,
                      struct file_use use) {
    struct file_use *kept = arena_alloc(repository->arena, sizeof *kept);
    *kept = use;
    const struct file_use *first = index_add(uses, file, kept);
    if (first == NULL || is_exempt_use(first) == is_exempt_use(kept))
        return;
    const struct file_use *open = is_exempt_use(first) ? kept : first;
    const struct file_use *closed = is_exempt_use(first) ? first : kept;
    struct position at =
        open->attachment == NULL ? open->paper->title.at : open->attachment->file.at;
    report(repository->diagnostics, RULE_EXEMPT_AND_OPEN, open->paper->source->path, at,
           _("'%.*s' is exempt from publicity in %.*s, and would be published by this case"),
           TEXT_ARGS(file), TEXT_ARGS(closed->paper->source->path));
}

void check_exempt_files(const struct repository *repository, const struct meeting *meeting) {
    struct arena *arena = repository->arena;
    struct index uses;
    index_init(&uses, arena);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper != NULL && paper->source->path.size > meeting->folder.size)
            check_use(
                repository, &uses,
                text_slice(paper->source->path, meeting->folder.size + 1, paper->source->path.size),
                (struct file_use){paper, NULL});
    }
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        for (size_t j = 0; paper != NULL && j < paper->attachments.count; j++)
            if (paper->attachments.items[j].file.text.size > 0)
                check_use(repository, &uses, paper->attachments.items[j].file.text,
                          (struct file_use){paper, &paper->attachments.items[j]});
    }
}
