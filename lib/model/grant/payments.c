// SPDX-License-Identifier: MIT

#include "model/grant/payments.h"

#include "base/path.h"
#include "base/amount.h"
#include "base/message.h"
#include "input/file/csv.h"

#include <string.h>

// The titles that count where the grant names no others.
static const struct text usual_titles[PAYMENT_COLUMN_COUNT] = {
    [PAYMENT_DATE] = TEXT_OF("dato"),
    [PAYMENT_PROJECT] = TEXT_OF("prosjektnummer"),
    [PAYMENT_VOUCHER] = TEXT_OF("bilag"),
    [PAYMENT_SUPPLIER] = TEXT_OF("leverandør"),
    [PAYMENT_AMOUNT] = TEXT_OF("beløp"),
    [PAYMENT_TEXT] = TEXT_OF("tekst"),
    [PAYMENT_COST_CENTRE] = TEXT_OF("ansvarssted"),
};

enum { NO_COLUMN = LIMIT_CSV_COLUMNS };

// An amount that cannot be read yet: another one in the file may show what the decimal mark is.
struct doubtful {
    size_t payment;
    struct csv_cell cell;
};

struct reading {
    struct sources *sources;
    const struct grant *grant;
    struct payments *payments;
    struct csv csv;
    size_t column_of[PAYMENT_COLUMN_COUNT];
    size_t width;      // of the head
    char decimal_mark; // 0: not known yet
    struct arena scratch;
    struct payment *growing;
    struct doubtful *doubtful;
    size_t doubtful_count;
};

struct text payments_path(const struct grant *grant, struct arena *arena) {
    struct text path = grant->source->path;
    struct text named = grant->payments.file.text;
    if (named.size == 0) {
        struct text stem = path;
        if (text_ends_with(stem, TEXT(".yaml")))
            stem.size -= 5;
        return text_concat(arena, stem, TEXT("-payments.csv"));
    }
    if (text_find(named, '/') < named.size || text_find(named, '\0') < named.size)
        return TEXT("");
    size_t folder = path.size - path_name(path).size;
    return text_concat(arena, text_slice(path, 0, folder), named);
}

static void fault(struct reading *reading, enum rule rule, struct position at, const char *message,
                  struct text written) {
    struct text told = message_about(reading->sources->arena, message, written);
    report(reading->sources->diagnostics, rule, reading->payments->source->path, at, "%.*s",
           TEXT_ARGS(told));
}

static struct text title_of(const struct reading *reading, size_t column) {
    struct text given = reading->grant->payments.titles[column].text;
    return given.size > 0 ? given : usual_titles[column];
}

static bool same_title(const struct reading *reading, struct text a, struct text b) {
    struct arena *arena = reading->sources->arena;
    return text_equal(text_lower(arena, text_nfc(arena, a)), text_lower(arena, b));
}

// The head of the table by each separator; the one that shows most of the titles is the table's.
static char find_separator(struct reading *reading, struct csv_row *head) {
    static const char separators[] = {';', '\t', ','};
    struct text text = reading->payments->source->text;
    char best = separators[0];
    size_t most = 0;
    struct diagnostics silent;
    diagnostics_init(&silent, &reading->scratch);
    for (size_t i = 0; i < sizeof separators; i++) {
        struct csv csv;
        size_t found = 0;
        csv_init(&csv, text, TEXT(""), separators[i], &silent, &reading->scratch);
        if (!csv_next(&csv, head))
            break;
        for (size_t cell = 0; cell < head->count; cell++)
            for (size_t column = 0; column < PAYMENT_COLUMN_COUNT; column++)
                found += same_title(reading, head->cells[cell].text, title_of(reading, column));
        if (found > most) {
            most = found;
            best = separators[i];
        }
    }
    return best;
}

static void find_columns(struct reading *reading, const struct csv_row *head) {
    for (size_t column = 0; column < PAYMENT_COLUMN_COUNT; column++) {
        struct text title = title_of(reading, column);
        reading->column_of[column] = NO_COLUMN;
        for (size_t i = 0; i < head->count; i++) {
            if (!same_title(reading, head->cells[i].text, title))
                continue;
            if (reading->column_of[column] != NO_COLUMN)
                fault(reading, RULE_PAYMENT_COLUMNS, head->cells[i].at,
                      _("the column '%.*s' is here a second time"), title);
            else
                reading->column_of[column] = i;
        }
        reading->payments->has_column[column] = reading->column_of[column] != NO_COLUMN;
    }
    reading->width = head->count;
}

