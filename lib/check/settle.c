// SPDX-License-Identifier: MIT

#include "check/settle.h"

struct settling {
    const struct rule_levels *chosen;
    const struct rule_levels *of_tree;
};

static const enum severity severities[] = {
    [LEVEL_NOTE] = SEVERITY_NOTE,
    [LEVEL_WARNING] = SEVERITY_WARNING,
    [LEVEL_ERROR] = SEVERITY_ERROR,
};

static bool judge(void *context, struct diagnostic *diagnostic) {
    const struct settling *settling = context;
    enum rule rule = diagnostic->rule;
    enum level level = settling->chosen->of[rule];
    if (level == LEVEL_NOT_SET)
        level = settling->of_tree->of[rule];
    if (level > LEVEL_OFF)
        diagnostic->severity = severities[level];
    return level != LEVEL_OFF;
}

void check_settle(struct repository *repository, const struct rule_levels *chosen) {
    struct diagnostics *diagnostics = repository->diagnostics;
    if (diagnostics->settled == diagnostics->count)
        return;
    struct settling settling = {chosen, &repository_settings(repository)->levels};
    diagnostics_settle(diagnostics, judge, &settling);
}
