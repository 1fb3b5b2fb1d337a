// SPDX-License-Identifier: MIT

#include "input/markdown/markdown.h"
#include "view/grant/grant.h"
#include "view/plan/matrix.h"

// Without its last suffix: "plan/action-plan.yaml" → "plan/action-plan".
static struct text without_suffix(struct text path) {
    size_t end = path.size;
    while (end > 0 && path.data[end - 1] != '.' && path.data[end - 1] != '/')
        end--;
    return end > 0 && path.data[end - 1] == '.' ? text_slice(path, 0, end - 1) : path;
}

static struct text folder_of(struct text path) {
    size_t end = path.size;
    while (end > 0 && path.data[end - 1] != '/')
        end--;
    return text_slice(path, 0, end > 0 ? end - 1 : 0);
}

static bool is_markdown(const struct view *view) {
    return text_is(view->suffix, ".md");
}

// "../" for each level that the document's folder lies deep.
static struct text way_up(const struct view *view, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (struct text rest = view->folder; rest.size > 0; text_cut(&rest, '/'))
        writer_put(&writer, TEXT("../"));
    return writer_text(&writer);
}

// From this document to the one at `path`, which has no suffix.
static struct text document_address(const struct view *view, struct text path, struct text fragment,
                                    struct arena *arena) {
    struct text folder = folder_of(path);
    bool same_folder = folder.size > 0 && text_equal(folder, view->folder);
    struct text up = same_folder ? TEXT("") : way_up(view, arena);
    struct text name = same_folder ? text_slice(path, folder.size + 1, path.size) : path;
    const struct text parts[] = {up, name, view->suffix, fragment.size > 0 ? TEXT("#") : TEXT(""),
                                 fragment};
    return text_join(arena, parts, 5, TEXT(""));
}

// Markdown has no place for an anchor at a table's row: there the document alone is named.
static struct text plan_address(const struct view *view, struct text what, struct text number,
                                struct arena *arena) {
    const struct plan *plan = repository_plan(view->repository);
    bool here = text_is(view->kind, "matrix");
    if (plan == NULL || (here && is_markdown(view)))
        return TEXT("");
    struct text parts[] = {TEXT("#"), what, number};
    if (here)
        return text_join(arena, parts, 3, TEXT(""));
    struct text fragment = text_concat(arena, what, number);
    return document_address(view, without_suffix(plan->source->path),
                            is_markdown(view) ? TEXT("") : fragment, arena);
}

struct text view_action_address(const struct view *view, struct text number, struct arena *arena) {
    return plan_address(view, TEXT("tiltak-"), number, arena);
}

// Forges drop the slash of "Sak 42/24", the case's heading; in HTML it becomes a hyphen.
struct text view_case_anchor(const struct view *view, struct text number, struct arena *arena) {
    struct text year = number;
    struct text running = text_cut(&year, '/');
    const struct text parts[] = {TEXT("sak-"), running, is_markdown(view) ? TEXT("") : TEXT("-"),
                                 year};
    return text_join(arena, parts, 4, TEXT(""));
}

struct text view_case_address(const struct view *view, const struct known_case *known,
                              struct arena *arena) {
    if (known == NULL || known->folder.size == 0)
        return known == NULL ? TEXT("") : known->url;
    struct text anchor = view_case_anchor(view, known->number, arena);
    if (text_is(view->kind, "packet") && text_equal(known->folder, view->home))
        return text_concat(arena, TEXT("#"), anchor);
    struct text packet = text_concat(arena, known->folder, TEXT("/packet"));
    return document_address(view, packet, anchor, arena);
}

static struct text action_target(const struct view *view, struct text target, struct arena *arena) {
    return view_action_address(view, target, arena);
}

static struct text goal_target(const struct view *view, struct text target, struct arena *arena) {
    return plan_address(view, TEXT("mål-"), target, arena);
}

static struct text case_target(const struct view *view, struct text target, struct arena *arena) {
    return view_case_address(view, repository_case(view->repository, view->committee, target),
                             arena);
}

static struct text grant_target(const struct view *view, struct text target, struct arena *arena) {
    const struct grant *grant = repository_grant(view->repository, target);
    bool here = grant == NULL || text_is(view->kind, "grant");
    return here ? TEXT("")
                : document_address(view, without_suffix(grant->source->path), TEXT(""), arena);
}

static const struct {
    const char *scheme;
    struct text (*address)(const struct view *view, struct text target, struct arena *arena);
} schemes[] = {
    {"tiltak", action_target},
    {"mål", goal_target},
    {"sak", case_target},
    {"tilskudd", grant_target},
};

// organ: and person: are shown by their words alone.
static struct text resolve(const struct prose_links *links, struct text url, struct arena *arena) {
    const struct view *view = (const struct view *)(const void *)links;
    struct text scheme, target;
    if (!markdown_own_scheme(url, &scheme, &target))
        return TEXT("");
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (text_is(scheme, schemes[i].scheme))
            return schemes[i].address(view, target, arena);
    return TEXT("");
}

static struct text embed(const struct prose_links *links, struct text url, struct value *value,
                         struct arena *arena) {
    const struct view *view = (const struct view *)(const void *)links;
    struct text scheme, target;
    markdown_own_scheme(url, &scheme, &target);
    if (text_is(scheme, "tilskudd")) {
        *value = grant_value(view, repository_grant(view->repository, target), NULL, 0, arena);
        return TEXT("grant-table");
    }
    const struct plan *plan = repository_plan(view->repository);
    *value = matrix_action_value(view, plan, index_find(&plan->actions, target), arena);
    return TEXT("action-card");
}

void view_init(struct view *view, struct repository *repository, struct arena *arena,
               const struct labels *labels, enum language language, const char *kind,
               struct text source_path, struct text committee, bool markdown) {
    *view = (struct view){
        .links = {resolve, embed},
        .repository = repository,
        .arena = arena,
        .labels = labels,
        .language = language,
        .kind = text_from(kind),
        .home = folder_of(source_path),
        .folder = folder_of(source_path),
        .suffix = markdown ? TEXT(".md") : TEXT(".html"),
        .committee = committee,
    };
}

void view_for_members(struct view *view) {
    view->audience = AUDIENCE_MEMBERS;
    view->folder = text_concat(view->arena, TEXT("members/"), view->home);
}
