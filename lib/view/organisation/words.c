// SPDX-License-Identifier: MIT

#include "view/organisation/words.h"

#include "base/writer.h"

static const struct party *party_of(const struct view_context *context, const struct body *body) {
    return organisation_party(context->repository->organisation, body->id.text);
}

struct text body_name(const struct view_context *context, const struct body *body) {
    const struct party *party = party_of(context, body);
    return party == NULL ? body->name.text : party->name;
}

struct text body_short_name(const struct view_context *context, const struct body *body) {
    const struct party *party = party_of(context, body);
    return party == NULL ? body->name.text : party->short_name;
}

struct text body_level_words(const struct view_context *context, const struct body *body) {
    if (body->level.at.line == 0 || body->level.index < 0)
        return TEXT("");
    return label(context->labels, text_concat(context->arena, TEXT("organ-nivå-"),
                                              text_from(body_levels[body->level.index])));
}

struct text body_national_words(const struct view_context *context,
                                const struct placed_body *placed) {
    static const struct text keys[] = {
        [NATIONAL_PARTNERSHIP] = TEXT_OF("organ-partnerskapsmøte"),
        [NATIONAL_STRATEGIC] = TEXT_OF("organ-strategisk-utvalg"),
        [NATIONAL_PROFESSIONAL] = TEXT_OF("organ-faglig-utvalg"),
    };
    if (placed->national == NATIONAL_NONE)
        return TEXT("");
    struct text words = label(context->labels, keys[placed->national]);
    struct text own = body_name(context, placed->body);
    bool is_own = text_equal(text_lower(context->arena, own), text_lower(context->arena, words));
    return is_own ? TEXT("") : words;
}

struct text body_members_words(const struct view_context *context, const struct body *body) {
    const struct organisation *organisation = context->repository->organisation;
    struct text *names = arena_alloc(context->arena, (body->members.count + 1) * sizeof *names);
    for (size_t i = 0; i < body->members.count; i++)
        names[i] = organisation_short_name(organisation, body->members.items[i].text);
    return text_join(context->arena, names, body->members.count, TEXT(", "));
}

struct text body_anchor(const struct body *body, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_put(&writer, TEXT("organ-"));
    for (size_t i = 0; i < body->id.text.size; i++) {
        char byte = body->id.text.data[i];
        if (byte == ' ' || byte == '%')
            writer_put(&writer, byte == ' ' ? TEXT("%20") : TEXT("%25"));
        else
            writer_byte(&writer, byte);
    }
    return writer_text(&writer);
}
