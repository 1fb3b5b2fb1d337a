// SPDX-License-Identifier: MIT

#include "model/tree/kinds.h"

#include "base/message.h"
#include "input/file/limits.h"
#include "input/file/frontmatter.h"
#include "model/meeting/earlier.h"
#include "model/meeting/queue.h"
#include "model/register/adoption.h"
#include "model/register/deviations.h"
#include "model/register/indicators.h"
#include "model/register/networks.h"
#include "model/register/projects.h"
#include "model/register/registries.h"
#include "model/strategy/strategy.h"
#include "model/tree/fetch.h"
#include "model/tree/read_plans.h"
#include "model/year/year.h"

static const struct shape_variant queued_case = {
    .without = "sak",
    .with = &queued_case_shape,
    .how =
        N_("write 'sak', the number of the case; a case in meetings/queue/ has 'utvalg' instead"),
};

static void read_plan_file(struct reader *reader, struct text path) {
    reader_read_plan(reader, path);
}

static void read_grant_file(struct reader *reader, struct text path) {
    reader_read_grant(reader, path, true);
}

static void read_note_file(struct reader *reader, struct text path) {
    reader_read_note(reader, path);
}

static void read_terms_file(struct reader *reader, struct text path) {
    (void)path;
    reader->repository->terms = terms_read(&reader->repository->sources);
}

static void read_registry_file(struct reader *reader, struct text path) {
    for (enum registry_id id = 0; id < REGISTRY_COUNT; id++)
        if (text_is(path, registry_kinds[id].path))
            reader_read_registry(reader, id);
}

static void read_year_file(struct reader *reader, struct text path) {
    (void)path;
    reader_read_year(reader);
}

static const struct file_kind file_kinds[] = {
    {
        .shape = &organisation_shape,
        .title = N_("the bodies and people of a helsefellesskap"),
        .schema = "organisation",
        .path = ORGANISATION_PATH,
        .is_of_plan = true,
    },
    {
        .shape = &plan_shape,
        .title = N_("an action plan"),
        .schema = "action-plan",
        .is_of_plan = true,
        .read = read_plan_file,
    },
    {
        .shape = &grant_shape,
        .title = N_("a grant and its allocations"),
        .schema = "grant",
        .is_of_plan = true,
        .read = read_grant_file,
    },
    {
        .shape = &status_note_shape,
        .title = N_("what was reported on a day"),
        .schema = "status-note",
        .is_of_plan = true,
        .read = read_note_file,
    },
    {
        .shape = &strategy_shape,
        .title = N_("the strategy of a helsefellesskap"),
        .schema = "strategy",
        .path = STRATEGY_PATH,
        .is_of_plan = true,
    },
    {
        .shape = &earlier_cases_shape,
        .title = N_("cases from before the papers were kept here"),
        .schema = "earlier-cases",
        .path = EARLIER_CASES_PATH,
        .is_of_plan = true,
    },
    {
        .shape = &terms_shape,
        .title = N_("words that are written in one way"),
        .schema = "terms",
        .path = TERMS_PATH,
        .is_of_plan = true,
        .read = read_terms_file,
    },
    {
        .shape = &projects_shape,
        .title = N_("the projects of a helsefellesskap"),
        .schema = "projects",
        .path = "plan/projects.yaml",
        .is_of_plan = true,
        .read = read_registry_file,
    },
    {
        .shape = &networks_shape,
        .title = N_("the networks of a helsefellesskap"),
        .schema = "networks",
        .path = "plan/networks.yaml",
        .is_of_plan = true,
        .read = read_registry_file,
    },
    {
        .shape = &agreements_shape,
        .title = N_("who has adopted the agreements of a helsefellesskap"),
        .schema = "adoption",
        .path = "plan/adoption.yaml",
        .is_of_plan = true,
        .read = read_registry_file,
    },
    {
        .shape = &indicators_shape,
        .title = N_("the indicators of a helsefellesskap"),
        .schema = "indicators",
        .path = "plan/indicators.yaml",
        .is_of_plan = true,
        .read = read_registry_file,
    },
    {
        .shape = &deviations_shape,
        .title = N_("the deviations in the cooperation, counted by tertial"),
        .schema = "deviations",
        .path = "plan/deviations.yaml",
        .is_of_plan = true,
        .read = read_registry_file,
    },
    {
        .shape = &year_wheel_shape,
        .title = N_("what a helsefellesskap does every year"),
        .schema = "year",
        .path = YEAR_PATH,
        .is_of_plan = true,
        .read = read_year_file,
    },
    {
        .shape = &meeting_shape,
        .title = N_("a meeting and its agenda"),
        .schema = "meeting",
    },
    {
        .shape = &case_paper_shape,
        .title = N_("the data in front of a case paper"),
        .variant = &queued_case,
        .schema = "case-paper",
    },
    {
        .shape = &settings_shape,
        .title = N_("what the checks are to know of a tree"),
        .schema = "settings",
        .path = SETTINGS_PATH,
    },
};

static const size_t file_kind_count = sizeof file_kinds / sizeof *file_kinds;

// The first key of every file.
static const char *name_of(const struct file_kind *kind) {
    return kind->shape->fields[0].choices[0];
}

const struct file_kind *file_kind_find(struct text name) {
    for (size_t i = 0; i < file_kind_count; i++)
        if (text_is(name, name_of(&file_kinds[i])))
            return &file_kinds[i];
    return NULL;
}

const struct file_kind *file_kind_of_schema(struct text schema) {
    for (size_t i = 0; i < file_kind_count; i++)
        if (text_is(schema, file_kinds[i].schema))
            return &file_kinds[i];
    return NULL;
}

