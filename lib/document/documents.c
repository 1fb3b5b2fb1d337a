// SPDX-License-Identifier: MIT

#include "document/documents.h"

#include "document/kinds.h"

#include <string.h>

const struct document_kind document_kinds[] = {
    {
        .name = "action-plan",
        .templates = "matrix",
        .stem = "",
        .command = "plan-matrix",
        .options = "",
        .subject = SUBJECT_PLAN,
        .formats = "md html xlsx svg json",
        .misuse = plan_document_misuse,
        .write = plan_document_write,
    },
    {
        .name = "grant",
        .templates = "grant",
        .stem = "",
        .command = "grant-sheet",
        .options = "",
        .subject = SUBJECT_GRANT,
        .formats = "md html xlsx json 360giving csv",
        .is_due = grant_document_is_due,
        .write = grant_document_write,
    },
    {
        .name = "grant-report",
        .templates = "grant-report",
        .stem = "-report",
        .command = "grant-sheet",
        .options = "--report",
        .subject = SUBJECT_GRANT,
        .formats = "md html json",
        .misuse = grant_report_misuse,
        .write = grant_report_write,
    },
    {
        .name = "notice",
        .templates = "notice",
        .stem = "notice",
        .command = "meeting-notice",
        .options = "",
        .subject = SUBJECT_MEETING,
        .formats = "md html ics json",
        .check = notice_document_check,
        .write = notice_document_write,
    },
    {
        .name = "packet",
        .templates = "packet",
        .stem = "packet",
        .command = "meeting-packet",
        .options = "",
        .subject = SUBJECT_MEETING,
        .formats = "md html json einnsyn",
        .for_members = true,
        .needs_papers = true,
        .is_due = packet_document_is_due,
        .write = packet_document_write,
    },
    {
        .name = "minutes",
        .templates = "minutes",
        .stem = "minutes",
        .command = "meeting-minutes",
        .options = "--show-changes",
        .subject = SUBJECT_MEETING,
        .formats = "md html json",
        .for_members = true,
        .needs_papers = true,
        .needs_approval = true,
        .check = minutes_document_check,
        .is_due = minutes_document_is_due,
        .write = minutes_document_write,
    },
    {
        .name = "decisions",
        .templates = "decisions",
        .stem = "decisions",
        .command = "decision-list",
        .options = "",
        .subject = SUBJECT_MEETINGS,
        .formats = "md html xlsx ics json",
        .is_due = decisions_document_is_due,
        .misuse = decisions_document_misuse,
        .write = decisions_document_write,
    },
};

const size_t document_kind_count = sizeof document_kinds / sizeof *document_kinds;

const struct document_kind *document_kind_find(struct text name) {
    for (size_t i = 0; i < document_kind_count; i++)
        if (text_is(name, document_kinds[i].name))
            return &document_kinds[i];
    return NULL;
}

bool document_kind_has(const struct document_kind *kind, enum format format) {
    struct text names = text_from(kind->formats);
    while (format != FORMAT_COUNT && names.data != NULL)
        if (text_is(text_cut(&names, ' '), format_names[format]))
            return true;
    return false;
}

bool document_is_due(const struct document *document, enum format format) {
    const struct document_kind *kind = document->kind;
    return kind->is_due == NULL || kind->is_due(document, format);
}

static const struct choice *language_of_source(const struct document *document) {
    if (document->plan != NULL)
        return &document->plan->language;
    if (document->grant != NULL)
        return &document->grant->language;
    return document->meeting != NULL ? &document->meeting->language : NULL;
}

enum language document_language(const struct document *document) {
    const struct choice *of_source = language_of_source(document);
    if (of_source == NULL || of_source->at.line == 0)
        of_source = &document->repository->organisation->language;
    return (enum language)of_source->index;
}

static struct text source_path(const struct document *document) {
    if (document->plan != NULL)
        return document->plan->source->path;
    if (document->grant != NULL)
        return document->grant->source->path;
    return document->meeting != NULL ? document->meeting->source->path : TEXT("meetings/");
}

// Where the last '/' is; the size where there is none.
static size_t last_slash(struct text path) {
    for (size_t at = path.size; at-- > 0;)
        if (path.data[at] == '/')
            return at;
    return path.size;
}

struct text document_folder(const struct document *document) {
    const struct text of_meetings = TEXT("meetings/");
    struct text path = source_path(document);
    return document->meeting != NULL ? text_slice(path, of_meetings.size, last_slash(path))
                                     : TEXT("");
}

struct text document_stem(const struct document *document, struct arena *arena) {
    const struct text end = TEXT(".yaml"), stem = text_from(document->kind->stem);
    if (stem.size > 0 && stem.data[0] != '-')
        return stem;
    struct text path = source_path(document);
    struct text name = text_slice(path, last_slash(path) + 1, path.size);
    if (text_ends_with(name, end))
        name.size -= end.size;
    return text_concat(arena, name, stem);
}

const char *document_suffix(enum format format) {
    return format == FORMAT_360GIVING ? "360giving.json" : format_names[format];
}

static struct text committee_of(const struct document *document) {
    if (document->plan != NULL)
        return document->plan->owner.text;
    if (document->grant != NULL)
        return document->grant->owner.text;
    return document->meeting != NULL ? document->meeting->committee.text : TEXT("");
}

void document_view(const struct document *document, const struct document_maker *maker,
                   enum view_kind kind, enum format format, struct view *view) {
    view_init(view, document->repository, maker->arena, maker->labels, maker->language, kind,
              source_path(document), committee_of(document), format == FORMAT_MARKDOWN);
    if (document->choices.audience == AUDIENCE_MEMBERS)
        view_for_members(view);
}

bool document_write(const struct document *document, enum format format,
                    struct document_maker *maker, struct output *output) {
    return document->kind->write(document, format, maker, output);
}
