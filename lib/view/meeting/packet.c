// SPDX-License-Identifier: MIT

#include "view/meeting/meeting.h"

#include "view/address.h"
#include "view/deadline.h"

// Body headings begin at ##, which the templates show as the third level: under the document and
// its cases.
enum { HEADING_SHIFT = 1 };

static struct value section_value(const struct view_context *context,
                                  const struct case_paper *paper, size_t index,
                                  struct arena *arena) {
    const struct case_section *section = &paper->sections.items[index];
    struct text anchor = view_case_anchor(context, paper->number.text, arena);
    struct writer words;
    writer_to_memory(&words, arena);
    writer_put(&words, anchor);
    writer_put(&words, TEXT("-del-"));
    writer_number(&words, (int64_t)index + 1);
    struct map_builder map = map_begin(arena);
    view_put_text(&map, VIEW_KEY("tittel"), section->title);
    map_put(&map, TEXT("anker"), value_text(writer_text(&words)));
    map_put(&map, TEXT("forslag"), value_truth(section->kind == SECTION_PROPOSAL));
    map_put(&map, TEXT("brødtekst"), value_prose(&section->text, &context->links, HEADING_SHIFT));
    return map_end(&map);
}

// What is written after the meeting is for the minutes: the papers stay what was sent out.
static void put_sections(const struct view_context *context, const struct case_paper *paper,
                         struct map_builder *map, struct arena *arena) {
    struct value *items = arena_alloc(arena, paper->sections.count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < paper->sections.count; i++)
        if (paper->sections.items[i].kind <= SECTION_PROPOSAL)
            items[count++] = section_value(context, paper, i, arena);
    map_put(map, TEXT("seksjoner"), value_list(items, count));
}

static void put_pages(const struct view_context *context, int pages, struct map_builder *map,
                      struct arena *arena) {
    const struct text name = TEXT_OF("antall");
    struct text number = text_format(arena, "%d", pages);
    struct text key = pages == 1 ? TEXT("vedlegg-side") : TEXT("vedlegg-sider");
    map_put(map, TEXT("sider"),
            pages > 0 ? value_number(pages) : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-sider"), value_truth(pages > 0));
    map_put(map, TEXT("sider-tekst"),
            value_text(pages > 0 ? label_filled(context->labels, key, &name, &number, 1, arena)
                                 : TEXT("")));
}

static void put_attachments(const struct view_context *context, const struct case_paper *paper,
                            struct map_builder *map, struct arena *arena) {
    size_t count = paper->attachments.count;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const struct attachment *item = &paper->attachments.items[i];
        struct map_builder attachment = map_begin(arena);
        map_put(&attachment, TEXT("nr"), value_number((int64_t)i + 1));
        view_put_text(&attachment, VIEW_KEY("fil"), item->file.text);
        view_put_text(&attachment, VIEW_KEY("url"), item->url.text);
        map_put(&attachment, TEXT("bare-nevnt"),
                value_truth(item->file.text.size + item->url.text.size == 0 &&
                            !is_exempt(&item->exemption)));
        map_put(&attachment, TEXT("tittel"), value_text(item->title.text));
        view_put_exemption(&attachment, &item->exemption);
        put_pages(context, item->pages, &attachment, arena);
        items[i] = map_end(&attachment);
    }
    map_put(map, TEXT("vedlegg"), value_list(items, count));
    map_put(map, TEXT("har-vedlegg"), value_truth(count > 0));
}

static struct value follow_up_value(const struct view_context *context,
                                    const struct follow_up *follow_up, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    struct date date = follow_up->deadline.day.date;
    view_put_text(&map, VIEW_KEY("punkt"), follow_up->point.text);
    meeting_put_responsible(context, &map, VIEW_KEY("hvem"), &follow_up->who, arena);
    map_put(&map, TEXT("frist"),
            value_text_or_none(date.year == 0 ? TEXT("") : date_iso(arena, date)));
    struct text words = deadline_words(context->labels, &follow_up->deadline, arena);
    map_put(&map, TEXT("har-frist"), value_truth(words.size > 0));
    map_put(&map, TEXT("frist-tekst"), value_text(words));
    return map_end(&map);
}

