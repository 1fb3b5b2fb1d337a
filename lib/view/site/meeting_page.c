// SPDX-License-Identifier: MIT
// The page of a meeting: when and where, its documents in all formats, and its cases, which have
// pages of their own.

#include "view/address.h"
#include "view/meeting/meeting.h"
#include "view/site/pages.h"

struct text meeting_page_step(const struct view_context *context, const struct meeting *meeting) {
    struct text name =
        organisation_short_name(context->repository->organisation, meeting->committee.text);
    struct text date = label_date(context->labels, meeting->date.date, context->arena);
    return text_format(context->arena, "%.*s %.*s", TEXT_ARGS(name), TEXT_ARGS(date));
}

struct value meeting_page_value(const struct view_context *context,
                                const struct meeting_page *page) {
    const struct site_step here = {meeting_page_step(context, page->meeting), TEXT("")};
    struct map_builder map = map_begin(context->arena);
    notice_put(context, page->meeting, "møteside", TEXT("nett-møte"), &map);
    site_put_frame(context, page->frame, &here, 1, &map);
    site_put_documents(context, &map, TEXT("dokumenter"), TEXT("har-dokumenter"), &page->documents);
    return map_end(&map);
}
