// SPDX-License-Identifier: MIT

#include "model/meeting/queue.h"

#include "base/message.h"
#include "base/path.h"
#include "base/writer.h"
#include "input/file/frontmatter.h"
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

static struct text with_number(const struct queued_case *queued, struct text number,
                               bool same_lines, struct arena *arena) {
    const struct front_edit edits[] = {
        {"utvalg", text_concat(arena, TEXT("sak: "), number)},
        {"minutter", TEXT("")},
        {"sak", TEXT("")},
    };
    const struct text fence = TEXT("---\n");
    struct text front =
        front_edited(queued->yaml, edits, sizeof edits / sizeof *edits, same_lines, arena);
    return text_join(arena, (struct text[]){fence, front, fence, queued->body}, 4, TEXT(""));
}

struct text queue_paper_text(const struct queued_case *queued, struct text number,
                             struct arena *arena) {
    return with_number(queued, number, false, arena);
}

// Its lines stay where they are, so that messages point at what was written.
static const struct case_paper *read_paper(struct sources *sources,
                                           const struct queued_case *queued) {
    struct source *read = arena_alloc(sources->arena, sizeof *read);
    *read = *queued->source;
    read->text = with_number(queued, TEXT("1/00"), true, sources->arena);
    return case_paper_of(sources, read, true);
}

// "meetings/queue/x.md", and no attachment.
static bool is_paper(struct text path) {
    return text_ends_with(path, TEXT(".md")) && text_is(path_folder(path), QUEUE_FOLDER);
}

static bool read_queued(struct sources *sources, struct text path, struct queued_case *queued) {
    struct front_matter parts;
    struct source *source =
        source_read(sources, path, 2 * LIMIT_BODY_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL || !front_matter_cut(source, sources->diagnostics, &parts))
        return false;
    bind_yaml(sources, source, parts.yaml, parts.yaml_line, &queued_case_shape, queued);
    queued->source = source;
    queued->yaml = parts.yaml;
    queued->body = parts.body;
    return true;
}

struct queue queue_read(struct sources *sources, const struct organisation *organisation,
                        struct text_list files, struct text committee) {
    struct queue queue = {.files = files};
    for (size_t i = 0; i < files.count; i++) {
        struct queued_case queued = {.source = NULL};
        if (!is_paper(files.items[i]) || !read_queued(sources, files.items[i], &queued))
            continue;
        organisation_resolve(organisation, queued.committee, true, queued.source->path,
                             sources->diagnostics);
        bool wanted = committee.size == 0 || text_equal(queued.committee.text, committee);
        if (wanted && queued.committee.text.size > 0) // else it has been reported
            queued.paper = read_paper(sources, &queued);
        queue.items = arena_append(sources->arena, queue.items, queue.count, sizeof *queue.items);
        queue.items[queue.count++] = queued;
    }
    return queue;
}
