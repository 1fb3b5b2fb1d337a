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
        .knows_day = true,
        .subject = SUBJECT_PLAN,
        .formats = "md html xlsx svg json",
        .misuse = plan_document_misuse,
        .write = plan_document_write,
    },
    {
        .name = "overview",
        .templates = "overview",
        .stem = "-overview",
        .command = "plan-matrix",
        .options = "--overview",
        .knows_day = true,
        .label = "plan-oversikt",
        .subject = SUBJECT_PLAN,
        .formats = "html svg json",
        .misuse = plan_document_misuse,
        .write = plan_document_write,
    },
    {
        .name = "status",
        .templates = "status",
        .stem = "",
        .command = "plan-status",
        .options = "",
        .knows_day = true,
        .subject = SUBJECT_STATUS,
        .formats = "md html xlsx json",
        .is_due = status_document_is_due,
        .misuse = status_document_misuse,
        .write = status_document_write,
    },
    {
        .name = "strategy",
        .templates = "strategy",
        .stem = "strategy",
        .command = "plan-strategy",
        .options = "",
        .knows_day = true,
        .subject = SUBJECT_STRATEGY,
        .formats = "md html json",
        .write = strategy_document_write,
    },
    {
        .name = "grant",
        .templates = "grant",
        .stem = "",
        .command = "grant-sheet",
        .options = "",
        .knows_day = true,
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
        .knows_day = true,
        .label = "rapport",
        .subject = SUBJECT_GRANT,
        .formats = "md html json",
        .misuse = grant_report_misuse,
        .write = grant_report_write,
    },
    {
        .name = "grants",
        .templates = "grants",
        .stem = "grants",
        .command = "grant-sheet",
        .options = "",
        .knows_day = true,
        .label = "tilskuddene",
        .subject = SUBJECT_GRANTS,
        .formats = "md html xlsx json",
        .is_due = grants_document_is_due,
        .misuse = grants_document_misuse,
        .write = grants_document_write,
    },
    {
        .name = "notice",
        .templates = "notice",
        .stem = "notice",
        .command = "meeting-notice",
        .options = "",
        .label = "møteinnkalling",
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
        .label = "sakspapirer",
        .subject = SUBJECT_MEETING,
        .formats = "md html json einnsyn",
        .has_attachments = true,
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
        .knows_day = true,
        .label = "protokoll",
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
        .knows_day = true,
        .label = "vedtaksoversikt",
        .subject = SUBJECT_MEETINGS,
        .formats = "md html xlsx ics json",
        .is_due = decisions_document_is_due,
        .misuse = decisions_document_misuse,
        .write = decisions_document_write,
    },
    {
        .name = "register",
        .templates = "register",
        .stem = "",
        .command = "register-list",
        .options = "",
        .knows_day = true,
        .subject = SUBJECT_REGISTRY,
        .formats = "md html xlsx svg json",
        .is_due = registry_document_is_due,
        .write = registry_document_write,
    },
};

const size_t document_kind_count = sizeof document_kinds / sizeof *document_kinds;

const struct document_kind *document_kind_find(struct text name) {
    for (size_t i = 0; i < document_kind_count; i++)
        if (text_is(name, document_kinds[i].name))
            return &document_kinds[i];
    return NULL;
}

bool document_is_due(const struct document *document, enum format format) {
    const struct document_kind *kind = document->kind;
    return kind->is_due == NULL || kind->is_due(document, format);
}
