// SPDX-License-Identifier: MIT
// The search of the site, which needs no server: pagefind makes its index of the pages that say
// with data-pagefind-body that they are to be found.

#include "document/site/parts.h"

#include "base/folders.h"
#include "base/message.h"
#include "base/system_error.h"
#include "base/writer.h"
#include "document/build/page.h"
#include "document/build/tools.h"
#include "model/plan/title.h"
#include "render/data/json.h"
#include "view/address.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct text search_program(struct arena *arena) {
    struct text program = tools_find("pagefind_extended", arena);
    return program.size > 0 ? program : tools_find("pagefind", arena);
}

static bool put(struct build *build, struct text path, struct text content) {
    return build_put(build, ROOM_PUBLIC, path, content) != NULL;
}

// What the page with the search box asks for; the rest are boxes of pagefind's own.
static bool is_needed(struct text path) {
    static const struct text folders[] = {TEXT_OF("fragment/"), TEXT_OF("index/"),
                                          TEXT_OF("filter/")};
    static const struct text names[] = {TEXT_OF("pagefind.js"), TEXT_OF("pagefind-worker.js"),
                                        TEXT_OF("pagefind-entry.json"),
                                        TEXT_OF("wasm.nb.pagefind")};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (text_starts_with(path, folders[i]))
            return !text_ends_with(path, TEXT("/"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal(path, names[i]))
            return true;
    return text_ends_with(path, TEXT(".pf_meta"));
}

static bool take_files(struct build *build, struct text folder) {
    struct text_list files;
    bool good = folders_list(folder, build->arena, &files);
    for (size_t i = 0; good && i < files.count; i++) {
        struct text from =
            text_format(build->arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(files.items[i]));
        struct text content;
        if (!is_needed(files.items[i]))
            continue;
        good = build_read_file(from, build->scratch, &content) &&
               put(build, text_concat(build->arena, TEXT("pagefind/"), files.items[i]), content);
        arena_reset(build->scratch);
    }
    return good;
}

// The heads of tables, whose words would run together, and what is there to be heard only.
static const char unsaid[] = "thead, .skjult";

// It says nothing; what is wrong it says where this command does.
static bool run(struct text program, struct text site, struct text folder) {
    char *const arguments[] = {
        (char *)(uintptr_t)program.data, (char *)(uintptr_t) "--site",
        (char *)(uintptr_t)site.data,    (char *)(uintptr_t) "--output-path",
        (char *)(uintptr_t)folder.data,  (char *)(uintptr_t) "--force-language",
        (char *)(uintptr_t) "nb",        (char *)(uintptr_t) "--exclude-selectors",
        (char *)(uintptr_t)unsaid,       (char *)(uintptr_t) "--keep-index-url",
        (char *)(uintptr_t) "--silent",  NULL};
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int error = posix_spawn(&child, program.data, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    while (error == 0 && waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return error == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool make_index(struct build *build, struct text program) {
    struct staging *staging = &build->site->rooms[ROOM_PUBLIC];
    struct text folder = text_format(build->arena, "%.*s/.search", TEXT_ARGS(build->site->folder));
    if (!site_complete(build->site, ROOM_PUBLIC)) {
        build->fault = build->site->fault;
        return false;
    }
    folders_remove(folder); // of a run that was killed
    bool good = mkdir(folder.data, 0777) == 0;
    if (good && !run(program, text_copy(build->arena, staging->fresh), folder)) {
        build->fault = text_format(build->arena, _("%.*s has failed; leave the search out with %s"),
                                   TEXT_ARGS(program), "--without search");
        good = false;
    }
    good = good && take_files(build, folder);
    if (!good && build->fault.size == 0)
        build->fault =
            text_format(build->arena, "%.*s: %s", TEXT_ARGS(folder), system_error(errno));
    folders_remove(folder);
    return good;
}

// --- numbers ---

static struct value numbered(struct arena *arena, struct text number, struct text title,
                             struct text address) {
    struct value *items = arena_alloc(arena, 3 * sizeof *items);
    items[0] = value_text(number);
    items[1] = value_text(title);
    items[2] = value_text(address);
    return value_list(items, 3);
}

struct numbers {
    struct value *items;
    size_t count;
};

static void add_number(struct numbers *numbers, struct arena *arena, struct text number,
                       struct text title, struct text address) {
    if (number.size == 0 || address.size == 0)
        return;
    numbers->items = arena_append(arena, numbers->items, numbers->count, sizeof *numbers->items);
    numbers->items[numbers->count++] = numbered(arena, number, title, address);
}

static void add_cases(struct numbers *numbers, const struct page *page,
                      const struct meeting *meeting) {
    struct arena *arena = page->maker.arena;
    struct view_context view = page->view;
    view.committee = meeting->committee.text;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        struct text number = item->case_number.text;
        if (number.size > 0 && item->paper != NULL)
            add_number(numbers, arena, number, item->paper->title.text,
                       view_case_page(&view, meeting->folder, number, arena));
    }
}

static void add_actions(struct numbers *numbers, const struct page *page) {
    struct plan_walk walk = {.plan = page->build->repository->plan};
    for (const struct action *action;
         walk.plan != NULL && (action = plan_next_action(&walk)) != NULL;)
        if (action->is_numbered)
            add_number(numbers, page->maker.arena, action->number.text,
                       action_title(action, page->maker.arena),
                       view_action_address(&page->view, action->number.text, page->maker.arena));
}

// What a number is the number of: a search for one leads to its page first.
static bool put_numbers(struct build *build) {
    struct page page;
    struct numbers numbers = {.count = 0};
    struct writer writer;
    size_t at = 0;
    if (!page_begin(&page, build, (enum language)build->repository->organisation->language.index))
        return false;
    page.view.of_site = true;
    add_actions(&numbers, &page);
    for (const struct site_file *file; (file = pages_next(build, &at)) != NULL;)
        if (text_is(text_from(file->entry->document.kind->name), "notice"))
            add_cases(&numbers, &page, file->entry->document.meeting);
    struct value value = value_list(numbers.items, numbers.count);
    writer_to_memory(&writer, build->scratch);
    json_write(&writer, &value, build->scratch);
    bool good = put(build, TEXT("pagefind/numbers.json"), writer_text(&writer));
    arena_reset(build->scratch);
    return good;
}

static bool put_script(struct build *build) {
    struct text path, content;
    const struct template_source *source = &build->templates.source;
    return !source->load(source, TEXT("search.js"), &path, &content) ||
           put(build, TEXT("search.js"), content);
}

bool build_search(struct build *build) {
    if (build->search.size == 0)
        return true;
    return put_script(build) && put_numbers(build) && make_index(build, build->search);
}
