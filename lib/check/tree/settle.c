// SPDX-License-Identifier: MIT

#include "check/tree/settle.h"

#include "base/message.h"
#include "check/tree/causes.h"
#include "input/file/ignore.h"

struct settling {
    const struct diagnostics *diagnostics;
    const struct sources *sources;
    const struct rule_levels *chosen;
    const struct rule_levels *of_tree;
};

static const enum severity severities[] = {
    [LEVEL_NOTE] = SEVERITY_NOTE,
    [LEVEL_WARNING] = SEVERITY_WARNING,
    [LEVEL_ERROR] = SEVERITY_ERROR,
};

static bool is_ignored(const struct sources *sources, const struct diagnostic *diagnostic) {
    if (rule_is_fixed(diagnostic->rule))
        return false;
    struct source *source = source_find(sources, diagnostic->file);
    return source != NULL &&
           ignores_use(ignores_of(sources, source), diagnostic->at.line, diagnostic->rule);
}

static bool judge(void *context, struct diagnostic *diagnostic) {
    const struct settling *settling = context;
    if (is_ignored(settling->sources, diagnostic) ||
        is_consequence(settling->diagnostics, diagnostic))
        return false;
    enum rule rule = diagnostic->rule;
    enum level level = settling->chosen->of[rule];
    if (level == LEVEL_NOT_SET)
        level = settling->of_tree->of[rule];
    if (level > LEVEL_OFF)
        diagnostic->severity = severities[level];
    return level != LEVEL_OFF;
}

void check_settle(const struct repository *repository, const struct rule_levels *chosen) {
    struct diagnostics *diagnostics = repository->diagnostics;
    if (diagnostics->settled == diagnostics->count)
        return;
    struct settling settling = {diagnostics, &repository->sources, chosen,
                                &repository->settings->levels};
    diagnostics_settle(diagnostics, judge, &settling);
}

// Rules that are broken only on some days: without a day, nobody knows whether a comment that
// silences them is needed.
static const enum rule rules_of_the_day[] = {
    RULE_DONE_BEFORE_START, RULE_NOT_STARTED, RULE_DEADLINE_PASSED,  RULE_REPORT_OVERDUE,
    RULE_NO_PAYMENT,        RULE_SENT_LATE,   RULE_MEETING_NOT_HELD, RULE_NO_ACCOUNT,
};

static bool is_known(const struct repository *repository, enum rule rule) {
    for (size_t i = 0; i < sizeof rules_of_the_day / sizeof *rules_of_the_day; i++)
        if (rule == rules_of_the_day[i])
            return repository->today.year != 0;
    return true;
}

static void check_rule(const struct repository *repository, struct text file,
                       const struct ignored_rule *ignored) {
    struct diagnostics *diagnostics = repository->diagnostics;
    if (ignored->rule == RULE_COUNT) {
        struct text near = rule_nearest(ignored->id);
        report(diagnostics, RULE_UNKNOWN_RULE, file, ignored->at,
               near.size > 0 ? _("there is no rule '%.*s'; did you mean '%.*s'?")
                             : _("there is no rule '%.*s'; docs/rules.md has them all"),
               TEXT_ARGS(ignored->id), TEXT_ARGS(near));
    } else if (rule_is_fixed(ignored->rule)) {
        report(diagnostics, RULE_FIXED_LEVEL, file, ignored->at,
               _("the rule '%s' is always an error: what breaks it cannot be read"),
               rule_id(ignored->rule));
    } else if (!ignored->used && is_known(repository, ignored->rule) &&
               diagnostics->unread_count == 0) { // else the rule may not have been asked
        report(diagnostics, RULE_UNUSED_IGNORE, file, ignored->at,
               _("nothing breaks the rule '%s' here; delete it from the comment"),
               rule_id(ignored->rule));
    }
}

static void check_ignore(const struct repository *repository, struct text file,
                         const struct ignore *ignore) {
    struct diagnostics *diagnostics = repository->diagnostics;
    for (size_t i = 0; i < ignore->rule_count; i++)
        check_rule(repository, file, &ignore->rules[i]);
    if (!ignore->understood)
        report(diagnostics, RULE_IGNORE_COMMENT, file, ignore->at,
               _("the comment says nothing; write 'plan-check: ignore', the id of a rule, a dash, "
                 "and the reason"));
    else if (!ignore->has_reason)
        report(diagnostics, RULE_IGNORE_COMMENT, file, ignore->at,
               _("the comment gives no reason; write it after a dash: 'plan-check: ignore %.*s – "
                 "reason'"),
               TEXT_ARGS(ignore->rules[0].id));
}

void check_ignores(const struct repository *repository) {
    const struct index *sources = &repository->sources.by_path;
    for (size_t i = 0; i < sources->capacity; i++) {
        struct source *source = source_find(&repository->sources, sources->entries[i].key);
        if (sources->entries[i].thing == NULL)
            continue;
        const struct ignore_list *ignores = ignores_of(&repository->sources, source);
        for (size_t j = 0; j < ignores->count; j++)
            check_ignore(repository, source->path, &ignores->items[j]);
    }
}
