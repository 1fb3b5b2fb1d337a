// SPDX-License-Identifier: MIT
// What the workbook was made of, and how it is read.

#include "view/grant/sheets.h"

#include "base/amount.h"
#include "base/digest.h"
#include "view/grant/money.h"

enum { MOST_LINES = 48 };

struct about_line {
    struct text name, words;
    bool heading;
};

struct about_context {
    const struct book *book;
    struct about_line lines[MOST_LINES];
    size_t count;
};

static void add(struct about_context *context, const char *key, struct text words) {
    const struct labels *labels = context->book->context->labels;
    context->lines[context->count++] =
        (struct about_line){label(labels, text_from(key)), words, words.data == NULL};
}

// A file that was read, and its fingerprint: sha256sum(1) gives the same for the same file, where
// it is UTF-8 without a byte order mark.
static struct text file_words(const struct source *source, struct arena *arena) {
    return text_format(arena, "%.*s\nSHA-256 %.*s", TEXT_ARGS(source->path),
                       TEXT_ARGS(digest_text(source->text, arena)));
}

static struct text payments_words(const struct book *book, struct arena *arena) {
    const struct payments *payments = book->payments;
    const struct labels *labels = book->context->labels;
    if (payments->file_count == 0)
        return label(labels, TEXT("bok-om-ingen-utbetalinger"));
    size_t count = 0;
    struct text *lines = arena_alloc(arena, (payments->file_count + 2) * sizeof *lines);
    for (size_t i = 0; i < payments->file_count; i++)
        lines[count++] = file_words(payments->files[i].source, arena);
    const struct text names[] = {TEXT("antall"), TEXT("sum"), TEXT("tegnsett")};
    const struct text values[] = {text_format(arena, "%zu", payments->count),
                                  amount_text(arena, payments->total),
                                  charset_name(payments->files[0].charset)};
    lines[count++] = label_filled(labels, TEXT("bok-om-antall"), names, values,
                                  sizeof names / sizeof *names, arena);
    struct text left = grant_left_out(book->context->labels, payments, arena);
    if (left.size > 0)
        lines[count++] = left;
    return text_join(arena, lines, count, TEXT("\n"));
}

static struct text decided_words(const struct book *book, struct arena *arena) {
    struct text number = case_in_words(book, book->grant->decided_by.text, arena);
    struct text day = label_date(book->context->labels, book->decided, arena);
    return text_join(arena, (struct text[]){number, day}, day.size > 0 ? 2 : 1, TEXT(", "));
}

// The sheets in the order of their tables, and what is explained beside them.
static const char *const sheets[][2] = {
    {"bok-ark-tildeling", "bok-om-tildeling"},
    {"bok-ark-endringer", "bok-om-endringer"},
    {"bok-ark-utbetalinger", "bok-om-utbetalinger"},
    {"bok-ark-perioder", "bok-om-perioder"},
    {"bok-ark-arter", "bok-om-arter"},
    {"bok-ark-budsjett", "bok-om-budsjett"},
    {"bok-ark-mottatte", "bok-om-mottatte"},
    {"bok-ark-rammekonto", "bok-om-rammekonto"},
    {"bok-ark-rapportering", "bok-om-rapportering"},
    {"bok-ark-tidligere", "bok-om-tidligere"},
    {"søknader", "bok-om-søknader"},
    {"bok-ark-kontroll", "bok-om-kontroll"},
    {"bok-om-stiplet", "bok-om-stiplet-tekst"},
    {"bok-om-rødt", "bok-om-rødt-tekst"},
    {"bok-om-formler", "bok-om-formler-tekst"},
    {"bok-om-beskyttet", "bok-om-beskyttet-tekst"},
};

static void collect(struct about_context *context) {
    const struct book *book = context->book;
    const struct labels *labels = book->context->labels;
    struct arena *arena = book->context->arena;
    struct date today = book->context->repository->today;
    add(context, "tilskudd", book->grant->title.text);
    add(context, "tilskudd-vedtatt", decided_words(book, arena));
    add(context, "bok-om-kilde", file_words(book->grant->source, arena));
    add(context, "bok-ark-utbetalinger", payments_words(book, arena));
    add(context, "kontroll-dato",
        today.year == 0 ? label(labels, TEXT("kontroll-ukontrollert"))
                        : label_date(labels, today, arena));
    static const char *const sums[] = {"ramme",    "vedtatt",      "endret",
                                       "tildelt",  "utbetalt",     "bundet",
                                       "gjenstår", "ikke-tildelt", "ikke-brukt"};
    add(context, "bok-om-summer", (struct text){NULL, 0});
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        add(context, text_format(arena, "sum-%s", sums[i]).data,
            label(labels, text_format(arena, "sum-%s-om", sums[i])));
    add(context, "bok-om-lese", (struct text){NULL, 0});
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        if (i >= TABLE_COUNT || has_table(book, (enum grant_table)i))
            add(context, sheets[i][0], label(labels, text_from(sheets[i][1])));
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct about_context *context = from;
    const struct book *book = context->book;
    struct cell *cells;
    struct row row = row_empty(STYLE_PLAIN, 2, &cells, arena);
    if (index == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, label(book->context->labels, TEXT("bok-om-tittel")));
    else if (index == ROW_SUBTITLE)
        cells[0] = cell_text(STYLE_SUBTITLE, book->subtitle);
    else if (index > ROW_LABELS) {
        const struct about_line *line = &context->lines[index - ROW_LABELS - 1];
        cells[0] = cell_text(line->heading ? STYLE_AREA : STYLE_LABEL, line->name);
        cells[1] = line->heading ? cell_empty(STYLE_AREA) : cell_text(STYLE_BODY, line->words);
    }
    return row;
}

struct sheet about_sheet(const struct book *book) {
    static const struct column widths[] = {{26}, {96}};
    struct about_context *context = arena_alloc(book->context->arena, sizeof *context);
    context->book = book;
    collect(context);
    return (struct sheet){
        .name = label(book->context->labels, TEXT("bok-ark-om")),
        .columns = widths,
        .column_count = sizeof widths / sizeof *widths,
        .row_count = ROW_LABELS + 1 + context->count,
        .row = make_row,
        .context = context,
        .is_protected = true,
        .footer_left = book->grant->source->path,
    };
}
