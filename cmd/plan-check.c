// SPDX-License-Identifier: MIT
// plan-check: everything that is wrong or suspicious in the document tree.

#include "common/earlier.h"
#include "common/today.h"
#include "common/usage.h"

#include "base/message.h"
#include "base/system_error.h"
#include "check/decisions/proposals.h"
#include "check/tree/everything.h"
#include "check/fix/fix.h"
#include "check/tree/selection.h"
#include "check/tree/settle.h"
#include "document/build/addresses.h"
#include "input/file/folder.h"
#include "input/yaml/schema.h"
#include "model/tree/kinds.h"
#include "model/tree/reading.h"
#include "render/diagnostics/diff.h"
#include "render/data/json.h"
#include "render/diagnostics/findings.h"
#include "view/labels.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct state {
    struct text_list files; // whose findings are shown
    struct text working_folder;
    struct text folder;             // where the tree is in its repository
    const struct file_kind *schema; // NULL: the tree is checked
    enum rule explained;            // RULE_COUNT: none
    bool counts_rules;              // --statistics
    bool fixes;                     // --fix
    bool shows_diff;                // -n
    struct text revision;           // --rev; empty: none
    struct repository earlier;      // the tree of that
    struct fixed_files fixed;
    size_t fixed_places;
};

static bool take_fix(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    run->changes_tree = true;
    return ((struct state *)run->state)->fixes = true;
}

static bool take_dry_run(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return ((struct state *)run->state)->shows_diff = true;
}

static bool take_schema(struct run *run, struct text value, struct text *why) {
    struct state *state = run->state;
    state->schema = file_kind_find(value);
    if (state->schema == NULL)
        state->schema = file_kind_of_schema(value);
    run->without_tree = true;
    *why =
        text_format(&run->arena, _("it is one of: %s"), file_kind_names(false, &run->arena).data);
    return state->schema != NULL;
}

static bool find_rule(struct run *run, struct text id, enum rule *rule, struct text *why) {
    *rule = rule_find(id);
    if (*rule != RULE_COUNT)
        return true;
    struct text near = rule_nearest(id);
    *why = text_format(&run->arena,
                       near.size > 0 ? _("there is no rule '%.*s'; did you mean '%.*s'?")
                                     : _("there is no rule '%.*s'; docs/rules.md has them all"),
                       TEXT_ARGS(id), TEXT_ARGS(near));
    return false;
}

static bool take_explain(struct run *run, struct text value, struct text *why) {
    run->without_tree = true;
    return find_rule(run, value, &((struct state *)run->state)->explained, why);
}

static bool take_statistics(struct run *run, struct text value, struct text *why) {
    (void)value;
    (void)why;
    return ((struct state *)run->state)->counts_rules = true;
}

static bool take_revision(struct run *run, struct text value, struct text *why) {
    ((struct state *)run->state)->revision = text_copy(&run->arena, value);
    *why = text_from(_("a revision of git is expected, such as HEAD~1 or v1"));
    return value.size > 0 && value.data[0] != '-';
}

static bool take_level(struct run *run, struct text value, struct text *why) {
    struct text level = value, id = text_cut(&level, '=');
    enum rule rule;
    if (!find_rule(run, id, &rule, why))
        return false;
    run->levels.of[rule] = rule_level_find(text_lower(&run->arena, level));
    if (run->levels.of[rule] == LEVEL_NOT_SET)
        *why = text_from(_("the level is one of: error, warning, note, off"));
    else if (rule_is_fixed(rule))
        *why = text_format(&run->arena,
                           _("the rule '%s' is always an error: what breaks it cannot be read"),
                           rule_id(rule));
    return why->size == 0;
}

// A file may have several names, by links to folders.
static bool select_file(struct selection *selection, const char *name, struct text *why) {
    char real[PATH_MAX];
    struct text as_well;
    return selection_add(selection, text_from(name), why) ||
           (realpath(name, real) != NULL && selection_add(selection, text_from(real), &as_well));
}