static struct text titles_of_head(const struct reading *reading, const struct csv_row *head) {
    struct text titles[LIMIT_CSV_COLUMNS];
    for (size_t i = 0; i < head->count; i++)
        titles[i] = head->cells[i].text;
    return text_join(reading->sources->arena, titles, head->count, TEXT(", "));
}

// False where a column is missing that every payment needs.
static bool read_head(struct reading *reading) {
    struct csv_row *head = arena_alloc_unset(&reading->scratch, sizeof *head);
    struct payments *payments = reading->payments;
    bool whole = true;
    payments->separator = find_separator(reading, head);
    csv_init(&reading->csv, payments->source->text, payments->source->path, payments->separator,
             reading->sources->diagnostics, reading->sources->arena);
    if (!csv_next(&reading->csv, head)) {
        fault(reading, RULE_PAYMENT_COLUMNS, (struct position){1, 1},
              _("the file is empty; its first line has the titles of the columns"), TEXT(""));
        return false;
    }
    find_columns(reading, head);
    for (size_t column = 0; column < PAYMENT_COLUMN_COUNT; column++) {
        bool needed =
            column != PAYMENT_COST_CENTRE && column != PAYMENT_TEXT && column != PAYMENT_SUPPLIER;
        bool named = reading->grant->payments.titles[column].text.size > 0;
        if (payments->has_column[column] || !(needed || named))
            continue;
        whole = false;
        report(reading->sources->diagnostics, RULE_PAYMENT_COLUMNS, payments->source->path,
               head->cells[0].at,
               _("there is no column '%.*s' among %.*s; if it has another title here, write that "
                 "under utbetalinger: kolonner: in the file of the grant"),
               TEXT_ARGS(title_of(reading, column)), TEXT_ARGS(titles_of_head(reading, head)));
    }
    return whole;
}

// "1.3.2024" as "2024-03-01" into `iso`; other texts stay what they are.
static struct text as_iso(struct text text, char iso[static 10]) {
    size_t month = text_find(text, '.') + 1;
    size_t year = month < text.size ? month + text_find(text_slice(text, month, text.size), '.') + 1
                                    : text.size;
    if (year + 4 != text.size || month < 2 || month > 3 || year < month + 2 || year > month + 3)
        return text;
    memcpy(iso, "0000-00-00", 10);
    memcpy(iso, text.data + year, 4);
    memcpy(iso + 7 - (year - 1 - month), text.data + month, year - 1 - month);
    memcpy(iso + 10 - (month - 1), text.data, month - 1);
    return (struct text){iso, 10};
}

// Databases export a day with the midnight that it begins with.
static struct text without_midnight(struct text text) {
    static const struct text midnights[] = {TEXT_OF(" 00:00:00"), TEXT_OF("T00:00:00"),
                                            TEXT_OF(" 00:00")};
    enum { DAY = sizeof "1.3.2024" - 1 };
    for (size_t i = 0; text.size > DAY + 2 && i < sizeof midnights / sizeof *midnights; i++)
        if (text_ends_with(text, midnights[i]))
            return text_slice(text, 0, text.size - midnights[i].size);
    return text;
}

// "2024-11-29", "29.11.2024" or "9.1.2024", perhaps with midnight; from 1 March 1900, for
// spreadsheets differ in days before.
static bool read_date(struct text text, struct date *date) {
    static const struct date first = {1900, 3, 1};
    char iso[10];
    struct date read;
    if (!date_parse(as_iso(without_midnight(text), iso), &read) || date_compare(read, first) < 0)
        return false;
    *date = read;
    return true;
}

static const char *explain(enum amount_fault fault) {
    switch (fault) {
    case AMOUNT_PERIOD:
        return _("'%.*s' can be thousands or decimals, or has other decimals than the rest of the "
                 "file; say which with desimaltegn: komma or punktum under utbetalinger in the "
                 "file of the grant");
    case AMOUNT_GROUPS:
        return _("the digits of '%.*s' are not in groups of three");
    case AMOUNT_NOT_A_NUMBER:
        return _("'%.*s' is not an amount; it is exported like 1234,50 or -1234.50");
    default:
        return amount_fault_message(fault);
    }
}

