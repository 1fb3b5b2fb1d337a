// SPDX-License-Identifier: MIT

#include "check/writing/holders.h"

#include "base/ascii.h"
#include "base/words.h"
#include "check/writing/classes.h"
#include "check/writing/rules.h"

#include <string.h>

// --- the words of a sentence ---

enum { FARTHEST = 240, MOST_WORDS = FARTHEST / 2 + 1 };

struct sentence {
    struct text words[MOST_WORDS];
    size_t count;
};

static void add_words(const struct text_scan *scan, size_t at, size_t end,
                      struct sentence *sentence) {
    while (at < end && sentence->count < MOST_WORDS) {
        size_t to = word_end(scan->text, at);
        if (to > at && scan->classes[at] <= PROSE_LINKED)
            sentence->words[sentence->count++] = text_slice(scan->text, at, to);
        at = to > at ? to : at + 1;
    }
}

// After "St." and "12." a sentence goes on.
static bool ends_sentence(const struct text_scan *scan, size_t at) {
    enum { SHORTEST = 4 };
    struct text text = scan->text;
    size_t next = scan_skip_space(text, at + 1), from = at;
    if (strchr(".!?;", text.data[at]) == NULL || next == at + 1)
        return false;
    while (from > 0 && word_before(text, from) && at - from < SHORTEST)
        from--;
    return text.data[at] != '.' ||
           (at - from >= SHORTEST && (word_capital_at(text, next) || !word_at(text, next)));
}

// A blank line, an item, a cell or a heading.
static bool begins_anew(struct text text, size_t line_break) {
    size_t at = line_break + 1;
    while (at < text.size && ascii_is_blank(text.data[at]))
        at++;
    return at < text.size && strchr("\r\n-*+#>|", text.data[at]) != NULL;
}

static size_t sentence_start(const struct text_scan *scan, size_t from) {
    struct text text = scan->text;
    size_t limit = from > FARTHEST ? from - FARTHEST : 0, at = from;
    while (at > limit) {
        char before = text.data[at - 1];
        if (before == '|' || before == '\0' || ends_sentence(scan, at - 1) ||
            (before == '\n' && begins_anew(text, at - 1)))
            break;
        at--;
    }
    return at;
}

// --- names ---

// What a noun of Norwegian may end with.
static const char *const endings[] = {"",   "s",   "t",    "ts",  "et",   "ets", "en", "ens", "a",
                                      "as", "ene", "enes", "ane", "anes", "er",  "ar", "e",   NULL};

static bool is_ending(struct text rest) {
    for (size_t i = 0; endings[i] != NULL; i++)
        if (text_is(rest, endings[i]))
            return true;
    return false;
}

// "samarbeidsutvalget" of "Samarbeidsutvalg"
static bool is_form_of(struct text word, struct text name) {
    char lower[SCAN_LONGEST_WORD], lower_name[SCAN_LONGEST_WORD];
    if (name.size == 0 || word.size < name.size || (word.data[0] | 0x20) != (name.data[0] | 0x20) ||
        !scan_lower(word, lower) || !scan_lower(name, lower_name))
        return false;
    return memcmp(lower, lower_name, name.size) == 0 &&
           is_ending(text_slice((struct text){lower, word.size}, name.size, word.size));
}

// How many words from `first` on are the name; 0 where they are another.
static size_t words_of_name(const struct sentence *sentence, size_t first, struct text name) {
    size_t count = 0;
    for (size_t at = 0; at < name.size;) {
        size_t end = word_end(name, at);
        if (end > at && (first + count >= sentence->count ||
                         !is_form_of(sentence->words[first + count], text_slice(name, at, end))))
            return 0;
        count += end > at;
        at = end > at ? end : at + 1;
    }
    return count;
}

// Name `index` of the body, empty where it has none there, or a word for what it is about. False
// after the last.
static bool name_of_body(const struct body *body, size_t index, struct text *name) {
    const struct text names[] = {body->id.text, body->name.text, body->short_name.text,
                                 body->name_nn.text, body->short_name_nn.text};
    const size_t count = sizeof names / sizeof *names;
    if (index >= count + body->also.count)
        return false;
    *name = index < count ? names[index] : body->also.items[index - count].text;
    if (index > 0 && !word_capital_at(*name, 0))
        *name = TEXT("");
    return true;
}

