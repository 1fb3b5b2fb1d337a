// SPDX-License-Identifier: MIT

#include "check/decisions/asked.h"

#include "base/date.h"
#include "check/writing/scan.h"
#include "model/organisation/called.h"

#include <string.h>

enum { FARTHEST = 4 }; // words: "blir saka etter planen teken"

static struct text without_signs(struct text word) {
    while (word.size > 0 && strchr(".,:;!?)\"", word.data[word.size - 1]) != NULL)
        word.size--;
    return word;
}

static bool names_time(struct text sentence) {
    static const char *const times[] = {
        "neste",    "første",   "fyrste", "høsten",  "hausten", "våren",      "sommeren",
        "sommaren", "jul",      "jula",   "påske",   "påska",   "uke",        "veke",
        "halvår",   "halvåret", "året",   "tertial", "kvartal", "årsskiftet", NULL,
    };
    int year;
    while (sentence.data != NULL) {
        struct text word = without_signs(text_cut(&sentence, ' '));
        if (scan_is_one_of(word, times) || month_parse(word) > 0 || year_parse(word, &year))
            return true;
    }
    return false;
}

// Whether one of `words` is among the first of `rest`.
static bool comes_soon(struct text rest, const char *const *words) {
    for (int i = 0; i < FARTHEST && rest.data != NULL; i++)
        if (scan_is_one_of(without_signs(text_cut(&rest, ' ')), words))
            return true;
    return false;
}

// --- asking ---

static bool asks(struct text words) {
    static const char *const asking[] = {
        "ber",       "bes",      "bed",      "oppdrag", "oppgave",   "oppgåve",
        "overlater", "overlèt",  "pålegger", "pålegg",  "delegerer", "oppfordrer",
        "oppmodar",  "oppmoder", "anmoder",  NULL,
    };
    while (words.data != NULL)
        if (scan_is_one_of(text_cut(&words, ' '), asking))
            return true;
    return false;
}

// --- somebody who does it ---

// Whether the words begin with somebody and what that somebody is to do: "fagråd 1 utarbeider …".
static bool sets_to_work(const struct organisation *organisation, struct text words) {
    static const char *const tasks[] = {
        "skal",      "utarbeid",   "utred",   "lager",      "lagar",
        "sender",    "rapporter",  "innkall", "sørger for", "sørgjer for",
        "syter for", "forbereder", "førebur", "kartlegg",   "avklar",
    };
    static const struct {
        const char *verb[4];
        const char *particle[3]; // one of these comes soon after it
        bool needs_time;
    } actives[] = {
        {{"legger", "legg"}, {"frem", "fram"}, false},
        {{"følger", "følgjer"}, {"opp"}, false},
        {{"kaller", "kallar"}, {"inn"}, false},
        {{"henter", "hentar"}, {"inn"}, false},
        {{"greier", "greiar", "lyser"}, {"ut"}, false},
        {{"setter", "set"}, {"ned"}, false},
        {{"får", "tar", "tek"}, {"ansvar", "ansvaret"}, false},
        {{"tar", "tek"}, {"opp"}, true},
    };
    size_t size = organisation == NULL ? 0 : called_size(organisation, words);
    struct text rest = text_trim(text_slice(words, size, words.size));
    for (size_t i = 0; size > 0 && i < sizeof tasks / sizeof *tasks; i++)
        if (text_starts_with(rest, text_from(tasks[i])))
            return true;
    struct text verb = text_cut(&rest, ' ');
    for (size_t i = 0; size > 0 && i < sizeof actives / sizeof *actives; i++)
        if (scan_is_one_of(verb, actives[i].verb) && comes_soon(rest, actives[i].particle) &&
            (!actives[i].needs_time || names_time(words)))
            return true;
    return false;
}

// --- nobody who does it ---

// A verb without the one who does it. Each list ends with NULL.
struct passive {
    const char *present[4];    // "settes", "setjast"
    const char *participle[5]; // after "blir": "satt", "sett"
    const char *particle[3];   // one of these comes soon after it: "ned"
    bool needs_time;           // a task only where the sentence says when
};