static struct text cell_text(const struct reading *reading, const struct csv_row *row,
                             enum payment_column column) {
    size_t at = reading->column_of[column];
    return at < row->count ? row->cells[at].text : TEXT("");
}

static void add_amount(struct reading *reading, struct payment *payment, int64_t ore) {
    struct payments *payments = reading->payments;
    int64_t total = payments->total + ore;
    if (total > AMOUNT_LARGEST || total < -AMOUNT_LARGEST) {
        fault(reading, RULE_WRONG_AMOUNT, payment->at[PAYMENT_AMOUNT],
              _("the sum of the amounts is too large here"), TEXT(""));
        return;
    }
    payments->total = total;
    payment->ore = ore;
}

// With the decimal mark known so far: a later amount may show it.
static void read_amount(struct reading *reading, size_t index, struct csv_cell cell) {
    int64_t ore = 0;
    struct payment *payment = &reading->growing[index];
    if (reading->decimal_mark == 0)
        reading->decimal_mark = amount_export_mark(cell.text);
    if (amount_parse_export(cell.text, reading->decimal_mark, &ore) == AMOUNT_OK) {
        add_amount(reading, payment, ore);
        return;
    }
    reading->doubtful = arena_append(&reading->scratch, reading->doubtful, reading->doubtful_count,
                                     sizeof *reading->doubtful);
    reading->doubtful[reading->doubtful_count++] = (struct doubtful){index, cell};
}

static void settle_doubtful(struct reading *reading) {
    for (size_t i = 0; i < reading->doubtful_count; i++) {
        const struct doubtful *doubtful = &reading->doubtful[i];
        int64_t ore = 0;
        enum amount_fault found =
            amount_parse_export(doubtful->cell.text, reading->decimal_mark, &ore);
        if (found == AMOUNT_OK)
            add_amount(reading, &reading->growing[doubtful->payment], ore);
        else
            fault(reading, RULE_WRONG_AMOUNT, doubtful->cell.at, explain(found),
                  doubtful->cell.text);
    }
}

static uint32_t find_allocation(const struct reading *reading, struct text number) {
    const struct allocation *found = grant_project(reading->grant, number, reading->sources->arena);
    return found == NULL ? NO_ALLOCATION : (uint32_t)(found - reading->grant->allocations.items);
}

// True when everything that a payment must have is there; otherwise a report.
static bool has_all(struct reading *reading, const struct csv_row *row) {
    static const enum payment_column needed[] = {PAYMENT_DATE, PAYMENT_PROJECT, PAYMENT_VOUCHER,
                                                 PAYMENT_AMOUNT};
    bool whole = true;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (cell_text(reading, row, needed[i]).size > 0)
            continue;
        size_t at = reading->column_of[needed[i]];
        whole = false;
        fault(reading, RULE_CSV_SYNTAX,
              at < row->count ? row->cells[at].at : row->cells[row->count - 1].at,
              _("the line has nothing in the column '%.*s'"), title_of(reading, needed[i]));
    }
    return whole;
}

static void read_row(struct reading *reading, const struct csv_row *row) {
    struct payments *payments = reading->payments;
    if (row->broken || !has_all(reading, row))
        return;
    if (row->count > reading->width) {
        fault(reading, RULE_CSV_SYNTAX, row->cells[reading->width].at,
              _("the line has more cells than the first one has titles; a text with '%.*s' in it "
                "is written in quotes"),
              (struct text){&payments->separator, 1});
        return;
    }
    size_t index = payments->count;
    reading->growing =
        arena_append(&reading->scratch, reading->growing, index, sizeof *reading->growing);
    payments->count++;
    struct payment *payment = &reading->growing[index];
    *payment = (struct payment){
        .project_number =
            text_nfc(reading->sources->arena, cell_text(reading, row, PAYMENT_PROJECT)),
        .voucher = cell_text(reading, row, PAYMENT_VOUCHER),
        .supplier = cell_text(reading, row, PAYMENT_SUPPLIER),
        .text = cell_text(reading, row, PAYMENT_TEXT),
        .cost_centre = cell_text(reading, row, PAYMENT_COST_CENTRE),
    };
    for (size_t column = 0; column < PAYMENT_COLUMN_COUNT; column++)
        if (reading->column_of[column] < row->count)
            payment->at[column] = row->cells[reading->column_of[column]].at;
    payment->allocation = find_allocation(reading, payment->project_number);
    struct text date = cell_text(reading, row, PAYMENT_DATE);
    if (!read_date(date, &payment->date))
        fault(reading, RULE_WRONG_DATE, payment->at[PAYMENT_DATE],
              _("'%.*s' is not a date; it is exported like 2024-11-29 or 29.11.2024"), date);
    read_amount(reading, index, row->cells[reading->column_of[PAYMENT_AMOUNT]]);
}

