// SPDX-License-Identifier: MIT

#include "view/meeting/einnsyn.h"
#include "view/meeting/einnsyn_text.h"

#include "base/path.h"
#include "view/address.h"

// "helsefellesskapet-i-sondre-trondelag:moetesak:asu-42-24": the same in every delivery, and used
// for nothing else. `part` distinguishes things of the same kind and number.
static struct value external_id(const struct view_context *context, const char *kind,
                                struct text number, const char *part) {
    struct arena *arena = context->arena;
    struct text name =
        text_format(arena, "%.*s %.*s", TEXT_ARGS(context->committee), TEXT_ARGS(number));
    struct text organisation = text_slug(arena, context->repository->organisation->name.text);
    struct text slug = text_slug(arena, name);
    return value_text(text_format(arena, "%.*s:%s:%.*s%s%s", TEXT_ARGS(organisation), kind,
                                  TEXT_ARGS(slug), *part == '\0' ? "" : ":", part));
}

// The same of a case; a number that each meeting gives anew comes with the meeting.
static struct text id_number(const struct view_context *context, const struct case_paper *paper) {
    struct case_number parts;
    bool known = case_number_parse(paper->number.text, &context->repository->sources,
                                   context->committee, &parts);
    return known && parts.starts == RESTARTS_EACH_MEETING
               ? repository_case_in_full(context->repository, context->committee,
                                         paper->number.text, path_parent(paper->source->path))
               : paper->number.text;
}

static void put(struct map_builder *map, struct text name, struct text text) {
    if (text.size > 0)
        map_put(map, name, value_text(text));
}

static struct value list_of_one(const struct view_context *context, struct value value) {
    struct value *items = arena_alloc(context->arena, sizeof *items);
    *items = value;
    return value_list(items, 1);
}

static void put_titles(struct map_builder *map, struct text title, struct text sensitive) {
    put(map, TEXT("offentligTittel"), title);
    put(map, TEXT("offentligTittelSensitiv"), sensitive);
}

// Moetesaksbeskrivelse, Behandlingsprotokoll.
static struct value description(const struct view_context *context, struct value id,
                                struct text text) {
    struct map_builder map = map_begin(context->arena);
    map_put(&map, TEXT("externalId"), id);
    map_put(&map, TEXT("tekstInnhold"), value_text(text));
    map_put(&map, TEXT("tekstFormat"), value_text(TEXT("text/plain")));
    return map_end(&map);
}

// --- documents ---

struct document {
    struct value id;
    struct text title;
    struct text type; // "saksfremlegg"
    int number;
    struct text file; // below the website; empty: it is not published separately
};

static struct value document_value(const struct view_context *context,
                                   const struct document *document) {
    struct arena *arena = context->arena;
    struct text website = context->repository->organisation->website.text;
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("externalId"), document->id);
    map_put(&map, TEXT("tittel"), value_text(document->title));
    map_put(&map, TEXT("tittelSensitiv"), value_text(document->title));
    map_put(&map, TEXT("dokumentnummer"), value_number(document->number));
    map_put(&map, TEXT("tilknyttetRegistreringSom"),
            value_text(document->number == 1 ? TEXT("Hoveddokument") : TEXT("Vedlegg")));
    put(&map, TEXT("dokumenttype"), document->type);
    if (document->file.size > 0 && website.size > 0) {
        struct text path = view_site_path(context, document->file, arena);
        struct map_builder object = map_begin(arena);
        map_put(&object, TEXT("referanseDokumentfil"),
                value_text(view_site_address(context, path)));
        map_put(&object, TEXT("format"), value_text(TEXT("pdf")));
        map_put(&map, TEXT("dokumentobjekt"), list_of_one(context, map_end(&object)));
    }
    return map_end(&map);
}

// Notice and minutes.
static struct value meeting_document(const struct view_context *context,
                                     const struct meeting *meeting, const char *type,
                                     struct text title, struct text file) {
    struct map_builder map = map_begin(context->arena);
    const struct document document = {
        .id = external_id(context, "dokumentbeskrivelse", meeting->number.text, type),
        .title = title,
        .type = text_from(type),
        .number = 1,
        .file = file,
    };
    map_put(&map, TEXT("externalId"),
            external_id(context, "moetedokument", meeting->number.text, type));
    put_titles(&map, title, title);
    map_put(&map, TEXT("moetedokumenttype"), value_text(text_from(type)));
    map_put(&map, TEXT("dokumentbeskrivelse"),
            list_of_one(context, document_value(context, &document)));
    return map_end(&map);
}

// --- a case ---

struct case_parts {
    const struct meeting *meeting;
    const struct case_paper *paper; // as the public may see it
    struct text sensitive_title;
    struct text committee;
};

