// SPDX-License-Identifier: MIT

#include "model/meeting/headings.h"

#include "base/message.h"

#include <string.h>

struct heading {
    struct text words; // in small letters
    enum case_section_kind kind;
};

static const struct heading known[] = {
    {TEXT_OF("forslag til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("behandling i møtet"), SECTION_TREATMENT},
    {TEXT_OF("handsaming i møtet"), SECTION_TREATMENT},
    {TEXT_OF("vedtak"), SECTION_DECISION},
    {TEXT_OF("protokolltilførsel"), SECTION_ENTRY},
    {TEXT_OF("innstilling"), SECTION_PROPOSAL},
    {TEXT_OF("forslag til innstilling"), SECTION_PROPOSAL},
    {TEXT_OF("tilråding"), SECTION_PROPOSAL},
    {TEXT_OF("vedtaksforslag"), SECTION_PROPOSAL},
    {TEXT_OF("vedtaksframlegg"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg til innstilling"), SECTION_PROPOSAL},
    {TEXT_OF("vedtatt"), SECTION_DECISION},
    {TEXT_OF("vedteke"), SECTION_DECISION},
    {TEXT_OF("endelig vedtak"), SECTION_DECISION},
    {TEXT_OF("endeleg vedtak"), SECTION_DECISION},
    {TEXT_OF("vedtak i saken"), SECTION_DECISION},
    {TEXT_OF("vedtak i saka"), SECTION_DECISION},
    {TEXT_OF("møtets vedtak"), SECTION_DECISION},
    {TEXT_OF("behandling"), SECTION_TREATMENT},
    {TEXT_OF("handsaming"), SECTION_TREATMENT},
    {TEXT_OF("drøfting i møtet"), SECTION_TREATMENT},
    {TEXT_OF("oppsummering frå møtet"), SECTION_TREATMENT},
    {TEXT_OF("oppsummering fra møtet"), SECTION_TREATMENT},
    {TEXT_OF("tilrådning"), SECTION_PROPOSAL},
    {TEXT_OF("innstilling til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("tilråding til vedtak"), SECTION_PROPOSAL},
    {TEXT_OF("forslag fra sekretariatet"), SECTION_PROPOSAL},
    {TEXT_OF("forslag frå sekretariatet"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg frå sekretariatet"), SECTION_PROPOSAL},
    {TEXT_OF("forslag til konklusjon"), SECTION_PROPOSAL},
};
enum { KNOWN = sizeof known / sizeof *known };

// What other trees call them.
static const struct heading other[] = {
    {TEXT_OF("forslag"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg"), SECTION_PROPOSAL},
    {TEXT_OF("forslag til beslutning"), SECTION_PROPOSAL},
    {TEXT_OF("framlegg til avgjerd"), SECTION_PROPOSAL},
    {TEXT_OF("referat"), SECTION_TREATMENT},
    {TEXT_OF("oppsummering"), SECTION_TREATMENT},
    {TEXT_OF("behandling av saken"), SECTION_TREATMENT},
    {TEXT_OF("handsaming av saka"), SECTION_TREATMENT},
    {TEXT_OF("møtebehandling"), SECTION_TREATMENT},
    {TEXT_OF("diskusjon"), SECTION_TREATMENT},
    {TEXT_OF("diskusjon i møtet"), SECTION_TREATMENT},
    {TEXT_OF("ordskifte"), SECTION_TREATMENT},
    {TEXT_OF("votering"), SECTION_TREATMENT},
    {TEXT_OF("avstemning"), SECTION_TREATMENT},
    {TEXT_OF("avstemming"), SECTION_TREATMENT},
    {TEXT_OF("røysting"), SECTION_TREATMENT},
    {TEXT_OF("konklusjon"), SECTION_DECISION},
    {TEXT_OF("beslutning"), SECTION_DECISION},
    {TEXT_OF("avgjerd"), SECTION_DECISION},
    {TEXT_OF("protokollmerknad"), SECTION_ENTRY},
    {TEXT_OF("merknad til protokollen"), SECTION_ENTRY},
};

enum { OTHER = sizeof other / sizeof *other };

static struct text words_of(struct text title, struct arena *arena) {
    struct text words = text_trim(title);
    while (words.size > 0 &&
           (words.data[words.size - 1] == ':' || words.data[words.size - 1] == '.'))
        words = text_trim(text_slice(words, 0, words.size - 1));
    return text_lower(arena, words);
}

static enum case_section_kind find(const struct heading *headings, size_t count,
                                   struct text words) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(words, headings[i].words))
            return headings[i].kind;
    return SECTION_FREE;
}

// "Sekretariatets innstilling", "Rådmannen si tilråding": whose proposal it is comes first.
static bool is_somebodys_proposal(struct text words) {
    static const struct text ends[] = {
        TEXT_OF("s innstilling"), TEXT_OF(" si innstilling"), TEXT_OF(" sin innstilling"),
        TEXT_OF("s tilråding"),   TEXT_OF(" si tilråding"),   TEXT_OF("s forslag til vedtak"),
        TEXT_OF("s tilrådning"),  TEXT_OF(" sitt framlegg"),  TEXT_OF("s forslag til innstilling"),
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (words.size > ends[i].size && text_ends_with(words, ends[i]))
            return true;
    return false;
}

enum case_section_kind heading_kind(struct text title, struct arena *arena) {
    struct text words = words_of(title, arena);
    return is_somebodys_proposal(words) ? SECTION_PROPOSAL : find(known, KNOWN, words);
}

static struct text name_of(enum case_section_kind kind) {
    static const char *const names[] = {
        [SECTION_PROPOSAL] = N_("Forslag til vedtak"),
        [SECTION_TREATMENT] = N_("Behandling i møtet"),
        [SECTION_DECISION] = "Vedtak",
        [SECTION_ENTRY] = "Protokolltilførsel",
    };
    return kind == SECTION_FREE ? TEXT("") : text_from(_(names[kind]));
}

// What is left of the words when the name in front, or at the end, is cut away, and what binds it:
// "asus vedtak", "utvalet sitt vedtak", "vedtak i sak 2/24", "vedtak i asu".
static struct text without_owner(struct text words, struct text owner) {
    static const struct text bonds[] = {TEXT_OF("s "), TEXT_OF(" sitt "), TEXT_OF(" si "),
                                        TEXT_OF(" sine "), TEXT_OF(" ")};
    static const struct text between[] = {TEXT_OF("i "), TEXT_OF("i sak "), TEXT_OF("sak "),
                                          TEXT_OF("i sak nr. "), TEXT_OF("for sak ")};
    if (owner.size == 0)
        return words;
    for (size_t i = 0; i < sizeof bonds / sizeof *bonds; i++) {
        struct text rest = text_slice(words, owner.size, words.size);
        if (text_starts_with(words, owner) && text_starts_with(rest, bonds[i]))
            return text_slice(rest, bonds[i].size, rest.size);
    }
    if (!text_ends_with(words, owner))
        return words;
    words = text_trim(text_slice(words, 0, words.size - owner.size));
    for (size_t i = sizeof between / sizeof *between; i-- > 0;) {
        struct text bond = text_slice(between[i], 0, between[i].size - 1);
        if (words.size > bond.size && text_ends_with(words, bond) &&
            words.data[words.size - bond.size - 1] == ' ')
            words = text_trim(text_slice(words, 0, words.size - bond.size));
    }
    while (words.size > 0 && strchr(" ,–-", words.data[words.size - 1]) != NULL)
        words.size--;
    return words;
}

struct text heading_meant(struct text title, const struct text *owners, size_t owner_count,
                          bool certain, enum case_section_kind *kind, struct arena *arena) {
    static const struct text usual[] = {
        TEXT_OF("utvalget"), TEXT_OF("utvalet"),   TEXT_OF("møtet"),
        TEXT_OF("møte"),     TEXT_OF("styret"),    TEXT_OF("gruppa"),
        TEXT_OF("rådet"),    TEXT_OF("enstemmig"), TEXT_OF("samrøystes"),
    };
    struct text words = words_of(title, arena), candidates[KNOWN + OTHER], whole = words;
    for (size_t i = 0; i < owner_count; i++)
        words = without_owner(words, text_lower(arena, owners[i]));
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        words = without_owner(words, usual[i]);
    *kind = words.size < whole.size ? find(known, KNOWN, words) : SECTION_FREE;
    if (*kind == SECTION_FREE)
        *kind = find(other, OTHER, words);
    for (size_t i = 0; i < KNOWN + OTHER; i++)
        candidates[i] = i < KNOWN ? known[i].words : other[i - KNOWN].words;
    size_t near = text_nearest(words, candidates, KNOWN + OTHER);
    if (*kind == SECTION_FREE && near < KNOWN + OTHER &&
        (!certain || text_is_slip_of(words, candidates[near])))
        *kind = near < KNOWN ? known[near].kind : other[near - KNOWN].kind;
    return name_of(*kind);
}