void meeting_put_follow_ups(const struct view_context *context, const struct case_paper *paper,
                            struct map_builder *map, struct arena *arena) {
    size_t count = paper->follow_ups.count;
    bool has_points = false;
    struct value *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i] = follow_up_value(context, &paper->follow_ups.items[i], arena);
        has_points |= paper->follow_ups.items[i].point.text.size > 0;
    }
    map_put(map, TEXT("oppfølging"), value_list(items, count));
    map_put(map, TEXT("viser-punkt"), value_truth(has_points));
    map_put(map, TEXT("har-oppfølging"), value_truth(count > 0));
}

static struct text type_words(const struct view_context *context, const struct case_paper *paper) {
    static const struct text keys[CASE_TYPE_COUNT] = {
        [CASE_DECISION] = TEXT_OF("type-vedtak"),
        [CASE_BRIEFING] = TEXT_OF("type-orientering"),
        [CASE_DISCUSSION] = TEXT_OF("type-drøfting"),
        [CASE_APPROVAL] = TEXT_OF("type-godkjenning"),
        [CASE_FOR_INFORMATION] = TEXT_OF("type-referat"),
        [CASE_ANY_OTHER] = TEXT_OF("type-eventuelt"),
    };
    return label(context->labels, keys[paper->type.index]);
}

// Only what is exempt, and shown to the public, has none.
static void put_type(const struct view_context *context, const struct case_paper *paper,
                     struct map_builder *map) {
    bool known = paper->type.index >= 0;
    view_put_text(map, VIEW_KEY("type"),
                  known ? text_from(case_type_names[paper->type.index]) : TEXT(""));
    map_put(map, TEXT("type-tekst"), value_text(known ? type_words(context, paper) : TEXT("")));
}

struct value packet_case_value(const struct view_context *context, const struct meeting *meeting,
                               const struct case_paper *paper, struct arena *arena) {
    struct text number = paper->number.text;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("sak"), value_text(number));
    map_put(&map, TEXT("anker"), value_text(view_case_anchor(context, number, arena)));
    map_put(&map, TEXT("tittel"), value_text(paper->title.text));
    view_put_text(&map, VIEW_KEY("undertittel"), paper->subtitle.text);
    view_put_exemption(&map, &paper->exemption);
    put_type(context, paper, &map);
    view_put_text(&map, VIEW_KEY("arkivsak"), paper->archive.text);
    meeting_put_way(context, meeting, paper, &map);
    meeting_put_responsible(context, &map, VIEW_KEY("ansvarlig"), &paper->responsible, arena);
    meeting_put_responsible(context, &map, VIEW_KEY("saksbehandler"), &paper->handlers, arena);
    put_sections(context, paper, &map, arena);
    put_attachments(context, paper, &map, arena);
    meeting_put_follow_ups(context, paper, &map, arena);
    return map_end(&map);
}

struct value packet_value(const struct view_context *context, const struct meeting *meeting) {
    struct arena *arena = context->arena;
    struct map_builder map = map_begin(arena);
    bool for_members = context->audience == AUDIENCE_MEMBERS;
    notice_put(context, meeting, "sakspapirer",
               for_members ? TEXT("sakspapirer-medlemmer") : TEXT("sakspapirer"), &map);
    map_put(&map, TEXT("for-medlemmer"), value_truth(for_members));
    map_put(&map, TEXT("har-unntatt"), value_truth(meeting_has_exempt(meeting)));
    struct value *cases = arena_alloc(arena, meeting->agenda.count * sizeof *cases);
    size_t count = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (meeting->agenda.items[i].paper != NULL)
            cases[count++] =
                packet_case_value(context, meeting, meeting->agenda.items[i].paper, arena);
    map_put(&map, TEXT("saker"), value_list(cases, count));
    return map_end(&map);
}