static struct text case_type(const struct view_context *context, const struct case_paper *paper) {
    static const struct text types[CASE_TYPE_COUNT] = {
        [CASE_DECISION] = TEXT_OF("moete"),          [CASE_BRIEFING] = TEXT_OF("orientering"),
        [CASE_DISCUSSION] = TEXT_OF("moete"),        [CASE_APPROVAL] = TEXT_OF("godkjenning"),
        [CASE_FOR_INFORMATION] = TEXT_OF("referat"), [CASE_ANY_OTHER] = TEXT_OF("annet"),
    };
    if (paper->type.index < 0)
        return TEXT("annet"); // of an exempt case the kind is not told
    bool political =
        organisation_is_political(context->repository->organisation, context->committee);
    struct text type = types[paper->type.index];
    return political && text_is(type, "moete") ? TEXT("politisk") : type;
}

// The text of all sections that are for the papers and propose nothing, each below its heading.
static struct text background(const struct view_context *context, const struct case_paper *paper) {
    struct writer writer;
    writer_to_memory(&writer, context->arena);
    for (size_t i = 0; i < paper->sections.count; i++) {
        const struct case_section *section = &paper->sections.items[i];
        struct text text = einnsyn_text(context, &section->text);
        if (section->kind != SECTION_FREE || (text.size == 0 && section->title.size == 0))
            continue;
        if (writer.used > 0)
            writer_put(&writer, TEXT("\n\n"));
        writer_put(&writer, section->title);
        if (section->title.size > 0 && text.size > 0)
            writer_put(&writer, TEXT("\n\n"));
        writer_put(&writer, text);
    }
    return writer_text(&writer);
}

static struct value case_documents(const struct view_context *context,
                                   const struct case_paper *paper) {
    size_t count = 1;
    struct value *items =
        arena_alloc(context->arena, (paper->attachments.count + 1) * sizeof *items);
    struct document document = {
        .id =
            external_id(context, "dokumentbeskrivelse", id_number(context, paper), "saksfremlegg"),
        .title = paper->title.text,
        .type = TEXT("saksfremlegg"),
        .number = 1,
        .file = TEXT("packet.pdf"),
    };
    items[0] = document_value(context, &document);
    for (size_t i = 0; i < paper->attachments.count; i++) {
        const struct attachment *attachment = &paper->attachments.items[i];
        struct text part = text_format(context->arena, "vedlegg-%zu", i + 1);
        document = (struct document){
            .id = external_id(context, "dokumentbeskrivelse", id_number(context, paper), part.data),
            .title = attachment->title.text,
            .type = TEXT("vedlegg"),
            .number = (int)i + 2,
        };
        if (!is_exempt(&attachment->exemption))
            items[count++] = document_value(context, &document);
    }
    return value_list(items, count);
}

// A proposal without a background is the case's own; with one, both belong to the inquiry.
static void put_inquiry(const struct view_context *context, const struct case_paper *paper,
                        struct map_builder *map) {
    const struct case_section *proposal = case_paper_section(paper, SECTION_PROPOSAL);
    struct text number = id_number(context, paper), text = background(context, paper);
    if (proposal == NULL)
        return;
    struct value proposed =
        description(context, external_id(context, "moetesaksbeskrivelse", number, "innstilling"),
                    einnsyn_text(context, &proposal->text));
    if (text.size == 0) {
        map_put(map, TEXT("innstilling"), proposed);
        return;
    }
    struct map_builder inquiry = map_begin(context->arena);
    map_put(&inquiry, TEXT("externalId"), external_id(context, "utredning", number, ""));
    map_put(&inquiry, TEXT("saksbeskrivelse"),
            description(context,
                        external_id(context, "moetesaksbeskrivelse", number, "saksbeskrivelse"),
                        text));
    map_put(&inquiry, TEXT("innstilling"), proposed);
    map_put(map, TEXT("utredning"), map_end(&inquiry));
}

static bool is_recused(const struct case_paper *paper, struct text id) {
    for (size_t i = 0; i < paper->recused.count; i++)
        if (text_equal(paper->recused.items[i].who.text, id))
            return true;
    return false;
}

static void add_voter(struct scalar_list *voters, struct scalar id) {
    if (id.text.size > 0)
        voters->items[voters->count++] = id;
}

