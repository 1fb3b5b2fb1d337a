// SPDX-License-Identifier: MIT

#include "check/meeting/invitation.h"
#include "check/meeting/rules.h"
#include "document/kinds.h"
#include "view/meeting/einnsyn.h"

// --- the notice ---

void notice_document_check(const struct document *document) {
    if (document->choices.method == CALENDAR_REQUEST)
        check_invitation(document->repository, document->meeting);
}

static bool write_calendar(const struct document *document, struct document_maker *maker,
                           struct output *output) {
    const struct meeting *meeting = document->meeting;
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, FORMAT_ICS, &context);
    context.created = maker->source_date >= 0 ? maker->source_date
                                              : date_to_seconds(meeting_last_change(meeting));
    enum calendar_method chosen = document->choices.method;
    enum calendar_method method = chosen == CALENDAR_NO_METHOD ? CALENDAR_PUBLISH : chosen;
    maker_write_calendar(notice_calendar(&context, meeting, method), output_writer(output));
    return true;
}

bool notice_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    struct view_context context;
    if (format == FORMAT_ICS)
        return write_calendar(document, maker, output);
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    struct value value = notice_value(&context, document->meeting);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

// --- the packet ---

static bool has_all_papers(const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (meeting->agenda.items[i].case_number.text.size > 0 &&
            meeting->agenda.items[i].paper == NULL)
            return false;
    return true;
}

static bool has_keys_of_einnsyn(const struct document *document) {
    const struct organisation *organisation = document->repository->organisation;
    return organisation->number.text.size > 0 && organisation->email.text.size > 0 &&
           organisation->requests_email.text.size > 0 && document->meeting->number.text.size > 0;
}

bool packet_document_is_due(const struct document *document, enum format format) {
    if (format == FORMAT_EINNSYN &&
        (document->choices.audience == AUDIENCE_MEMBERS || !has_keys_of_einnsyn(document)))
        return false;
    return has_all_papers(document->meeting) || meeting_is_cancelled(document->meeting);
}

static bool write_delivery(const struct document *document, struct document_maker *maker,
                           struct output *output) {
    const struct repository *repository = document->repository;
    size_t errors = repository->diagnostics->errors;
    struct document published = *document; // whoever reads it: what it links to is
    struct view_context context;
    published.choices.audience = AUDIENCE_PUBLIC;
    check_einnsyn(repository, document->meeting);
    if (repository->diagnostics->errors > errors)
        return false;
    document_view(&published, maker, VIEW_OF_OTHER, FORMAT_EINNSYN, &context);
    context.audience = document->choices.audience;
    struct value value = einnsyn_value(&context, document->meeting);
    return maker_write_view(maker, "einnsyn", FORMAT_EINNSYN, &value, output_writer(output));
}

bool packet_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    struct view_context context;
    if (format == FORMAT_EINNSYN)
        return write_delivery(document, maker, output);
    document_view(document, maker, VIEW_OF_CASES, format, &context);
    struct value value = packet_value(&context, document->meeting);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

// --- the minutes ---

void minutes_document_check(const struct document *document) {
    check_held(document->repository, document->meeting, document->choices.today);
}

bool minutes_document_is_due(const struct document *document, enum format format) {
    (void)format;
    return document->meeting->minutes.at.line > 0;
}

bool minutes_document_write(const struct document *document, enum format format,
                            struct document_maker *maker, struct output *output) {
    const struct minutes_choice choice = {
        .approval = document->approval,
        .today = document->choices.today,
        .changes = document->choices.shows_changes,
    };
    struct view_context context;
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    struct value value = minutes_value(&context, document->meeting, &choice);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}