// Those that are named, or all.
static void select_files(struct run *run) {
    struct state *state = run->state;
    struct selection selection;
    struct text why;
    selection_init(&selection, &run->repository, state->working_folder);
    for (size_t i = 0; run->misuse.size == 0 && i < run->operand_count; i++)
        if (!select_file(&selection, run->operands[i], &why))
            run->misuse = why;
    if (run->operand_count == 0)
        select_file(&selection, ".", &why);
    selection_apply(&selection);
    state->files = selection_files(&selection);
}

// A tree with errors is not published, and has no addresses of its own.
static void compare_revisions(struct run *run) {
    struct state *state = run->state;
    bool is_sound = run->diagnostics.errors == 0;
    if (state->revision.size > 0)
        proposals_compare(&run->repository, &state->earlier, state->revision);
    if (state->revision.size > 0 && is_sound)
        addresses_compare(&run->repository, &state->earlier, state->revision);
}

static void check_and_select(struct run *run) {
    run->repository.today = run->document.choices.today;
    read_everything(&run->repository);
    check_everything(&run->repository);
    labels_check(&run->template_folder);
    check_settle(&run->repository, &run->levels);
    compare_revisions(run);
    check_settle(&run->repository, &run->levels);
    check_ignores(&run->repository);
    check_settle(&run->repository, &run->levels);
    select_files(run);
    diagnostics_sort(&run->diagnostics);
}

// Collects what can be fixed, and what can be fixed after that: one fix can reveal another. The
// repository is then as it will be.
static void collect_fixes(struct run *run) {
    enum { MOST_ROUNDS = 50 }; // each finds some hundred faults; and two fixes may undo each other
    struct state *state = run->state;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        if (!fixes_collect(&run->repository, state->working_folder, &state->fixed))
            break;
        diagnostics_init(&run->diagnostics, &run->arena);
        repository_init(&run->repository, &run->arena, &run->diagnostics, true);
        fixes_show(&state->fixed, &run->repository.sources);
        read_organisation(&run->repository);
        read_settings(&run->repository);
        check_and_select(run);
    }
    for (size_t i = 0; i < state->fixed.refusal_count; i++)
        usage_warn(run->command, "%.*s", TEXT_ARGS(state->fixed.refusals[i]));
}

// What --fix would do, with the repository left as it is.
static void plan_diff(struct run *run) {
    const struct repository repository = run->repository;
    const struct diagnostics diagnostics = run->diagnostics;
    collect_fixes(run);
    run->repository = repository;
    run->diagnostics = diagnostics;
}

// False where a file could not be written.
static bool fix(struct run *run) {
    struct state *state = run->state;
    for (size_t i = 0; i < state->fixed.count; i++) {
        const struct fixed_file *file = &state->fixed.items[i];
        if (!fixed_file_write(file, &run->arena)) {
            run->message = text_format(&run->arena, _("cannot write %s: %.*s"),
                                       text_copy(&run->arena, file->path).data,
                                       TEXT_ARGS(text_from(system_error(errno))));
            return false;
        }
        state->fixed_places += file->count;
    }
    return true;
}

// False with run->misuse.
static bool read_revision(struct run *run) {
    struct state *state = run->state;
    struct text fault;
    if (state->revision.size == 0 ||
        earlier_read(&state->earlier, state->revision, &run->arena, &fault))
        return true;
    run->misuse = text_format(&run->arena, _("cannot read the revision '%.*s': %.*s"),
                              TEXT_ARGS(state->revision), TEXT_ARGS(fault));
    return false;
}