// Those present, the deputies of those who are not, and of those who do not take part in the case.
static struct scalar_list voters_of(const struct view_context *context,
                                    const struct case_parts *parts) {
    const struct minutes *minutes = &parts->meeting->minutes;
    const struct case_paper *paper = parts->paper;
    size_t most = minutes->present.count + minutes->absent.count + paper->recused.count;
    const struct agenda_item *item = meeting_item_of(parts->meeting, paper->number.text);
    struct scalar_list voters = {.items = arena_alloc(context->arena, most * sizeof *voters.items)};
    for (size_t i = 0; i < minutes->present.count; i++)
        if (attendee_is_at(&minutes->present.items[i], parts->meeting, item) &&
            !is_recused(paper, minutes->present.items[i].who.text))
            add_voter(&voters, minutes->present.items[i].who);
    for (size_t i = 0; i < minutes->absent.count; i++)
        if (!is_recused(paper, minutes->absent.items[i].deputy.text))
            add_voter(&voters, minutes->absent.items[i].deputy);
    for (size_t i = 0; i < paper->recused.count; i++)
        add_voter(&voters, paper->recused.items[i].deputy);
    return voters;
}

// Votes are counted, not called by name: who voted what is known only where all voted for it.
static bool all_voted_for(const struct case_paper *paper, size_t voters) {
    for (size_t i = 0; i < paper->votes.count; i++) {
        const struct vote *vote = &paper->votes.items[i];
        if (vote->against.value != 0 || vote->blank.value != 0 ||
            (size_t)vote->in_favour.value != voters)
            return false;
    }
    return paper->votes.count > 0 && voters > 0;
}

static struct value vote_value(const struct view_context *context, struct text number,
                               struct text id) {
    const struct party *party = organisation_party(context->repository->organisation, id);
    struct map_builder member = map_begin(context->arena), map = map_begin(context->arena);
    struct text slug = text_slug(context->arena, id);
    map_put(&member, TEXT("moetedeltakerNavn"), value_text(party == NULL ? id : party->name));
    map_put(&map, TEXT("externalId"),
            external_id(context, "votering", number, text_copy(context->arena, slug).data));
    map_put(&map, TEXT("moetedeltaker"), map_end(&member));
    map_put(&map, TEXT("stemme"), value_text(TEXT("Ja")));
    return map_end(&map);
}

static void put_votes(const struct view_context *context, const struct case_parts *parts,
                      struct map_builder *map) {
    struct scalar_list voters = voters_of(context, parts);
    struct value *items = arena_alloc(context->arena, voters.count * sizeof *items);
    if (!all_voted_for(parts->paper, voters.count))
        return;
    for (size_t i = 0; i < voters.count; i++)
        items[i] = vote_value(context, id_number(context, parts->paper), voters.items[i].text);
    map_put(map, TEXT("votering"), value_list(items, voters.count));
}

static void put_decision(const struct view_context *context, const struct case_parts *parts,
                         struct map_builder *map) {
    const struct case_paper *paper = parts->paper;
    const struct case_section *decision = case_paper_decision(paper);
    const struct case_section *treatment = case_paper_section(paper, SECTION_TREATMENT);
    struct text number = id_number(context, paper);
    if (decision == NULL)
        return;
    struct map_builder decided = map_begin(context->arena);
    map_put(&decided, TEXT("externalId"), external_id(context, "vedtak", number, ""));
    map_put(&decided, TEXT("vedtakstekst"),
            description(context,
                        external_id(context, "moetesaksbeskrivelse", number, "vedtakstekst"),
                        einnsyn_text(context, &decision->text)));
    map_put(&decided, TEXT("dato"),
            value_text(date_iso(context->arena, parts->meeting->date.date)));
    put_votes(context, parts, &decided);
    struct text text = treatment == NULL ? TEXT("") : einnsyn_text(context, &treatment->text);
    if (text.size > 0)
        map_put(
            &decided, TEXT("behandlingsprotokoll"),
            description(context, external_id(context, "behandlingsprotokoll", number, ""), text));
    map_put(map, TEXT("vedtak"), map_end(&decided));
}

static struct value case_value(const struct view_context *context, const struct case_parts *parts) {
    const struct case_paper *paper = parts->paper;
    struct map_builder map = map_begin(context->arena);
    struct case_number number;
    map_put(&map, TEXT("externalId"),
            external_id(context, "moetesak", id_number(context, paper), ""));
    put_titles(&map, paper->title.text, parts->sensitive_title);
    map_put(&map, TEXT("moetesakstype"), value_text(case_type(context, paper)));
    if (case_number_parse(paper->number.text, &context->repository->sources, context->committee,
                          &number)) {
        int year = number.year > 0 ? number.year : parts->meeting->date.date.year;
        map_put(&map, TEXT("moetesaksaar"), value_number(year));
        map_put(&map, TEXT("moetesakssekvensnummer"), value_number(number.number));
    }
    map_put(&map, TEXT("utvalg"), value_text(parts->committee));
    if (is_exempt(&paper->exemption))
        return map_end(&map);
    put_inquiry(context, paper, &map);
    put_decision(context, parts, &map);
    map_put(&map, TEXT("dokumentbeskrivelse"), case_documents(context, paper));
    return map_end(&map);
}

