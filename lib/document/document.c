// SPDX-License-Identifier: MIT

#include "document/documents.h"

#include "base/message.h"
#include "base/path.h"
#include "document/kinds.h"
#include "view/setup.h"

static const struct choice *language_of_source(const struct document *document) {
    if (document->note != NULL && document->note->language.at.line > 0)
        return &document->note->language;
    if (document->strategy != NULL && document->strategy->language.at.line > 0)
        return &document->strategy->language;
    if (document->plan != NULL)
        return &document->plan->language;
    if (document->grant != NULL)
        return &document->grant->language;
    if (document->registry != NULL)
        return &document->registry->language;
    if (document->year != NULL)
        return &document->year->registry.language;
    return document->meeting != NULL ? &document->meeting->language : NULL;
}

enum language document_language(const struct document *document) {
    const struct choice *of_source = language_of_source(document);
    if (of_source == NULL || of_source->at.line == 0)
        of_source = &document->repository->organisation->language;
    return (enum language)of_source->index;
}

static struct text source_path(const struct document *document) {
    if (document->note != NULL)
        return document->note->source->path;
    if (document->strategy != NULL)
        return document->strategy->source->path;
    if (document->plan != NULL)
        return document->plan->source->path;
    if (document->grant != NULL)
        return document->grant->source->path;
    if (document->registry != NULL)
        return document->registry->source->path;
    if (document->year != NULL)
        return document->year->registry.source->path;
    if (document->kind->subject == SUBJECT_GRANTS)
        return TEXT("plan/");
    if (document->kind->subject == SUBJECT_ORGANISATION)
        return TEXT(ORGANISATION_PATH);
    return document->meeting != NULL ? document->meeting->source->path : TEXT("meetings/");
}

struct text document_folder(const struct document *document) {
    const struct text of_meetings = TEXT("meetings/");
    struct text path = source_path(document);
    return document->meeting != NULL
               ? text_slice(path_folder(path), of_meetings.size, path_folder(path).size)
               : TEXT("");
}

struct text document_stem(const struct document *document, struct arena *arena) {
    const struct text end = TEXT(".yaml"), stem = text_from(document->kind->stem);
    if (stem.size > 0 && stem.data[0] != '-')
        return stem;
    struct text path = source_path(document);
    struct text name = path_name(path);
    if (text_ends_with(name, end))
        name.size -= end.size;
    if (document->kind->subject == SUBJECT_STATUS && document->note == NULL)
        return text_is(path, PLAN_PATH) ? TEXT("status")
                                        : text_concat(arena, name, TEXT("-status"));
    return text_concat(arena, name, stem);
}

const char *document_suffix(enum format format) {
    return format == FORMAT_360GIVING ? "360giving.json" : format_names[format];
}

static struct text committee_of(const struct document *document) {
    if (document->note != NULL && document->note->owner.text.size > 0)
        return document->note->owner.text;
    if (document->strategy != NULL && document->strategy->owner.text.size > 0)
        return document->strategy->owner.text;
    if (document->plan != NULL)
        return document->plan->owner.text;
    if (document->grant != NULL)
        return document->grant->owner.text;
    if (document->registry != NULL)
        return document->registry->owner.text;
    if (document->year != NULL)
        return document->year->registry.owner.text;
    return document->meeting != NULL ? document->meeting->committee.text : TEXT("");
}

void document_view(const struct document *document, const struct document_maker *maker,
                   enum view_kind kind, enum format format, struct view_context *context) {
    view_context_init(context, document->repository, maker->arena, maker->labels, maker->language,
                      kind, source_path(document), committee_of(document),
                      format == FORMAT_MARKDOWN);
    context->day = document->note != NULL      ? document->note->date.date
                   : document->meeting != NULL ? document->meeting->date.date
                                               : document->choices.today;
    context->plan = document->plan;
    view_on_day(context);
    if (document->choices.audience == AUDIENCE_MEMBERS)
        view_for_members(context);
}

bool document_write(const struct document *document, enum format format,
                    struct document_maker *maker, struct output *output) {
    return document->kind->write(document, format, maker, output);
}

struct text document_unknown_party(const struct document *document, struct text id) {
    struct arena *arena = document->repository->arena;
    const struct index *parties = &document->repository->organisation->parties;
    if (id.size == 0 || index_find(parties, id) != NULL)
        return TEXT("");
    struct text near = index_nearest(parties, id);
    return text_format(arena,
                       near.size > 0 ? _("there is no body or person '%.*s'; did you mean '%.*s'?")
                                     : _("there is no body or person '%.*s'"),
                       TEXT_ARGS(id), TEXT_ARGS(near));
}