static const struct passive passives[] = {
    {{"nedsettes", "nedsettast", "nedsetjast"}, {"nedsatt", "nedsett"}, {NULL}, false},
    {{"settes", "settast", "setjast"}, {"satt", "sett"}, {"ned", "gang"}, false},
    {{"opprettes", "opprettast"}, {"opprettet", "oppretta"}, {NULL}, false},
    {{"oppnevnes", "oppnemnast"}, {"oppnevnt", "oppnemnd", "oppnemnt"}, {NULL}, false},
    {{"utarbeides", "utarbeidast"}, {"utarbeidet", "utarbeidd", "utarbeida"}, {NULL}, false},
    {{"utredes", "utgreiast"}, {"utredet", "utgreidd", "utgreia"}, {NULL}, false},
    {{"greies", "greiast"}, {"greid", "greidd", "greia"}, {"ut"}, false},
    {{"lages", "lagast"}, {"laget", "laga"}, {NULL}, false},
    {{"legges", "leggjast", "leggast"}, {"lagt", "lagd"}, {"frem", "fram"}, false},
    {{"sendes", "sendast"}, {"sendt", "send"}, {NULL}, false},
    {{"oversendes", "oversendast"}, {"oversendt", "oversend"}, {NULL}, false},
    {{"lyses", "lysast"}, {"lyst"}, {"ut"}, false},
    {{"utlyses", "utlysast"}, {"utlyst"}, {NULL}, false},
    {{"kalles", "kallast"}, {"kalt", "kalla"}, {"inn"}, false},
    {{"innkalles", "innkallast"}, {"innkalt", "innkalla"}, {NULL}, false},
    {{"hentes", "hentast"}, {"hentet", "henta"}, {"inn"}, false},
    {{"innhentes", "innhentast"}, {"innhentet", "innhenta"}, {NULL}, false},
    {{"følges", "følgjast"}, {"fulgt", "følgd", "følgt"}, {"opp"}, false},
    {{"evalueres", "evaluerast"}, {"evaluert"}, {NULL}, false},
    {{"revideres", "reviderast"}, {"revidert"}, {NULL}, false},
    {{"oppdateres", "oppdaterast"}, {"oppdatert"}, {NULL}, false},
    {{"rapporteres", "rapporterast"}, {"rapportert"}, {NULL}, false},
    {{"kartlegges", "kartleggjast", "kartleggast"}, {"kartlagt", "kartlagd"}, {NULL}, false},
    {{"avklares", "avklarast"}, {"avklart"}, {NULL}, false},
    {{"forberedes", "førebuast"}, {"forberedt", "førebudd", "førebutt"}, {NULL}, false},
    {{"iverksettes", "iverksettast", "iverksetjast"}, {"iverksatt", "iverksett"}, {NULL}, false},
    {{"igangsettes", "igangsettast", "igangsetjast"}, {"igangsatt", "igangsett"}, {NULL}, false},
    {{"arrangeres", "arrangerast"}, {"arrangert"}, {NULL}, false},
    {{"inviteres", "inviterast"}, {"invitert"}, {NULL}, false},
    {{"tas", "takast"}, {"tatt", "teken", "tekne", "teke"}, {"opp", "med"}, true},
    {{NULL}, {"bedt", "bede", "bedne"}, {NULL}, false},
    {{"oppfordres", "oppmodast", "anmodes"}, {"oppfordret", "oppmoda", "anmodet"}, {NULL}, false},
    {{"behandles", "behandlast"}, {"behandlet", "behandla"}, {NULL}, true},
    {{"handsamast"}, {"handsama"}, {NULL}, true},
    {{"drøftes", "drøftast"}, {"drøftet", "drøfta"}, {NULL}, true},
    {{"vurderes", "vurderast"}, {"vurdert"}, {NULL}, true},
    {{"presenteres", "presenterast"}, {"presentert"}, {NULL}, true},
    {{"gjennomføres", "gjennomførast"}, {"gjennomført"}, {NULL}, true},
};

struct sentence_check {
    struct text before; // the word before
    bool is_aside;      // "gruppen som nedsettes": nothing is asked until the next comma
    int becomes;        // words from here on in which a participle goes with "blir"
    bool has_time;
};

// Up to the first word that ends in a period, with it; "3." goes on.
static struct text cut_sentence(struct text *rest) {
    const char *start = rest->data;
    struct text word = text_cut(rest, ' ');
    while (rest->data != NULL && !(text_ends_with(word, TEXT(".")) && !text_digit_at(word, 0)))
        word = text_cut(rest, ' ');
    return (struct text){start, (size_t)(word.data + word.size - start)};
}

static bool is_task(const struct passive *passive, const struct sentence_check *check,
                    struct text word, struct text rest) {
    bool is_form = scan_is_one_of(word, passive->present) ||
                   (check->becomes > 0 && scan_is_one_of(word, passive->participle));
    return is_form && (check->has_time || !passive->needs_time) &&
           (passive->particle[0] == NULL || comes_soon(rest, passive->particle));
}

// Each form of the present ends so: "settes", "setjast".
static bool may_be_passive(struct text word) {
    return text_ends_with(word, TEXT("s")) || text_ends_with(word, TEXT("st"));
}

// Whether the word, which `rest` comes after, says that something is to be done.
static bool is_asked(const struct sentence_check *check, struct text word, struct text rest) {
    static const char *const maybe[] = {"kan", "kunne", "bør", "burde", "ikke", "ikkje", NULL};
    struct text next = rest;
    if (check->becomes <= 0 && !may_be_passive(word))
        return false;
    if (check->is_aside || scan_is_one_of(check->before, maybe) ||
        (next.data != NULL && scan_is_one_of(text_cut(&next, ' '), maybe)))
        return false;
    for (size_t i = 0; i < sizeof passives / sizeof *passives; i++)
        if (is_task(&passives[i], check, word, rest))
            return true;
    return false;
}

static bool sentence_gives_task(struct text sentence) {
    static const char *const asides[] = {"som", "når", "da", "hvis", "dersom", "inntil", NULL};
    static const char *const becomes[] = {"blir", "bli", "vert", "verte", NULL};
    struct sentence_check check = {.has_time = names_time(sentence)};
    for (struct text rest = sentence; rest.data != NULL;) {
        struct text word = text_cut(&rest, ' '), bare = without_signs(word);
        if (is_asked(&check, bare, rest))
            return true;
        check.is_aside =
            !text_ends_with(word, TEXT(",")) && (check.is_aside || scan_is_one_of(bare, asides));
        check.becomes = scan_is_one_of(bare, becomes) ? FARTHEST : check.becomes - 1;
        check.before = bare;
    }
    return false;
}

// --- all of them ---

bool words_give_task(const struct organisation *organisation, struct text words) {
    if (asks(words) || sets_to_work(organisation, words))
        return true;
    while (words.data != NULL)
        if (sentence_gives_task(cut_sentence(&words)))
            return true;
    return false;
}
