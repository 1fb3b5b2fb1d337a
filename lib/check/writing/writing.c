// SPDX-License-Identifier: MIT

#include "check/writing/writing.h"

#include "base/ascii.h"
#include "base/path.h"
#include "base/message.h"
#include "base/words.h"
#include "check/markup/webaddresses.h"
#include "check/markup/markup.h"
#include "check/writing/classes.h"
#include "check/writing/bytes.h"
#include "check/writing/rules.h"
#include "check/writing/weekday.h"
#include "model/meeting/queue.h"

#include <stdlib.h>
#include <string.h>

// --- what is known of the file around a text ---

// A paper speaks the language of its meeting, and for its committee.
struct file_facts {
    enum language language;
    struct text committee;   // whose case numbers are meant
    struct date day;         // of the meeting that the file is of; year 0: of none
    const struct plan *plan; // whose file it is; or NULL
};

struct text_check {
    const struct repository *repository;
    struct arena scratch;
    struct arena facts_arena;
    struct index facts; // path → struct file_facts; of the others nothing is known
    enum language language;
    unsigned char marks[256]; // by word_mark(): the rules that are asked
};

static void add_facts(struct text_check *check, const struct source *source,
                      const struct choice *language, struct file_facts facts) {
    struct file_facts *kept = arena_alloc(&check->facts_arena, sizeof *kept);
    *kept = facts;
    kept->language = language->at.line > 0 && language->index >= 0 ? (enum language)language->index
                                                                   : check->language;
    index_add(&check->facts, source->path, kept);
}

static void add_meeting(struct text_check *check, const struct meeting *meeting) {
    const struct file_facts facts = {.committee = meeting->committee.text,
                                     .day = meeting->date.date};
    add_facts(check, meeting->source, &meeting->language, facts);
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (meeting->agenda.items[i].paper != NULL)
            add_facts(check, meeting->agenda.items[i].paper->source, &meeting->language, facts);
}

static void find_facts(struct text_check *check) {
    const struct repository *repository = check->repository;
    const struct choice none = {.index = -1};
    for (size_t i = 0; i < repository->plans.count; i++) {
        const struct plan *plan = repository->plans.items[i];
        add_facts(check, plan->source, &plan->language,
                  (struct file_facts){.committee = plan->owner.text, .plan = plan});
    }
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant *grant = repository->grants.items[i].grant;
        add_facts(check, grant->source, &grant->language,
                  (struct file_facts){.committee = grant->owner.text});
    }
    for (size_t i = 0; i < repository->meetings.count; i++)
        add_meeting(check, repository->meetings.items[i]);
    for (size_t i = 0; repository->queue != NULL && i < repository->queue->count; i++)
        add_facts(check, repository->queue->items[i].source, &none,
                  (struct file_facts){.committee = repository->queue->items[i].committee.text});
}

// --- one text ---

static text_rule *const number_rules[] = {
    check_contact,   check_slash_date, check_thousands,       check_range,
    check_breakable, check_joined,     check_plain_reference,
};
static const struct {
    unsigned char bit;
    text_rule *rule;
} word_rules[] = {
    {ASKS_CLOCK, check_clock},
    {ASKS_PLACEHOLDER, check_placeholder},
    {ASKS_TERM, check_term},
    {ASKS_NAMED_REFERENCE, check_named_reference},
    {ASKS_PREFIXED_CASE, check_prefixed_case},
};

static size_t apply_number_rules(struct text_scan *scan, size_t at) {
    size_t end = at;
    scan->word = TEXT("");
    for (size_t i = 0; i < sizeof number_rules / sizeof *number_rules && end == at; i++)
        end = number_rules[i](scan, at);
    return end > at ? end : word_end(scan->text, at);
}

static size_t apply_word_rules(struct text_scan *scan, size_t at) {
    size_t end = word_end(scan->text, at), applied = at;
    scan->word = text_slice(scan->text, at, end);
    bool hyphen = end < scan->text.size && scan->text.data[end] == '-';
    unsigned char asked = hyphen ? ASKS_ALL : scan->marks[word_mark(scan->word)];
    for (size_t i = 0; asked != 0 && i < sizeof word_rules / sizeof *word_rules && applied == at;
         i++)
        if ((asked & word_rules[i].bit) != 0)
            applied = word_rules[i].rule(scan, at);
    return applied > at ? applied : end;
}

