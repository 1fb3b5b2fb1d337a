// SPDX-License-Identifier: MIT
// The header of document/ for what makes the documents of each subject: the functions that the
// table in document/documents.c is made of. document/documents.h has what they do.

#ifndef FELLESSKAP_DOCUMENT_KINDS_H
#define FELLESSKAP_DOCUMENT_KINDS_H

#include "document/documents.h"

struct text plan_document_misuse(const struct document *document);
bool plan_document_write(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output);

bool status_document_is_due(const struct document *document, enum format format);
struct text status_document_misuse(const struct document *document);
bool status_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output);

bool slides_document_is_due(const struct document *document, enum format format);
struct text slides_document_misuse(const struct document *document);
bool slides_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output);

bool strategy_document_write(const struct document *document, enum format format,
                             struct document_maker *maker, struct output *output);

bool grant_document_is_due(const struct document *document, enum format format);
bool grant_document_write(const struct document *document, enum format format,
                          struct document_maker *maker, struct output *output);
struct text grant_report_misuse(const struct document *document);
bool grant_report_write(const struct document *document, enum format format,
                        struct document_maker *maker, struct output *output);

bool grants_document_is_due(const struct document *document, enum format format);
struct text grants_document_misuse(const struct document *document);
bool grants_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output);

// A grant as one of several, with the year of its decision.
struct combined_grant document_grant_of_several(const struct repository *repository,
                                                const struct grant *grant);

void notice_document_check(const struct document *document);
bool notice_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output);

bool packet_document_is_due(const struct document *document, enum format format);
bool packet_document_write(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output);

void minutes_document_check(const struct document *document);
bool minutes_document_is_due(const struct document *document, enum format format);
bool minutes_document_write(const struct document *document, enum format format,
                            struct document_maker *maker, struct output *output);

struct text decisions_document_misuse(const struct document *document);
bool decisions_document_is_due(const struct document *document, enum format format);
bool decisions_document_write(const struct document *document, enum format format,
                              struct document_maker *maker, struct output *output);

bool registry_document_is_due(const struct document *document, enum format format);
bool registry_document_write(const struct document *document, enum format format,
                             struct document_maker *maker, struct output *output);

struct text year_document_misuse(const struct document *document);
bool year_document_write(const struct document *document, enum format format,
                         struct document_maker *maker, struct output *output);

struct text organisation_document_misuse(const struct document *document);
bool organisation_document_write(const struct document *document, enum format format,
                                 struct document_maker *maker, struct output *output);

// The message about a choice that is no body or person; empty where it is one, or none was made.
struct text document_unknown_party(const struct document *document, struct text id);

// Sets up the view of a document in a format, in the maker's arena.
void document_view(const struct document *document, const struct document_maker *maker,
                   enum view_kind kind, enum format format, struct view_context *context);

#endif