// --- the meeting ---

static struct text meeting_time(const struct view_context *context, const struct meeting *meeting) {
    int from = meeting->time.from;
    struct text day = date_iso(context->arena, meeting->date.date);
    return text_format(context->arena, "%.*sT%02d:%02d:00+%02d:00", TEXT_ARGS(day), from / 60,
                       from % 60, norwegian_time_offset(meeting->date.date, from) / 60);
}

static struct value unit_value(const struct view_context *context, struct text committee) {
    const struct organisation *organisation = context->repository->organisation;
    struct map_builder map = map_begin(context->arena);
    struct text name = text_slug(context->arena, organisation->name.text);
    struct text slug = text_slug(context->arena, context->committee);
    map_put(&map, TEXT("externalId"),
            value_text(
                text_format(context->arena, "%.*s:enhet:%.*s", TEXT_ARGS(name), TEXT_ARGS(slug))));
    map_put(&map, TEXT("navn"), value_text(committee));
    map_put(&map, TEXT("orgnummer"), value_text(organisation->number.text));
    map_put(&map, TEXT("kontaktpunktEpost"), value_text(organisation->email.text));
    map_put(&map, TEXT("innsynskravEpost"), value_text(organisation->requests_email.text));
    map_put(&map, TEXT("enhetstype"), value_text(TEXT("UTVALG")));
    return map_end(&map);
}

static struct value documents_value(const struct view_context *context,
                                    const struct meeting *meeting, struct text title) {
    struct value *items = arena_alloc(context->arena, 2 * sizeof *items);
    size_t count = 0;
    const struct text names[] = {label(context->labels, TEXT("møteinnkalling")),
                                 label(context->labels, TEXT("protokoll"))};
    struct text titles[2];
    for (size_t i = 0; i < 2; i++)
        titles[i] = text_join(context->arena, (struct text[]){names[i], title}, 2, TEXT(" – "));
    items[count++] =
        meeting_document(context, meeting, "innkalling", titles[0], TEXT("notice.pdf"));
    if (meeting->minutes.at.line > 0)
        items[count++] =
            meeting_document(context, meeting, "protokoll", titles[1], TEXT("minutes.pdf"));
    return value_list(items, count);
}

static struct value cases_value(const struct view_context *context, const struct meeting *meeting,
                                struct text committee) {
    struct value *items = arena_alloc(context->arena, meeting->agenda.count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *whole = meeting->agenda.items[i].paper;
        if (whole == NULL)
            continue;
        const struct case_parts parts = {
            .meeting = meeting,
            .paper = case_paper_for(whole, AUDIENCE_PUBLIC, context->arena),
            .sensitive_title = whole->title.text,
            .committee = committee,
        };
        items[count++] = case_value(context, &parts);
    }
    return value_list(items, count);
}

// There is no other place for it.
static struct text cancellation(const struct view_context *context, const struct meeting *meeting) {
    if (!meeting_is_cancelled(meeting))
        return TEXT("");
    struct text words = label(context->labels, TEXT("møte-avlyst"));
    struct text date = label_date(context->labels, meeting->cancelled.date.date, context->arena);
    return text_format(context->arena, "%.*s %.*s. %.*s", TEXT_ARGS(words), TEXT_ARGS(date),
                       TEXT_ARGS(meeting->cancelled.change.text));
}

struct value einnsyn_value(const struct view_context *context, const struct meeting *meeting) {
    const struct party *party =
        organisation_party(context->repository->organisation, meeting->committee.text);
    struct text committee = party == NULL ? meeting->committee.text : party->name;
    struct text date = label_date(context->labels, meeting->date.date, context->arena);
    struct text title =
        text_format(context->arena, "%.*s %.*s", TEXT_ARGS(committee), TEXT_ARGS(date));
    struct map_builder folder = map_begin(context->arena), map = map_begin(context->arena);
    map_put(&folder, TEXT("externalId"),
            external_id(context, "moetemappe", meeting->number.text, ""));
    put_titles(&folder, title, title);
    put(&folder, TEXT("beskrivelse"), cancellation(context, meeting));
    map_put(&folder, TEXT("moetenummer"), value_text(meeting->number.text));
    map_put(&folder, TEXT("utvalg"), value_text(committee));
    map_put(&folder, TEXT("moetedato"), value_text(meeting_time(context, meeting)));
    put(&folder, TEXT("moetested"), meeting->place.text);
    map_put(&folder, TEXT("moetedokument"), documents_value(context, meeting, title));
    map_put(&folder, TEXT("moetesak"), cases_value(context, meeting, committee));
    map_put(&map, TEXT("enhet"), unit_value(context, committee));
    map_put(&map, TEXT("moetemappe"), map_end(&folder));
    return map_end(&map);
}
