// SPDX-License-Identifier: MIT

#include "base/diagnostics.h"

#include "base/index.h"
#include "base/message.h"
#include "base/personalnumber.h"

#include <stdio.h>
#include <stdlib.h>

enum { LONGEST_MESSAGE = 600 };

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena) {
    *diagnostics = (struct diagnostics){.arena = arena};
}

void report(struct diagnostics *diagnostics, enum rule rule, struct text file, struct position at,
            const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    report_list(diagnostics, rule, file, at, format, arguments);
    va_end(arguments);
}

// What somebody wrote can be of any length; the text that says what is wrong comes before and after
// it.
static struct text without_middle(struct text message, struct arena *arena) {
    if (message.size <= LONGEST_MESSAGE)
        return message;
    size_t head = LONGEST_MESSAGE / 2, tail = message.size - LONGEST_MESSAGE / 2;
    while ((message.data[head] & 0xC0) == 0x80)
        head--;
    while ((message.data[tail] & 0xC0) == 0x80)
        tail++;
    return text_format(arena, "%.*s…%.*s", (int)head, message.data, (int)(message.size - tail),
                       message.data + tail);
}

struct file_count {
    struct text file;
    size_t count;
};

static struct file_count *count_of(struct diagnostics *diagnostics, struct text file) {
    struct arena *arena = diagnostics->arena;
    if (diagnostics->files == NULL) {
        diagnostics->files = arena_alloc(arena, sizeof *diagnostics->files);
        index_init(diagnostics->files, arena);
    }
    // The index holds what is put there below.
    struct file_count *known = (struct file_count *)(uintptr_t)index_find(diagnostics->files, file);
    if (known != NULL)
        return known;
    known = arena_alloc(arena, sizeof *known);
    known->file = text_copy(arena, file);
    index_add(diagnostics->files, known->file, known);
    return known;
}

static void keep(struct diagnostics *diagnostics, enum rule rule, struct text file,
                 struct position at, struct text message) {
    diagnostics->items = arena_append(diagnostics->arena, diagnostics->items, diagnostics->count,
                                      sizeof *diagnostics->items);
    diagnostics->newest = &diagnostics->items[diagnostics->count++];
    *diagnostics->newest = (struct diagnostic){
        .file = file,
        .at = at,
        .rule = rule,
        .severity = rule_severity(rule),
        .message = message,
        .order = diagnostics->reported++,
    };
}

// False when there are too many; the first one too many is replaced by one that says so.
static bool can_keep(struct diagnostics *diagnostics, struct file_count *said) {
    if (said->count++ == DIAGNOSTICS_MOST_OF_A_FILE)
        keep(diagnostics, RULE_TOO_MANY_FAULTS, said->file, (struct position){0, 0},
             text_format(diagnostics->arena,
                         _("more than %d faults; those after them are not shown"),
                         DIAGNOSTICS_MOST_OF_A_FILE));
    return said->count <= DIAGNOSTICS_MOST_OF_A_FILE;
}

void report_list(struct diagnostics *diagnostics, enum rule rule, struct text file,
                 struct position at, const char *format, va_list arguments) {
    struct file_count *said = count_of(diagnostics, file);
    diagnostics->errors += rule_severity(rule) == SEVERITY_ERROR;
    if (!can_keep(diagnostics, said)) {
        diagnostics->newest = NULL;
        return;
    }
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *message = arena_alloc_unset(diagnostics->arena, (size_t)size + 1);
    vsnprintf(message, (size_t)size + 1, format, arguments);
    struct text valid = text_made_valid(diagnostics->arena, (struct text){message, (size_t)size});
    struct text masked = personal_numbers_masked(valid, diagnostics->arena);
    keep(diagnostics, rule, said->file, at, without_middle(masked, diagnostics->arena));
}

void report_fix(struct diagnostics *diagnostics, struct fix fix) {
    if (diagnostics->newest == NULL)
        return;
    diagnostics->newest->has_fix = true;
    diagnostics->newest->fix = fix;
}

void report_unread(struct diagnostics *diagnostics, struct unread unread) {
    if (diagnostics->unread_count == DIAGNOSTICS_MOST_UNREAD)
        return;
    diagnostics->unread = arena_append(diagnostics->arena, diagnostics->unread,
                                       diagnostics->unread_count, sizeof *diagnostics->unread);
    diagnostics->unread[diagnostics->unread_count++] = unread;
}

void report_unread_file(struct diagnostics *diagnostics, struct text file) {
    report_unread(diagnostics,
                  (struct unread){.file = file, .from = {1, 1}, .to = {UINT32_MAX, 1}});
}

static void judge_from(struct diagnostics *diagnostics, size_t first, diagnostic_judge *judge,
                       void *context) {
    size_t kept = first;
    for (size_t i = first; i < diagnostics->count; i++)
        if (judge(context, &diagnostics->items[i]))
            diagnostics->items[kept++] = diagnostics->items[i];
    diagnostics->settled = diagnostics->count = kept;
    diagnostics->errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
}

bool diagnostics_tell_of(const struct diagnostics *diagnostics, struct text file) {
    return diagnostics->files != NULL && index_find(diagnostics->files, file) != NULL;
}

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity severity) {
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostics->items[i].severity == severity;
    return count;
}

void diagnostics_settle(struct diagnostics *diagnostics, diagnostic_judge *judge, void *context) {
    judge_from(diagnostics, diagnostics->settled, judge, context);
}

void diagnostics_keep(struct diagnostics *diagnostics, diagnostic_judge *judge, void *context) {
    judge_from(diagnostics, 0, judge, context);
}

static int by_place(const void *left, const void *right) {
    const struct diagnostic *a = left, *b = right;
    int order = text_compare(a->file, b->file);
    if (order == 0)
        order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
    if (order == 0)
        order = (a->at.column > b->at.column) - (a->at.column < b->at.column);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_same(const struct diagnostic *a, const struct diagnostic *b) {
    return a->rule == b->rule && a->at.line == b->at.line && a->at.column == b->at.column &&
           text_equal(a->file, b->file) && text_equal(a->message, b->message);
}

// Others may be between the two, in their order of reporting.
static bool is_repeated(const struct diagnostic *kept, size_t count,
                        const struct diagnostic *next) {
    enum { MOST_BETWEEN = 8 };
    for (size_t i = 0; i < count && i < MOST_BETWEEN; i++)
        if (is_same(&kept[count - 1 - i], next))
            return true;
    return false;
}

void diagnostics_sort(struct diagnostics *diagnostics) {
    size_t kept = 0;
    if (diagnostics->count > 0)
        qsort(diagnostics->items, diagnostics->count, sizeof *diagnostics->items, by_place);
    for (size_t i = 0; i < diagnostics->count; i++)
        if (!is_repeated(diagnostics->items, kept, &diagnostics->items[i]))
            diagnostics->items[kept++] = diagnostics->items[i];
    diagnostics->count = kept;
    if (diagnostics->settled > kept)
        diagnostics->settled = kept;
    diagnostics->errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
}
