// SPDX-License-Identifier: MIT

#include "model/meeting/queue.h"

#include "base/message.h"
#include "base/writer.h"
#include "input/file/folder.h"
#include "input/markdown/frontmatter.h"
#include "input/file/limits.h"

#include <stddef.h>
#include <string.h>

static const char *const kind[] = {"sak", NULL};

static void report_number(struct binding *binding, struct scalar scalar, void *into) {
    *(struct scalar *)into = scalar;
    bind_report(binding, RULE_WRONG_CASE_NUMBER, scalar.at,
                _("a case in meetings/queue/ has no number before meeting-new gives it one; leave "
                  "out 'sak'"));
}

static const struct form no_number = {.read = report_number};

#define AT(member) .offset = offsetof(struct queued_case, member)
static const struct field queued_case_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, NO_HELP),
    FIELD("sak", SPECIAL, FILLED, AT(number), NO_HELP, .form = &no_number),
    FIELD("utvalg", ID, REQUIRED, AT(committee),
          N_("of a case in meetings/queue/: the committee that is to take it up"),
          .example = "ASU"),
    FIELD("minutter", NUMBER, OPTIONAL, AT(minutes),
          N_("of a case in meetings/queue/: how long it takes; 20 if not given"), .example = "30"),
};
#undef AT
const struct shape queued_case_shape = LENIENT_SHAPE(struct queued_case, queued_case_fields);

struct queue queue_read(struct repository *repository) {
    struct arena *arena = repository->arena;
    struct queue queue = {NULL, 0};
    const struct text_list paths =
        folder_list(TEXT(QUEUE_FOLDER), TEXT(".md"), repository->diagnostics, arena);
    for (size_t i = 0; i < paths.count; i++) {
        struct front_matter parts;
        struct queued_case queued = {.source = NULL};
        struct source *source =
            source_read(&repository->sources, paths.items[i], 2 * LIMIT_BODY_BYTES, TEXT(""),
                        (struct position){0, 0});
        if (source == NULL || !front_matter_cut(source, repository->diagnostics, &parts))
            continue;
        bind_yaml(&repository->sources, source, parts.yaml, parts.yaml_line, &queued_case_shape,
                  &queued);
        queued.source = source;
        organisation_resolve(repository->organisation, queued.committee, true, source->path,
                             repository->diagnostics);
        queue.items = arena_append(arena, queue.items, queue.count, sizeof *queue.items);
        queue.items[queue.count++] = queued;
    }
    return queue;
}

static const struct front_edit *find_edit(struct text line, const struct front_edit *edits,
                                          size_t count) {
    struct text key = text_trim(text_slice(line, 0, text_find(line, ':')));
    for (size_t i = 0; i < count; i++)
        if (text_is(key, edits[i].key))
            return &edits[i];
    return NULL;
}

// What begins a key of the first level; the lines of its value are indented, or items of a list.
static bool begins_key(struct text line) {
    return line.size > 0 && strchr(" \t-#\r\n", line.data[0]) == NULL &&
           text_find(line, ':') < line.size;
}

struct text front_edited(struct text yaml, const struct front_edit *edits, size_t count,
                         bool same_lines, struct arena *arena) {
    struct writer writer;
    bool dropping = false;
    writer_to_memory(&writer, arena);
    for (size_t at = 0; at < yaml.size;) {
        struct text rest = text_slice(yaml, at, yaml.size);
        size_t end = text_find(rest, '\n') + 1;
        struct text line = text_slice(rest, 0, end < rest.size ? end : rest.size);
        at += line.size;
        const struct front_edit *edit = begins_key(line) ? find_edit(line, edits, count) : NULL;
        bool comment = line.data[0] == '#';
        dropping = edit != NULL || (dropping && !begins_key(line) && !comment);
        if (edit != NULL && edit->line.size > 0)
            writer_put(&writer, edit->line);
        if (!dropping)
            writer_put(&writer, line);
        else if (same_lines || (edit != NULL && edit->line.size > 0))
            writer_byte(&writer, '\n');
    }
    return writer_text(&writer);
}

const struct case_paper *queue_paper(struct repository *repository,
                                     const struct queued_case *queued, struct text number,
                                     struct text *text) {
    struct arena *arena = repository->arena;
    struct front_matter parts;
    const struct front_edit edits[] = {
        {"utvalg", text_concat(arena, TEXT("sak: "), number)},
        {"minutter", TEXT("")},
        {"sak", TEXT("")},
    };
    enum { EDITS = sizeof edits / sizeof *edits };
    if (!front_matter_cut(queued->source, repository->diagnostics, &parts))
        return NULL;
    const struct text fence = TEXT("---\n");
    struct text front = front_edited(parts.yaml, edits, EDITS, false, arena);
    *text = text_join(arena, (struct text[]){fence, front, fence, parts.body}, 4, TEXT(""));
    // Read with its lines where they are, so that messages point at what was written.
    struct source *read = arena_alloc(arena, sizeof *read);
    front = front_edited(parts.yaml, edits, EDITS, true, arena);
    *read = *queued->source;
    read->text = text_join(arena, (struct text[]){fence, front, fence, parts.body}, 4, TEXT(""));
    return case_paper_of(&repository->sources, read, true);
}
