// SPDX-License-Identifier: MIT

#include "view/meeting/meeting.h"

#include "view/address.h"

static struct text first_letter_lower(struct text text, struct arena *arena) {
    size_t first = 0, second = 0;
    if (text.size == 0)
        return text;
    text_next_code_point(text, &first);
    second = first;
    if (second < text.size)
        text_next_code_point(text, &second);
    // "ASU" stays as it is: only a word with a small second letter is an ordinary word.
    struct text two = text_slice(text, first, second);
    if (!text_equal(two, text_lower(arena, two)) || two.size == 0)
        return text;
    return text_concat(arena, text_lower(arena, text_slice(text, 0, first)),
                       text_slice(text, first, text.size));
}

void meeting_put_responsible(const struct view_context *context, struct map_builder *map,
                             struct view_key key, const struct scalar_list *ids,
                             struct arena *arena) {
    struct value *items = arena_alloc(arena, ids->count * sizeof *items);
    struct text *words = arena_alloc(arena, ids->count * sizeof *words);
    for (size_t i = 0; i < ids->count; i++) {
        items[i] = view_party(context, ids->items[i].text, arena);
        const struct party *party =
            organisation_party(context->repository->organisation, ids->items[i].text);
        bool is_role = i > 0 && party != NULL && !party->is_named &&
                       index_find(&context->repository->organisation->body_ids, party->id) == NULL;
        words[i] = value_find(&items[i], TEXT("navn"))->text;
        if (is_role)
            words[i] = first_letter_lower(words[i], arena);
    }
    map_put(map, key.name, value_list(items, ids->count));
    map_put(map, key.has, value_truth(ids->count > 0));
    map_put(map, key.words, value_text(text_join(arena, words, ids->count, TEXT(" / "))));
}

static struct text item_title(const struct view_context *context, const struct agenda_item *item) {
    if (item->paper != NULL)
        return item->paper->title.text;
    if (item->title.text.size > 0)
        return item->title.text;
    return item->pause.at.line > 0 ? label(context->labels, TEXT("pause")) : item->text.text;
}

static struct value points_value(const struct view_context *context,
                                 const struct prose_list *points, struct arena *arena) {
    struct value *items = arena_alloc(arena, points->count * sizeof *items);
    for (size_t i = 0; i < points->count; i++) {
        struct map_builder point = map_begin(arena);
        view_put_prose(context, &point, VIEW_KEY("punkt"), &points->items[i]);
        items[i] = map_end(&point);
    }
    return value_list(items, points->count);
}

// The paper of a case is in the packet of this same meeting.
static struct text paper_address(const struct view_context *context, const struct meeting *meeting,
                                 const struct agenda_item *item, struct arena *arena) {
    const struct known_case known = {
        .number = item->case_number.text, .folder = meeting->folder, .paper = item->paper};
    return item->paper == NULL ? TEXT("") : view_case_address(context, &known, arena);
}

static void put_case(const struct view_context *context, const struct meeting *meeting,
                     const struct agenda_item *item, struct map_builder *map, struct arena *arena) {
    struct text number = item->case_number.text;
    view_put_text(map, VIEW_KEY("sak"), number);
    map_put(
        map, TEXT("anker"),
        value_text_or_none(number.size > 0 ? view_case_anchor(context, number, arena) : number));
    map_put(map, TEXT("tittel"), value_text(item_title(context, item)));
    view_put_text(map, VIEW_KEY("undertittel"),
                  item->paper == NULL ? TEXT("") : item->paper->subtitle.text);
    view_put_text(map, VIEW_KEY("lenke"), paper_address(context, meeting, item, arena));
    view_put_exemption(map, agenda_item_exemption(item));
}

// "13.00–17.00", or what is known of it.
static struct text span_words(struct text from, struct text to, struct arena *arena) {
    return to.size == 0 ? from : text_join(arena, (struct text[]){from, to}, 2, TEXT("–"));
}

