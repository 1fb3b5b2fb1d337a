// SPDX-License-Identifier: MIT

#include "view/address.h"

#include "base/path.h"
#include "input/link/link.h"
#include "model/plan/numbers.h"
#include "view/meant.h"

#include <ctype.h>
#include <string.h>

static bool is_markdown(const struct view_context *context) {
    return text_is(context->suffix, ".md");
}

// "../" for each level of the document's folder.
static struct text way_up(const struct view_context *context, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (struct text rest = context->folder; rest.size > 0; text_cut(&rest, '/'))
        writer_put(&writer, TEXT("../"));
    if (context->audience == AUDIENCE_MEMBERS)
        writer_put(&writer, TEXT("public/"));
    return writer_text(&writer);
}

struct text view_site_folder(struct text home) {
    struct text rest = home;
    text_cut(&rest, '/');
    return rest.data == NULL ? TEXT("") : rest;
}

// What RFC 3986 calls unreserved stays as it is, and so do slashes.
static void put_encoded(struct writer *writer, struct text path) {
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < path.size; i++) {
        unsigned char byte = (unsigned char)path.data[i];
        if (memchr("-._~/", byte, 5) != NULL || (byte < 0x80 && isalnum(byte))) {
            writer_byte(writer, (char)byte);
            continue;
        }
        writer_byte(writer, '%');
        writer_byte(writer, digits[byte >> 4]);
        writer_byte(writer, digits[byte & 15]);
    }
}

struct text view_site_path(const struct view_context *context, struct text file,
                           struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    put_encoded(&writer, context->folder);
    if (context->folder.size > 0)
        writer_byte(&writer, '/');
    put_encoded(&writer, file);
    return writer_text(&writer);
}

// "plan", "action-plan" → "../action-plan.html".
static struct text document_address(const struct view_context *context, struct text home,
                                    struct text stem, struct text fragment, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    struct text folder = view_site_folder(home);
    if (!text_equal(home, context->home)) {
        writer_put(&writer, way_up(context, arena));
        put_encoded(&writer, folder);
        if (folder.size > 0)
            writer_byte(&writer, '/');
    }
    put_encoded(&writer, stem);
    writer_put(&writer, context->suffix);
    if (fragment.size > 0) {
        writer_byte(&writer, '#');
        writer_put(&writer, fragment);
    }
    return writer_text(&writer);
}

struct text view_meeting_address(const struct view_context *context, struct text folder,
                                 struct text stem, struct text fragment, struct arena *arena) {
    bool is_led_to =
        text_equal(folder, context->home) || repository_is_sent(context->repository, folder);
    return is_led_to ? document_address(context, folder, stem, fragment, arena) : TEXT("");
}

// The document that is made of a file of plan/: "plan/grant-2024.yaml" → "grant-2024".
static struct text plan_document(const struct view_context *context, struct text path,
                                 struct text fragment, struct arena *arena) {
    struct text stem = path_without_suffix(path);
    text_cut(&stem, '/');
    return document_address(context, TEXT("plan"), stem, fragment, arena);
}

struct text view_plan_page(const struct view_context *context, const struct plan *plan,
                           struct text stem, struct text fragment, struct arena *arena) {
    struct text of_plan = path_without_suffix(plan->source->path);
    text_cut(&of_plan, '/');
    return document_address(context, text_concat(arena, TEXT("site/"), of_plan), stem, fragment,
                            arena);
}

// Markdown has no place for an anchor at a table's row: there the document alone is named.
static struct text plan_address(const struct view_context *context, const struct plan *plan,
                                struct text anchor, struct arena *arena) {
    bool here =
        context->kind == VIEW_OF_PLAN &&
        (context->plan == NULL || text_equal(context->plan->source->path, plan->source->path));
    if (here)
        return is_markdown(context) ? TEXT("") : text_concat(arena, TEXT("#"), anchor);
    return plan_document(context, plan->source->path, is_markdown(context) ? TEXT("") : anchor,
                         arena);
}

struct text view_action_address(const struct view_context *context, struct text number,
                                struct arena *arena) {
    struct found_action found = view_action(context, number);
    if (found.action == NULL)
        return TEXT("");
    struct text anchor = action_anchor_of(found.plan, found.action, found.number, arena);
    return context->of_site ? view_plan_page(context, found.plan, anchor, TEXT(""), arena)
                            : plan_address(context, found.plan, anchor, arena);
}