static size_t skip_character(struct text text, size_t at) {
    do
        at++;
    while (at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

static void check_words(struct text_scan *scan) {
    struct text text = scan->text;
    for (size_t at = 0; at < text.size && !scan->full;) {
        bool written = scan->classes[at] <= PROSE_LINKED;
        size_t from = at;
        if (scan->classes[at] == PROSE_MAIL && text.data[at] == '@')
            check_mail_address(scan, at);
        if (written && (ascii_is_digit(text.data[at]) || text.data[at] == '+'))
            at = apply_number_rules(scan, at);
        else if (written && word_at(text, at))
            at = apply_word_rules(scan, at);
        if (at == from)
            at = skip_character(text, at);
    }
}

// "![](tilskudd:2024)"
static void check_images(struct text_scan *scan) {
    struct text text = scan->text;
    for (size_t from = 0; !scan->full && from < text.size; from++) {
        from += text_find(text_slice(text, from, text.size), '!');
        if (!text_starts_with(text_slice(text, from, text.size), TEXT("![")))
            continue;
        size_t end = scan_skip_space(text, from + 2);
        if (text_starts_with(text_slice(text, end, text.size), TEXT("](")) &&
            !scan_may_be_verbatim(scan, from))
            scan_report(scan, RULE_IMAGE_WORDS, from,
                        _("nothing is written for those who do not see this; write between '[' "
                          "and ']' what it shows"));
    }
}

// Bytes that a block text's first line is indented by.
static size_t indent_of(struct text text) {
    size_t start = 0, at = 0;
    for (; at < text.size; at++)
        if (text.data[at] == '\n')
            start = at + 1;
        else if (text.data[at] != ' ' && text.data[at] != '\r')
            break;
    return at - start;
}

// Those of prose are found where its links are.
static void check_weekdays_of_value(const struct text_scan *scan) {
    const struct sources *sources = &scan->repository->sources;
    const struct referrer referrer = {
        .repository = scan->repository, .file = scan->source->path, .day = scan->day};
    const struct prose prose = {.source = scan->text,
                                .at = source_position(sources, scan->source, scan->written->from)};
    check_weekdays(&referrer, &prose);
}

static void check_written_text(struct text_scan *scan, const struct written_text *written) {
    struct arena_savepoint saved = arena_save(scan->scratch);
    scan->written = written;
    scan->text = text_slice(scan->source->text, written->from, written->to);
    scan->full = false;
    scan->fault_count = scan->holder_count = scan->after_date = 0;
    scan->small = (struct text){NULL, 0};
    // Ids, numbers, addresses: nobody has formulated them.
    bool one_word = text_find(scan->text, ' ') == scan->text.size && !written->markdown;
    if (one_word)
        return;
    unsigned char *classes = arena_alloc_unset(scan->scratch, scan->text.size + 1);
    prose_classify(scan->text, written->markdown, written->block ? indent_of(scan->text) : 0,
                   classes);
    scan->classes = classes;
    check_words(scan);
    if (written->markdown) {
        check_web_addresses(scan);
        check_images(scan);
        check_markup(scan);
        check_repetition(scan);
    } else {
        check_weekdays_of_value(scan);
    }
    arena_release(scan->scratch, saved);
}

// --- all of them ---

static int by_place(const void *left, const void *right) {
    const struct written_text *a = left, *b = right;
    return (a->from > b->from) - (a->from < b->from);
}

static void check_source(struct text_check *check, struct source *source) {
    const struct repository *repository = check->repository;
    const struct terms *terms = repository->terms;
    const struct file_facts unknown = {.language = check->language, .committee = TEXT("")};
    const struct file_facts *facts = index_find(&check->facts, source->path);
    facts = facts == NULL ? &unknown : facts;
    struct text_scan scan = {
        .repository = repository,
        .scratch = &check->scratch,
        .source = source,
        .terms = terms,
        .marks = check->marks,
        .language = facts->language,
        .committee = facts->committee,
        .day = facts->day,
        .plan = facts->plan,
    };
    check_bytes(&repository->sources, source);
    if (terms != NULL && source == terms->source)
        return; // has the wrong words
    if (source->text_count > 0)
        qsort(source->texts, source->text_count, sizeof *source->texts, by_place);
    for (size_t i = 0; i < source->text_count; i++)
        if (i == 0 || source->texts[i].from != source->texts[i - 1].from)
            check_written_text(&scan, &source->texts[i]);
}

void check_texts(const struct repository *repository) {
    const struct sources *sources = &repository->sources;
    struct text_check check = {.repository = repository};
    if (repository->organisation != NULL)
        check.language = (enum language)repository->organisation->language.index;
    arena_init(&check.scratch, repository->arena->out_of_memory);
    arena_init(&check.facts_arena, repository->arena->out_of_memory);
    index_init(&check.facts, &check.facts_arena);
    find_facts(&check);
    mark_clock_words(check.marks);
    mark_placeholders(check.marks);
    mark_reference_words(repository->organisation, check.marks);
    if (repository->terms != NULL)
        mark_terms(repository->terms, check.marks);
    for (size_t i = 0; i < sources->read_count; i++)
        check_source(&check, sources->read[i]);
    arena_free(&check.facts_arena);
    arena_free(&check.scratch);
}
