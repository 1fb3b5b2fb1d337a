// SPDX-License-Identifier: MIT

#include "check/writing/written_dates.h"

#include "base/ascii.h"
#include "base/words.h"
#include "base/writer.h"

#include <string.h>

struct word {
    struct text text; // in small letters and without the signs around it, once it is bare
    struct position at;
    bool is_bare; // few words are near a digit: only those are checked
};

// A text of a block, before it is cut into words.
struct piece {
    struct text text;
    struct position at;
};

// A block of words, which are checked together: "15." and "desember" may be on two lines.
struct block {
    struct piece *pieces;
    size_t piece_count;
    struct word *words;
    size_t count;
    struct arena arena;
    struct arena_savepoint empty;
    void (*found)(void *context, const struct written_date *date);
    void *context;
};

static const char *const weekdays[][2] = {
    {"mandag", "måndag"}, {"tirsdag", "tysdag"}, {"onsdag", "onsdag"}, {"torsdag", "torsdag"},
    {"fredag", "fredag"}, {"lørdag", "laurdag"}, {"søndag", "sundag"},
};

static const char *const deadline_words[] = {
    "innen", "innan", "senest", "seinast", "frist", "fristen", "før",
};

static bool is_one_of(struct text word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_is(word, words[i]))
            return true;
    return false;
}

// "tirsdag", "tirsdagen".
static int find_weekday(struct text word) {
    if (text_ends_with(word, TEXT("dagen")))
        word.size -= 2;
    for (int i = 0; i < 7; i++)
        if (is_one_of(word, weekdays[i], 2))
            return i + 1;
    return 0;
}

static struct text without_period(struct text word) {
    return text_ends_with(word, TEXT(".")) ? text_slice(word, 0, word.size - 1) : word;
}

// "28." or "28"; 0 for anything else.
static int read_day(struct text word) {
    int day;
    word = without_period(word);
    return word.size <= 2 && text_to_number(word, &day) ? day : 0;
}

static int read_year(struct text word) {
    int year;
    return year_parse(without_period(word), &year) ? year : 0;
}

// "15.12.2024", "15.12.24", "15.12" with or without a period after it.
static bool read_digits(struct text word, struct date *date) {
    int parts[3] = {0, 0, 0};
    size_t count = 0;
    for (struct text rest = without_period(word); rest.data != NULL; count++)
        if (count == 3 || !text_to_number(text_cut(&rest, '.'), &parts[count]))
            return false;
    *date = (struct date){parts[2] > 0 && parts[2] < 100 ? 2000 + parts[2] : parts[2], parts[1],
                          parts[0]};
    bool year_is_good = count < 3 || (date->year >= FIRST_YEAR && date->year <= LAST_YEAR);
    return count >= 2 && year_is_good && date_exists(*date);
}

// Without the signs around it; the period of "15." stays.
static struct text bare(struct text word) {
    const struct text signs[] = {TEXT("("), TEXT(")"), TEXT("«"), TEXT("»"), TEXT(","),
                                 TEXT(";"), TEXT(":"), TEXT("!"), TEXT("?"), TEXT("\"")};
    for (bool cut = true; cut;) {
        cut = false;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            if (text_starts_with(word, signs[i])) {
                word = text_slice(word, signs[i].size, word.size);
                cut = true;
            }
            if (text_ends_with(word, signs[i])) {
                word.size -= signs[i].size;
                cut = true;
            }
        }
    }
    return word;
}

static struct text bare_word(struct block *block, size_t at) {
    struct word *word = &block->words[at];
    if (!word->is_bare)
        word->text = text_lower(&block->arena, bare(word->text));
    word->is_bare = true;
    return word->text;
}

static bool has_digit(struct text word) {
    for (size_t i = 0; i < word.size; i++)
        if (ascii_is_digit(word.data[i]))
            return true;
    return false;
}