static bool check_tree(struct run *run, struct text operand) {
    (void)operand;
    struct state *state = run->state;
    char folder[PATH_MAX];
    if (getcwd(folder, sizeof folder) == NULL)
        strcpy(folder, "/");
    state->working_folder = text_copy(&run->arena, text_from(folder));
    state->folder = folder_in_repository(state->working_folder, &run->arena);
    if (!read_revision(run))
        return true;
    check_and_select(run);
    if (run->misuse.size > 0 || !(state->fixes || state->shows_diff))
        return true;
    if (state->shows_diff) {
        plan_diff(run);
        return true;
    }
    collect_fixes(run);
    return fix(run);
}

static void write_diffs(const struct fixed_files *fixed, struct arena *arena,
                        struct writer *writer) {
    for (size_t i = 0; i < fixed->count; i++)
        diff_write(writer, fixed->items[i].path, fixed->items[i].bytes, fixed->items[i].fixes,
                   fixed->items[i].count, arena);
}

static void (*const writers[FORMAT_COUNT])(const struct findings *findings,
                                           struct writer *writer) = {
    [FORMAT_JSON] = findings_json,     [FORMAT_SARIF] = findings_sarif,
    [FORMAT_GITLAB] = findings_gitlab, [FORMAT_GITHUB] = findings_github,
    [FORMAT_JUNIT] = findings_junit,
};

static void write_schema(struct run *run, const struct file_kind *schema, struct output *output) {
    struct value value =
        schema_of(schema->shape, schema->variant, schema->title, &run->output_arena);
    json_write(output_writer(output), &value, &run->output_arena);
}

static bool write_findings(struct run *run, enum format format, struct output *output) {
    const struct state *state = run->state;
    if (state->schema != NULL) {
        write_schema(run, state->schema, output);
        return true;
    }
    if (state->explained != RULE_COUNT) {
        findings_explanation(state->explained, output_is_terminal(output), output_writer(output),
                             &run->output_arena);
        return true;
    }
    if (state->shows_diff) {
        write_diffs(&state->fixed, &run->output_arena, output_writer(output));
        return true;
    }
    if (state->counts_rules && format != FORMAT_TEXT) {
        run->misuse = text_from(_("--statistics goes with the format 'text' alone"));
        return false;
    }
    const struct findings findings = {
        .diagnostics = &run->diagnostics,
        .files = state->files,
        .folder = state->folder,
        .program = text_from(run->command->name),
        .version = TEXT(FELLESSKAP_VERSION),
        .look = command_look(output),
        .counts_rules = state->counts_rules,
        .has_fixed = state->fixes,
        .fixed_places = state->fixed_places,
        .fixed_file_count = state->fixed.count,
        .arena = &run->output_arena,
    };
    if (format == FORMAT_TEXT)
        findings_text(&findings, output_writer(output));
    else
        writers[format](&findings, output_writer(output));
    return true;
}

static const struct command_option options[] = {
    {"date", "DATE", N_("the day it is, to see what is late"), today_take, 'd'},
    {"schema", "KIND", N_("writes the JSON Schema of a kind of file instead, for editors"),
     take_schema, 0},
    {"explain", "RULE", N_("writes what a rule means and what to do instead"), take_explain, 0},
    {"statistics", NULL, N_("write how often each rule is broken, and not where"), take_statistics,
     0},
    {"fix", NULL, N_("fix what is certain, and report what is left"), take_fix, 0},
    {"dry-run", NULL, N_("show as a diff what --fix would do, and do nothing"), take_dry_run, 'n'},
    {"rev", "REV", N_("tell also which addresses of an earlier revision lead nowhere now"),
     take_revision, 0},
    {"level", "RULE=LEVEL", N_("error, warning, note or off, for this rule"), take_level, 'W'},
};

static const struct command command = {
    .name = "plan-check",
    .summary = N_("Reports everything that is wrong or suspicious in plan/ and meetings/."),
    .operand = "FILE",
    .many_operands = true,
    .formats = "text json sarif gitlab github junit",
    .is_check = true,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .read = check_tree,
    .write = write_findings,
};

int main(int argc, char **argv) {
    struct state state = {.explained = RULE_COUNT};
    return command_main(&command, &state, argc, argv);
}