static struct text goal_address(const struct view_context *context, struct text number,
                                struct arena *arena) {
    struct found_goal found = repository_goal(context->repository, number, context->plan,
                                              context->committee, context->day);
    if (found.goal == NULL)
        return TEXT("");
    if (context->of_site)
        return view_plan_page(context, found.plan, TEXT("index"),
                              goal_anchor_of(found.plan, found.goal, found.number, arena), arena);
    return plan_address(context, found.plan,
                        goal_anchor_of(found.plan, found.goal, found.number, arena), arena);
}

struct text view_site_address(const struct view_context *context, struct text address) {
    struct text website = context->repository->organisation->website.text;
    if (website.size == 0)
        return address;
    return text_format(context->arena, "%.*s%s%.*s", TEXT_ARGS(website),
                       text_ends_with(website, TEXT("/")) ? "" : "/", TEXT_ARGS(address));
}

// Forges drop the slash of "Sak 42/24", the case's heading; in HTML it becomes a hyphen.
struct text view_case_anchor(const struct view_context *context, struct text number,
                             struct arena *arena) {
    struct text lower = text_lower(arena, number);
    if (!is_markdown(context))
        return text_concat(arena, TEXT("sak-"), case_number_file(lower, arena));
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_put(&writer, TEXT("sak-"));
    for (size_t i = 0; i < lower.size; i++)
        if (lower.data[i] != '/')
            writer_byte(&writer, lower.data[i] == ' ' ? '-' : lower.data[i]);
    return writer_text(&writer);
}

struct text view_root_path(const struct view_context *context, struct text file,
                           struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_put(&writer, way_up(context, arena));
    put_encoded(&writer, file);
    return writer_text(&writer);
}

struct text view_case_page(const struct view_context *context, struct text folder,
                           struct text number, struct arena *arena) {
    return view_meeting_address(context, folder, view_case_anchor(context, number, arena), TEXT(""),
                                arena);
}

struct text view_case_address(const struct view_context *context, const struct known_case *known,
                              struct arena *arena) {
    if (known == NULL || known->folder.size == 0)
        return known == NULL ? TEXT("") : known->url;
    if (context->of_site)
        return known->paper == NULL
                   ? view_meeting_address(context, known->folder, TEXT("index"), TEXT(""), arena)
                   : view_case_page(context, known->folder, known->number, arena);
    struct text anchor = view_case_anchor(context, known->number, arena);
    if (context->kind == VIEW_OF_CASES && text_equal(known->folder, context->home))
        return text_concat(arena, TEXT("#"), anchor);
    return view_meeting_address(context, known->folder, TEXT("packet"), anchor, arena);
}

static struct text action_target(const struct view_context *context, struct text target,
                                 struct arena *arena) {
    return view_action_address(context, target, arena);
}

static struct text goal_target(const struct view_context *context, struct text target,
                               struct arena *arena) {
    return goal_address(context, target, arena);
}

static struct text case_target(const struct view_context *context, struct text target,
                               struct arena *arena) {
    return view_case_address(
        context, repository_case(context->repository, context->committee, target), arena);
}

static struct text grant_target(const struct view_context *context, struct text target,
                                struct arena *arena) {
    const struct grant *grant = repository_grant(context->repository, target);
    bool here = grant == NULL || context->kind == VIEW_OF_GRANT;
    return here ? TEXT("") : plan_document(context, grant->source->path, TEXT(""), arena);
}

static const struct {
    const char *scheme;
    struct text (*address)(const struct view_context *context, struct text target,
                           struct arena *arena);
} schemes[] = {
    {"tiltak", action_target},
    {"mål", goal_target},
    {"sak", case_target},
    {"tilskudd", grant_target},
};

struct text view_link_address(const struct prose_links *links, struct text url,
                              struct arena *arena) {
    const struct view_context *context = (const struct view_context *)(const void *)links;
    struct text scheme, target;
    if (!markdown_own_scheme(url, &scheme, &target))
        return TEXT("");
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (text_is(scheme, schemes[i].scheme))
            return schemes[i].address(context, target, arena);
    return TEXT("");
}