// The year after word `at`, the name of a month; 0 where there is none.
static int year_after(struct block *block, size_t at) {
    bool ends_here = at + 1 == block->count || text_ends_with(bare_word(block, at), TEXT("."));
    return ends_here ? 0 : read_year(bare_word(block, at + 1));
}

static const char *const ends[] = {"utgangen", "utløpet", "slutten", "enden"};
enum { END_COUNT = sizeof ends / sizeof *ends };

// "utgangen av juni 2025", "utløpet av 2025": the last day.
static size_t read_end(struct block *block, size_t at, struct date *date) {
    struct text first = block->words[at].text;
    if (block->count - at < 3 || first.size == 0 || strchr("uUsSeE", first.data[0]) == NULL ||
        !is_one_of(bare_word(block, at), ends, END_COUNT) ||
        !text_is(bare_word(block, at + 1), "av"))
        return 0;
    struct text third = bare_word(block, at + 2);
    *date = (struct date){read_year(third), 12, 31};
    if (date->year > 0)
        return 3;
    date->month = month_parse(without_period(third));
    if (date->month == 0)
        return 0;
    date->year = year_after(block, at + 2);
    date->day = date_days_in_month(date->year, date->month);
    return date->year > 0 ? 4 : 3;
}

// The date that begins with word `at`, and of how many words it is; 0 where none does.
static size_t read_date(struct block *block, size_t at, struct date *date) {
    size_t left = block->count - at;
    if (!has_digit(block->words[at].text))
        return read_end(block, at, date);
    struct text first = bare_word(block, at);
    if (date_parse(first, date) || read_digits(first, date))
        return 1;
    *date = (struct date){.day = read_day(first)};
    date->month =
        date->day > 0 && left > 1 ? month_parse(without_period(bare_word(block, at + 1))) : 0;
    if (date->month == 0)
        return 0;
    date->year = year_after(block, at + 1);
    return !date_exists(*date) ? 0 : date->year > 0 ? 3 : 2;
}

static bool is_deadline(struct block *block, size_t at) {
    enum { MOST_BETWEEN = 2 }; // "senest den", "før utgangen av"
    for (size_t back = 1; back <= MOST_BETWEEN + 1 && back <= at; back++)
        if (is_one_of(bare_word(block, at - back), deadline_words,
                      sizeof deadline_words / sizeof *deadline_words))
            return true;
    return false;
}

static struct text joined(struct block *block, size_t from, size_t to) {
    struct writer writer;
    writer_to_memory(&writer, &block->arena);
    for (size_t i = from; i < to; i++) {
        if (i > from)
            writer_byte(&writer, ' ');
        writer_put(&writer, bare_word(block, i));
    }
    return without_period(writer_text(&writer));
}

static void find_in_words(struct block *block) {
    struct date date;
    for (size_t at = 0, size; at < block->count; at += size == 0 ? 1 : size) {
        size = read_date(block, at, &date);
        if (size == 0)
            continue;
        size_t from = at;
        if (from > 0 && text_is(bare_word(block, from - 1), "den"))
            from--;
        int weekday = from > 0 ? find_weekday(bare_word(block, from - 1)) : 0;
        from = weekday > 0 ? from - 1 : at;
        struct written_date found = {
            date,
            weekday,
            joined(block, from, at + size),
            block->words[from].at,
            is_deadline(block, from),
        };
        if (size > 1 || date.year > 0 || found.is_deadline)
            block->found(block->context, &found);
    }
}

// Bytes of the space or line break at `at`; 0 where none is.
static size_t space_at(struct text text, size_t at) {
    bool line_break = at < text.size && (text.data[at] == '\n' || text.data[at] == '\r');
    return line_break ? 1 : word_space(text, at);
}

static void add_word(struct block *block, struct text word, struct position at) {
    block->words = arena_append(&block->arena, block->words, block->count, sizeof *block->words);
    block->words[block->count++] = (struct word){word, at, false};
}