struct text file_kind_names(bool of_plan, struct arena *arena) {
    struct text *names = arena_alloc(arena, sizeof *names * file_kind_count);
    size_t count = 0;
    for (size_t i = 0; i < file_kind_count; i++)
        if (file_kinds[i].is_of_plan || !of_plan)
            names[count++] = text_from(name_of(&file_kinds[i]));
    return text_join(arena, names, count, TEXT(", "));
}

// What is written after `dokument` in the YAML of a file; empty where it is not there.
static struct text find_kind(struct sources *sources, struct source *source, struct text text) {
    struct text kind = TEXT("");
    struct yaml *yaml = yaml_open(sources, source, text, 1);
    struct yaml_item map = yaml_next(yaml), key;
    while (map.kind == YAML_MAP && kind.size == 0 && yaml_next_entry(yaml, &key)) {
        bool found = key.kind == YAML_SCALAR && text_is(key.text, "dokument");
        struct yaml_item value = yaml_next(yaml);
        if (found && value.kind == YAML_SCALAR)
            kind = text_nfc(sources->arena, text_trim(value.text));
        if (found)
            break;
        yaml_skip(yaml, value);
    }
    kind = text_copy(sources->arena, kind);
    source->broken = yaml_broken(yaml);
    yaml_close(yaml);
    return kind;
}

// What a file without a kind most likely is: who reads it says that its kind is missing.
static struct text usual_kind(struct text path) {
    if (plan_may_be(path))
        return TEXT("handlingsplan");
    if (status_note_may_be(path))
        return TEXT("statusnotat");
    return text_starts_with(path, TEXT("plan/grant-")) ? TEXT("tilskudd") : TEXT("");
}

// By the path, where that belongs to one kind alone.
static const struct file_kind *kind_of(struct text path, struct text name) {
    for (size_t i = 0; i < file_kind_count; i++)
        if (file_kinds[i].path != NULL && text_is(path, file_kinds[i].path))
            return &file_kinds[i];
    const struct file_kind *kind = file_kind_find(name);
    return kind != NULL && kind->is_of_plan ? kind : NULL;
}

static void report_kind(struct sources *sources, const struct source *source, struct text name) {
    if (name.size > 0)
        report(sources->diagnostics, RULE_DOCUMENT_KIND, source->path, (struct position){0, 0},
               _("'dokument: %.*s' is no kind of file that plan/ has; it is one of: %s"),
               TEXT_ARGS(name), file_kind_names(true, sources->arena).data);
    else if (!source->broken) // else that has been reported
        report(sources->diagnostics, RULE_MISSING_KEY, source->path, (struct position){1, 1},
               _("the key '%s' is missing here"), "dokument");
}

void file_kind_read(struct reader *reader, struct text path) {
    struct sources *sources = &reader->repository->sources;
    const struct position whole = {0, 0};
    struct source *source = source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), whole);
    if (source == NULL)
        return;
    bool was_broken = source->broken; // by what was read before, with more that is wrong in it
    struct text name = find_kind(sources, source, source->text);
    const struct file_kind *kind = kind_of(path, name.size > 0 ? name : usual_kind(path));
    if (kind == NULL)
        report_kind(sources, source, name);
    else if (kind->path != NULL && !text_is(path, kind->path))
        report(sources->diagnostics, RULE_DOCUMENT_KIND, path, whole,
               _("a file of the kind '%s' is read from %s alone; move it there"), name_of(kind),
               kind->path);
    else if (kind->read != NULL)
        kind->read(reader, path);
    else
        source->broken = was_broken;
}

bool file_says_its_kind(struct text path, struct arena *arena) {
    struct arena_savepoint saved = arena_save(arena);
    struct diagnostics silent;
    struct sources sources;
    struct front_matter parts;
    enum charset charset = CHARSET_ANY;
    diagnostics_init(&silent, arena);
    sources_init(&sources, arena, &silent);
    struct source *source = source_read_foreign(&sources, path, LIMIT_YAML_BYTES, TEXT(""),
                                                (struct position){0, 0}, &charset);
    bool has_front = source != NULL && front_matter_cut(source, &silent, &parts);
    // What commands write as JSON begins like this, and is written again.
    const struct text written = TEXT("{\n  \"dokument\": \"");
    bool says_kind = source != NULL && !text_starts_with(source->text, written) &&
                     find_kind(&sources, source, has_front ? parts.yaml : source->text).size > 0;
    arena_release(arena, saved);
    return says_kind;
}

bool plan_file_is_misnamed(struct text path, struct arena *arena) {
    struct text lower = text_lower(arena, path);
    return text_ends_with(lower, TEXT(".yml")) || text_ends_with(lower, TEXT(".yaml.txt")) ||
           (text_ends_with(lower, TEXT(".yaml")) && !text_ends_with(path, TEXT(".yaml")));
}

struct text plan_file_lacks_grant(const struct repository *repository, struct text path) {
    const struct text start = TEXT("plan/grant-"), end = TEXT("-payments.csv");
    const struct text_list *files = &repository->plan_files;
    if (!text_starts_with(path, start) || !text_ends_with(path, end) ||
        path.size <= start.size + end.size)
        return TEXT("");
    struct text id = text_slice(path, start.size, path.size - end.size);
    struct text grant = text_format(repository->arena, "plan/grant-%.*s.yaml", TEXT_ARGS(id));
    for (size_t i = 0; i < files->count; i++)
        if (text_equal(files->items[i], grant))
            return TEXT("");
    for (size_t i = 0; i < repository->grants.count; i++)
        if (payments_have_file(repository->grants.items[i].payments, path))
            return TEXT("");
    return id;
}