static void put_clock(const struct agenda_item *item, bool has_minutes, struct map_builder *map,
                      struct arena *arena) {
    int minutes = agenda_item_minutes(item);
    bool timed = minutes > 0, starts = !has_minutes && item->fixed_start.at.line > 0;
    struct text from = (has_minutes && timed) || starts ? clock_text(arena, item->from) : TEXT("");
    struct text to = has_minutes && timed ? clock_text(arena, item->to) : TEXT("");
    view_put_text(map, VIEW_KEY("kl"), span_words(from, to, arena));
    map_put(map, TEXT("kl-fra"), value_text_or_none(from));
    map_put(map, TEXT("kl-til"), value_text_or_none(to));
    map_put(map, TEXT("minutter"),
            timed ? value_number(minutes) : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-minutter"), value_truth(timed));
}

// The heading of the group that an item is in: its own, or that of the type of its case.
static struct text group_words(const struct view_context *context, const struct meeting *meeting,
                               const struct agenda_item *item) {
    static const struct text keys[CASE_TYPE_COUNT] = {
        [CASE_DECISION] = TEXT_OF("gruppe-vedtak"),
        [CASE_BRIEFING] = TEXT_OF("gruppe-orientering"),
        [CASE_DISCUSSION] = TEXT_OF("gruppe-drøfting"),
        [CASE_APPROVAL] = TEXT_OF("gruppe-godkjenning"),
        [CASE_FOR_INFORMATION] = TEXT_OF("gruppe-referat"),
        [CASE_ANY_OTHER] = TEXT_OF("gruppe-eventuelt"),
    };
    bool by_type = meeting->grouping.at.line > 0 && meeting->grouping.index == GROUPED_BY_TYPE;
    bool typed = by_type && item->paper != NULL && item->paper->type.index >= 0;
    if (item->group.text.size > 0 || !typed)
        return item->group.text;
    return label(context->labels, keys[item->paper->type.index]);
}

// The heading before an item that begins a group; empty within one.
static struct text group_begun(const struct view_context *context, const struct meeting *meeting,
                               const struct agenda_item *item) {
    struct text words = group_words(context, meeting, item);
    for (const struct agenda_item *before = item; before-- > meeting->agenda.items;)
        if (before->pause.at.line == 0)
            return text_equal(group_words(context, meeting, before), words) ? TEXT("") : words;
    return words;
}

static struct value agenda_value(const struct view_context *context, const struct meeting *meeting,
                                 const struct agenda_item *item, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    const struct case_paper *paper = item->paper;
    bool typed = paper != NULL && paper->type.index >= 0;
    view_put_text(&map, VIEW_KEY("gruppe"), group_begun(context, meeting, item));
    view_put_text(&map, VIEW_KEY("type"),
                  typed ? text_from(case_type_names[paper->type.index]) : TEXT(""));
    put_clock(item, meeting_has_minutes(meeting), &map, arena);
    put_case(context, meeting, item, &map, arena);
    meeting_put_responsible(context, &map, VIEW_KEY("ansvarlig"), &item->responsible, arena);
    map_put(&map, TEXT("pause"), value_truth(item->pause.at.line > 0));
    map_put(&map, TEXT("punkter"), points_value(context, &item->points, arena));
    map_put(&map, TEXT("har-punkter"), value_truth(item->points.count > 0));
    return map_end(&map);
}

static struct text committee_name(const struct view_context *context, const struct meeting *meeting,
                                  bool is_short) {
    const struct party *committee =
        organisation_party(context->repository->organisation, meeting->committee.text);
    if (committee == NULL)
        return meeting->committee.text;
    return is_short ? committee->short_name : committee->name;
}

static struct text meeting_title(const struct view_context *context, const struct meeting *meeting,
                                 struct text title_label, struct text name) {
    struct arena *arena = context->arena;
    struct text date = label_date(context->labels, meeting->date.date, arena);
    struct text title =
        text_format(arena, "%.*s – %.*s %.*s", TEXT_ARGS(label(context->labels, title_label)),
                    TEXT_ARGS(name), TEXT_ARGS(date));
    if (!meeting_is_cancelled(meeting))
        return title;
    const struct text name_of_meeting = TEXT_OF("møte");
    return label_filled(context->labels, TEXT("kalender-avlyst"), &name_of_meeting, &title, 1,
                        arena);
}

static struct value change_value(const struct view_context *context,
                                 const struct meeting_change *change, struct text key) {
    struct map_builder map = map_begin(context->arena);
    map_put(&map, TEXT("dato"), value_text(date_iso(context->arena, change->date.date)));
    map_put(&map, TEXT("dato-tekst"),
            value_text(label_date(context->labels, change->date.date, context->arena)));
    map_put(&map, key, value_text(change->change.text));
    return map_end(&map);
}

static void put_changes(const struct view_context *context, const struct meeting *meeting,
                        struct map_builder *map) {
    size_t count = meeting->changes.count;
    struct value *items = arena_alloc(context->arena, count * sizeof *items);
    bool cancelled = meeting_is_cancelled(meeting);
    struct date sent = meeting->sent.date;
    for (size_t i = 0; i < count; i++)
        items[i] = change_value(context, &meeting->changes.items[i], TEXT("endring"));
    map_put(map, TEXT("utsendt"),
            value_text_or_none(sent.year == 0 ? TEXT("") : date_iso(context->arena, sent)));
    map_put(map, TEXT("har-utsendt"), value_truth(sent.year != 0));
    map_put(map, TEXT("utsendt-tekst"),
            value_text(label_date(context->labels, sent, context->arena)));
    map_put(map, TEXT("endringer"), value_list(items, count));
    map_put(map, TEXT("har-endringer"), value_truth(count > 0));
    map_put(map, TEXT("avlyst"),
            cancelled ? change_value(context, &meeting->cancelled, TEXT("grunn"))
                      : (struct value){.kind = VALUE_NONE});
    map_put(map, TEXT("har-avlyst"), value_truth(cancelled));
}

void meeting_put_head(const struct view_context *context, const struct meeting *meeting,
                      const struct meeting_head *head, struct map_builder *map) {
    struct arena *arena = context->arena;
    struct date date = meeting->date.date;
    struct text from = clock_text(arena, head->time.from);
    struct text to = head->time.to > 0 ? clock_text(arena, head->time.to) : TEXT("");
    view_put_head(
        context, map, head->document,
        meeting_title(context, meeting, head->title_label, committee_name(context, meeting, false)),
        meeting->source->path);
    map_put(map, TEXT("overskrift"),
            value_text(meeting_title(context, meeting, head->title_label,
                                     committee_name(context, meeting, true))));
    map_put(map, TEXT("utvalg"), view_party(context, meeting->committee.text, arena));
    view_put_text(map, VIEW_KEY("nr"), meeting->number.text);
    map_put(map, TEXT("dato"), value_text(date_iso(arena, date)));
    map_put(map, TEXT("dato-tekst"), value_text(label_weekday_date(context->labels, date, arena)));
    map_put(map, TEXT("tid"), value_text(span_words(from, to, arena)));
    map_put(map, TEXT("tid-fra"), value_text(from));
    map_put(map, TEXT("tid-til"), value_text_or_none(to));
    view_put_text(map, VIEW_KEY("sted"), meeting->place.text);
    view_put_text(map, VIEW_KEY("arkivsak"), meeting->archive.text);
    view_put_prose(context, map, VIEW_KEY("merknad"), head->remark);
    put_changes(context, meeting, map);
}

// The columns of the agenda that say something.
static void put_columns(const struct meeting *meeting, struct map_builder *map) {
    bool has_minutes = meeting_has_minutes(meeting), has_start = false, has_pause = false;
    bool has_number = false, has_responsible = false;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        has_start = has_start || item->fixed_start.at.line > 0;
        has_pause = has_pause || item->pause.at.line > 0;
        has_number = has_number || item->case_number.text.size > 0;
        has_responsible = has_responsible || item->responsible.count > 0;
    }
    map_put(map, TEXT("viser-kl"), value_truth(has_minutes || has_start));
    map_put(map, TEXT("viser-saksnr"), value_truth(has_number));
    map_put(map, TEXT("viser-ansvarlig"), value_truth(has_responsible));
    map_put(map, TEXT("viser-tid"), value_truth(has_minutes || has_pause));
    map_put(map, TEXT("viser-sum"), value_truth(has_minutes));
    map_put(map, TEXT("kolonner"),
            value_number(1 + (has_minutes || has_start) + has_number + has_responsible +
                         (has_minutes || has_pause)));
}

void notice_put(const struct view_context *context, const struct meeting *meeting,
                const char *document, struct text title_label, struct map_builder *map) {
    const struct meeting_head head = {document, title_label, meeting->time, &meeting->remark};
    meeting_put_head(context, meeting, &head, map);
    struct value *items = arena_alloc(context->arena, meeting->agenda.count * sizeof *items);
    int64_t minutes = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        items[i] = agenda_value(context, meeting, &meeting->agenda.items[i], context->arena);
        minutes += agenda_item_minutes(&meeting->agenda.items[i]);
    }
    map_put(map, TEXT("saksliste"), value_list(items, meeting->agenda.count));
    map_put(map, TEXT("sum-minutter"), value_number(minutes));
    put_columns(meeting, map);
}

struct value notice_value(const struct view_context *context, const struct meeting *meeting) {
    struct map_builder map = map_begin(context->arena);
    notice_put(context, meeting, "møteinnkalling", TEXT("møteinnkalling"), &map);
    return map_end(&map);
}