static void add_words(struct block *block, struct text text, struct position at) {
    for (size_t i = 0; i < text.size;) {
        size_t from = i;
        struct position start = at;
        while (i < text.size && space_at(text, i) == 0)
            i++;
        struct text word = text_slice(text, from, i);
        at.column += (uint32_t)text_length(word);
        if (word.size > 0)
            add_word(block, word, start);
        for (size_t size; (size = space_at(text, i)) > 0; i += size) {
            bool line_break = text.data[i] == '\n';
            at = line_break ? (struct position){at.line + 1, 1}
                            : (struct position){at.line, at.column + 1};
        }
    }
}

// Whether `at` may be in one of `ends`, at the rarest of its first three letters, which are ASCII.
static bool may_be_end(struct text text, size_t at) {
    static const size_t rarest[END_COUNT] = {0, 0, 2, 2}; // u, u, u, d
    for (size_t i = 0; i < END_COUNT; i++) {
        size_t from = at - rarest[i], same = 0;
        if (at < rarest[i] || text.size - from < 3)
            continue;
        while (same < 3 && (text.data[from + same] | 0x20) == ends[i][same])
            same++;
        if (same == 3)
            return true;
    }
    return false;
}

// A digit, or one of `ends`: without them no date begins, and most texts need not be cut into
// words.
static bool may_have_date(struct text text) {
    static const bool marks[256] = {
        ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
        ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
        ['u'] = true, ['U'] = true, ['d'] = true, ['D'] = true};
    size_t at = text_find_any(text, 0, marks);
    while (at < text.size && !ascii_is_digit(text.data[at]) && !may_be_end(text, at))
        at = text_find_any(text, at + 1, marks);
    return at < text.size;
}

static void add_piece(struct block *block, struct text text, struct position at) {
    block->pieces =
        arena_append(&block->arena, block->pieces, block->piece_count, sizeof *block->pieces);
    block->pieces[block->piece_count++] = (struct piece){text, at};
}

static void find_in_block(struct block *block) {
    bool may = false;
    for (size_t i = 0; i < block->piece_count && !may; i++)
        may = may_have_date(block->pieces[i].text);
    for (size_t i = 0; i < block->piece_count && may; i++)
        add_words(block, block->pieces[i].text, block->pieces[i].at);
    find_in_words(block);
    block->count = block->piece_count = 0;
    block->words = NULL;
    block->pieces = NULL;
    arena_release(&block->arena, block->empty);
}

static bool is_block(enum prose_kind kind) {
    return kind <= PROSE_EMBED;
}

// The depth of the tree is bounded where it is read.
static void walk_nodes(struct block *block, const struct prose_node *node,
                       const struct prose_node *end) {
    for (; node != NULL && node != end; node = node->next) {
        if (node->kind == PROSE_TEXT)
            add_piece(block, node->text, node->at);
        walk_nodes(block, node->first, NULL);
        if (is_block(node->kind))
            find_in_block(block);
    }
}

static void begin(struct block *block, struct arena *arena,
                  void (*found)(void *context, const struct written_date *date), void *context) {
    *block = (struct block){.found = found, .context = context};
    arena_init(&block->arena, arena->out_of_memory);
    block->empty = arena_save(&block->arena);
}

// The same in nodes up to, and not with, `end`, and what is in them.
static void find_in_nodes(const struct prose_node *first, const struct prose_node *end,
                          struct arena *arena,
                          void (*found)(void *context, const struct written_date *date),
                          void *context) {
    struct block block;
    begin(&block, arena, found, context);
    walk_nodes(&block, first, end);
    find_in_block(&block);
    arena_free(&block.arena);
}

void written_dates_find(const struct prose *prose, struct arena *arena,
                        void (*found)(void *context, const struct written_date *date),
                        void *context) {
    struct block block;
    if (prose->first != NULL) {
        find_in_nodes(prose->first, prose->end, arena, found, context);
        return;
    }
    begin(&block, arena, found, context);
    add_piece(&block, prose->source, prose->at);
    find_in_block(&block);
    arena_free(&block.arena);
}