static size_t words_of_body(const struct sentence *sentence, size_t first,
                            const struct body *body) {
    size_t longest = 0;
    struct text name;
    for (size_t i = 0; name_of_body(body, i, &name); i++) {
        bool other = is_acronym(name) && !text_starts_with(sentence->words[first], name);
        size_t count = other ? 0 : words_of_name(sentence, first, name);
        longest = count > longest ? count : longest;
    }
    return longest;
}

void mark_holders(const struct organisation *organisation, unsigned char marks[256]) {
    struct text name;
    for (size_t i = 0; i < organisation->bodies.count; i++)
        for (size_t j = 0; name_of_body(&organisation->bodies.items[i], j, &name); j++)
            if (name.size > 0)
                marks[word_mark(name)] |= NAMES_BODY;
}

// The body that is named from word `first` on, and in how many words; NULL where none is.
static const struct body *body_at(const struct text_scan *scan, const struct sentence *sentence,
                                  size_t first, size_t *count) {
    const struct organisation *organisation = scan->repository->organisation;
    const struct body *found = NULL;
    *count = 0;
    if ((scan->marks[word_mark(sentence->words[first])] & NAMES_BODY) == 0)
        return NULL;
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        size_t words = words_of_body(sentence, first, &organisation->bodies.items[i]);
        if (words > *count) {
            *count = words;
            found = &organisation->bodies.items[i];
        }
    }
    return found;
}

// --- authorities ---

// What the names of those end with who have cases of their own.
static const char *const authorities[] = {"kommunestyre",
                                          "formannskap",
                                          "bystyre",
                                          "styre",
                                          "fylkesting",
                                          "storting",
                                          "regjering",
                                          "departement",
                                          "direktorat",
                                          "helsetilsyn",
                                          "utvalg",
                                          "utval",
                                          "nemnd",
                                          "komité",
                                          "komite",
                                          "eldreråd",
                                          "ungdomsråd",
                                          "brukerråd",
                                          "byråd",
                                          "fylkesråd",
                                          "fylkeskommune",
                                          "statsforvalter",
                                          "foretaksmøte",
                                          "helseforetak",
                                          "representantskap",
                                          "årsmøte",
                                          "generalforsamling",
                                          NULL};

// "styre" is also what one does, and "utvalget" may be the one that the text is of.
static bool says_nothing_alone(struct text word) {
    static const char *const words[] = {"styre",  "utvalg",   "utvalget", "utvalgets",
                                        "utval",  "utvalet",  "utvalets", "utvalgene",
                                        "utvala", "utvalene", NULL};
    return scan_is_one_of(word, words);
}

// A word of the name of the body that the text is of, "Samarbeidsutvalget".
static bool is_of_own_name(const struct text_scan *scan, struct text word) {
    const struct party *own = organisation_party(scan->repository->organisation, scan->committee);
    struct text name = own == NULL ? TEXT("") : own->name;
    for (size_t at = 0; at < name.size;) {
        size_t end = word_end(name, at);
        if (is_form_of(word, text_slice(name, at, end)))
            return true;
        at = end > at ? end : at + 1;
    }
    return false;
}

static bool is_authority_without_ending(struct text word) {
    for (size_t i = 0; authorities[i] != NULL; i++)
        if (text_ends_with(word, text_from(authorities[i])))
            return true;
    return false;
}

static bool ends_with_authority(struct text word) {
    char letters[SCAN_LONGEST_WORD];
    struct text lower = {letters, word.size};
    if (!scan_lower(word, letters))
        return false;
    for (size_t i = 0; endings[i] != NULL; i++)
        if (text_ends_with(lower, text_from(endings[i])) &&
            is_authority_without_ending(text_slice(lower, 0, lower.size - strlen(endings[i]))))
            return true;
    return false;
}

// "Melhus kommune", "kommunen"; of "kommunene" nobody knows which.
static bool is_municipality(const struct sentence *sentence, size_t at) {
    static const char *const one[] = {"kommune", "kommunes", NULL};
    static const char *const known[] = {"kommunen", "kommunens", NULL};
    return scan_is_one_of(sentence->words[at], known) ||
           (at > 0 && scan_is_one_of(sentence->words[at], one) &&
            word_capital_at(sentence->words[at - 1], 0));
}

bool is_acronym(struct text word) {
    enum { LONGEST = 6 };
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'A' || word.data[i] > 'Z')
            return false;
    return word.size > 1 && word.size <= LONGEST;
}