void payments_count(struct payments *payments) {
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
        if (payment->allocation == NO_ALLOCATION)
            continue;
        struct paid *paid = &payments->of[payment->allocation];
        bool dated = payment->date.year > 0;
        paid->ore += payment->ore;
        paid->count++;
        if (dated && (paid->first.year == 0 || date_compare(payment->date, paid->first) < 0))
            paid->first = payment->date;
        if (dated && date_compare(payment->date, paid->last) > 0)
            paid->last = payment->date;
    }
}

static void read_table(struct reading *reading) {
    struct payments *payments = reading->payments;
    struct arena *arena = reading->sources->arena;
    arena_init(&reading->scratch, arena->out_of_memory);
    if (read_head(reading)) {
        struct csv_row *row = arena_alloc_unset(&reading->scratch, sizeof *row);
        while (csv_next(&reading->csv, row)) {
            while (row->count > reading->width && row->cells[row->count - 1].text.size == 0)
                row->count--;
            read_row(reading, row);
        }
        settle_doubtful(reading);
    }
    size_t size = payments->count * sizeof *payments->items;
    if (size > 0)
        payments->items = memcpy(arena_alloc_unset(arena, size), reading->growing, size);
    arena_free(&reading->scratch);
    payments_count(payments);
}

// The file was found to be in another character set than the usual one, and nobody has said so.
static void tell_charset(const struct sources *sources, const struct payments *payments) {
    if (payments->charset != CHARSET_UTF8 && !payments->charset_was_given)
        report(sources->diagnostics, RULE_PAYMENT_CHARSET, payments->source->path,
               (struct position){1, 1},
               _("the file is not UTF-8 and is read as Windows-1252; write tegnsett: windows-1252 "
                 "under utbetalinger in the file of the grant if that is right"));
}

const struct payments *payments_read(struct sources *sources, const struct grant *grant) {
    struct arena *arena = sources->arena;
    struct payments *payments = arena_alloc(arena, sizeof *payments);
    const struct payment_form *form = &grant->payments;
    bool named = form->file.text.size > 0;
    struct text path = payments_path(grant, arena);
    payments->of = arena_alloc(arena, grant->allocations.count * sizeof *payments->of);
    payments->charset_was_given = form->charset.at.line > 0 && form->charset.index >= 0;
    payments->charset =
        payments->charset_was_given ? (enum charset)form->charset.index : CHARSET_ANY;
    if (path.size == 0) {
        report(sources->diagnostics, RULE_FILE_PATH, grant->source->path, form->file.at,
               _("'%.*s' is not a file beside that of the grant; write its name alone"),
               TEXT_ARGS(form->file.text));
        return NULL;
    }
    if (!named && !source_is_present(sources, path))
        return payments;
    payments->source =
        source_read_foreign(sources, path, LIMIT_CSV_BYTES, grant->source->path,
                            named ? form->file.at : (struct position){0, 0}, &payments->charset);
    if (payments->source == NULL)
        return NULL;
    struct reading reading = {.sources = sources, .grant = grant, .payments = payments};
    if (form->decimal_mark.at.line > 0 && form->decimal_mark.index >= 0)
        reading.decimal_mark = form->decimal_mark.index == 0 ? ',' : '.';
    tell_charset(sources, payments);
    read_table(&reading);
    return payments;
}