// What somebody does in a case of their own.
static bool is_deciding(const struct sentence *sentence, size_t at) {
    static const char *const words[] = {
        "behandlet", "behandla",  "handsama",  "vedtok",   "drøftet",  "drøfta",
        "godkjente", "godkjende", "besluttet", "bestemte", "bestemde", "avgjorde",
        "behandler", "behandlar", "vedtar",    "vedtek",   NULL};
    return at < sentence->count && scan_is_one_of(sentence->words[at], words);
}

static bool is_authority(const struct text_scan *scan, const struct sentence *sentence, size_t at) {
    struct text word = sentence->words[at];
    if (is_acronym(word))
        return at + 1 == sentence->count || is_deciding(sentence, at + 1);
    return is_municipality(sentence, at) ||
           (ends_with_authority(word) && !says_nothing_alone(word) && !is_of_own_name(scan, word));
}

// --- whose the case is ---

// Those that have been found in a sentence.
struct named {
    const struct body *other;
    size_t after;    // the word after it
    bool is_own;     // the body that the text is of
    bool is_unknown; // an authority, or several bodies
};

static struct named find_named(const struct text_scan *scan, const struct sentence *sentence) {
    struct named named = {.other = NULL};
    for (size_t at = 0; at < sentence->count;) {
        size_t count = 0;
        const struct body *body = body_at(scan, sentence, at, &count);
        bool own = body != NULL && text_equal(body->id.text, scan->committee);
        bool other = body != NULL && !own && !body_is_secretariat(body);
        named.is_own = named.is_own || own;
        named.is_unknown = named.is_unknown ||
                           (other && named.other != NULL && named.other != body) ||
                           (body == NULL && is_authority(scan, sentence, at));
        if (other) {
            named.other = body;
            named.after = at + count;
        }
        at += count > 0 ? count : 1;
    }
    return named;
}

// "PSU godkjente vedtaket i sak 3/24" is of somebody else's decision.
static bool is_of_a_decision(const struct sentence *sentence) {
    static const char *const words[] = {
        "vedtak",        "vedtaket",     "vedtaka", "vedtakene", "innstilling",
        "innstillingen", "innstillinga", "forslag", "forslaget", "forslagene",
        "framlegg",      "framlegget",   NULL};
    return sentence->count > 1 && scan_is_one_of(sentence->words[sentence->count - 2], words);
}

static bool is_certain(const struct sentence *sentence, const struct named *named) {
    return named->after == sentence->count ||
           (is_deciding(sentence, named->after) && !is_of_a_decision(sentence));
}

// "sak 3/24 i formannskapet", "sak 3/24, Melhus kommunestyre", "sak 3/24 ble vedtatt av styret"
static bool names_another_after(const struct text_scan *scan, size_t to) {
    static const char *const of[] = {"i", "hos", "ved", "fra", "frå", "av", NULL};
    enum { FARTHEST_AFTER = 80, BEFORE_OF = 3, NEAR = 4 };
    struct text text = scan->text;
    struct sentence sentence = {.count = 0};
    size_t end = to, first = 0;
    bool apart = to < text.size && strchr(",:–", text.data[to]) != NULL;
    size_t from = scan_skip_space(text, to + apart);
    for (end = from; end < text.size && end - from < FARTHEST_AFTER; end++)
        if (strchr(",.;:!?|)", text.data[end]) != NULL || ends_sentence(scan, end) ||
            (text.data[end] == '\n' && begins_anew(text, end)))
            break;
    add_words(scan, from, end, &sentence);
    apart = apart || (from < text.size && text.data[from] == '(');
    while (!apart && first < sentence.count && !scan_is_one_of(sentence.words[first], of))
        first++;
    if (first >= sentence.count || first > BEFORE_OF)
        return false;
    sentence.count = sentence.count < first + NEAR ? sentence.count : first + NEAR;
    struct named named = find_named(scan, &sentence);
    return (named.other != NULL || named.is_unknown) && !named.is_own;
}

struct case_holder case_holder(const struct text_scan *scan, size_t from, size_t to) {
    struct case_holder holder = {.body = NULL};
    struct sentence sentence = {.count = 0};
    if (scan->repository->organisation == NULL)
        return holder;
    add_words(scan, sentence_start(scan, from), from, &sentence);
    struct named named = find_named(scan, &sentence);
    bool is_one = !named.is_unknown && (named.other == NULL || !named.is_own);
    if (is_one && named.other == NULL)
        holder.is_unclear = !named.is_own && names_another_after(scan, to);
    else if (is_one && is_certain(&sentence, &named))
        holder.body = organisation_party(scan->repository->organisation, named.other->id.text);
    else
        holder.is_unclear = true;
    return holder;
}
