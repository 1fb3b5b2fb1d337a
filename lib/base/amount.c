// SPDX-License-Identifier: MIT

#include "base/amount.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/writer.h"

#include <inttypes.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00A0"

enum { MOST_DIGITS = 32 };

static const struct {
    struct text word;
    int zeros;
} multipliers[] = {
    {TEXT_OF(""), 0},        {TEXT_OF("mill."), 6},     {TEXT_OF("mill"), 6},
    {TEXT_OF("million"), 6}, {TEXT_OF("millioner"), 6}, {TEXT_OF("millionar"), 6},
    {TEXT_OF("tusen"), 3},   {TEXT_OF("mrd."), 9},      {TEXT_OF("mrd"), 9},
};

static struct text without_prefix(struct text text, struct text prefix) {
    return text_starts_with(text, prefix) ? text_slice(text, prefix.size, text.size) : text;
}

static struct text without_suffix(struct text text, struct text suffix) {
    return text_ends_with(text, suffix) ? text_slice(text, 0, text.size - suffix.size) : text;
}

// Every kind of space that people and word processors put into numbers, as one plain space.
static struct text with_plain_spaces(struct text text, char *buffer, size_t room) {
    size_t size = 0;
    for (size_t at = 0; at < text.size && size < room;) {
        size_t from = at;
        uint32_t code_point = text_next_code_point(text, &at);
        bool space = code_point == 0xA0 || code_point == 0x202F || code_point == 0x2009;
        if (space) {
            buffer[size++] = ' ';
        } else {
            for (size_t i = from; i < at && size < room; i++)
                buffer[size++] = text.data[i];
        }
    }
    return text_trim((struct text){buffer, size});
}

// Reads "1 850 000" from the front into `digits`, and moves `*at` past it.
static enum amount_fault read_whole(struct text text, size_t *at, char *digits, size_t *count) {
    size_t group = 0, groups = 0;
    size_t i = *at;
    for (; i < text.size; i++) {
        bool gap = text.data[i] == ' ' && i + 1 < text.size && ascii_is_digit(text.data[i + 1]);
        if (gap) {
            if (group == 0 || group > 3 || (groups > 0 && group != 3))
                return AMOUNT_GROUPS;
            groups++;
            group = 0;
        } else if (ascii_is_digit(text.data[i])) {
            if (*count == MOST_DIGITS)
                return AMOUNT_TOO_LARGE;
            digits[(*count)++] = text.data[i];
            group++;
        } else {
            break;
        }
    }
    *at = i;
    if (*count == 0)
        return AMOUNT_NOT_A_NUMBER;
    return groups > 0 && group != 3 ? AMOUNT_GROUPS : AMOUNT_OK;
}

// Index in `multipliers`, or their number.
static size_t find_multiplier(struct text word) {
    size_t count = sizeof multipliers / sizeof *multipliers;
    size_t i = 0;
    while (i < count && !text_equal(word, multipliers[i].word))
        i++;
    return i;
}

// The digits with the comma moved: `decimals` of them follow it, and the multiplier adds `zeros`.
static enum amount_fault to_ore(struct text digits, size_t decimals, int zeros, int64_t *ore) {
    size_t places = (size_t)zeros + 2; // kroner to øre
    if (decimals > places)
        return AMOUNT_ORE;
    int64_t sum = 0;
    for (size_t i = 0; i < digits.size + places - decimals; i++) {
        int digit = i < digits.size ? digits.data[i] - '0' : 0;
        if (sum > (AMOUNT_LARGEST - digit) / 10)
            return AMOUNT_TOO_LARGE;
        sum = 10 * sum + digit;
    }
    *ore = sum;
    return AMOUNT_OK;
}

enum amount_fault amount_parse(struct text text, int64_t *ore) {
    char plain[128];
    if (text.size > sizeof plain)
        return AMOUNT_NOT_A_NUMBER;
    struct text rest = with_plain_spaces(text, plain, sizeof plain);
    rest = text_trim(without_prefix(rest, TEXT("kr")));
    rest = text_trim(without_suffix(without_suffix(rest, TEXT("kroner")), TEXT(" kr")));
    rest = without_suffix(without_suffix(rest, TEXT(",-")), TEXT(",–"));
    struct text unsigned_rest = without_prefix(without_prefix(rest, TEXT("-")), TEXT("−"));
    bool negative = unsigned_rest.size != rest.size;
    rest = text_trim(unsigned_rest);

    char digits[MOST_DIGITS];
    size_t at = 0, count = 0, decimals = 0;
    enum amount_fault fault = read_whole(rest, &at, digits, &count);
    if (fault != AMOUNT_OK)
        return fault;
    if (at < rest.size && rest.data[at] == ',') {
        for (at++; text_digit_at(rest, at); at++, decimals++) {
            if (count == MOST_DIGITS)
                return AMOUNT_ORE;
            digits[count++] = rest.data[at];
        }
        if (decimals == 0)
            return AMOUNT_NOT_A_NUMBER;
    }
    struct text word = text_slice(rest, at, rest.size);
    if (word.size > 1 && word.data[0] == '.' && ascii_is_digit(word.data[1]))
        return AMOUNT_PERIOD;
    size_t multiplier = find_multiplier(text_trim(word));
    if (multiplier == sizeof multipliers / sizeof *multipliers)
        return AMOUNT_NOT_A_NUMBER;
    fault = to_ore((struct text){digits, count}, decimals, multipliers[multiplier].zeros, ore);
    if (fault == AMOUNT_OK && negative)
        *ore = -*ore;
    return fault;
}

// How often a mark occurs in an exported amount, and how many digits precede and follow the last
// one.
struct mark_use {
    size_t count, last;
};

static struct mark_use find_mark(struct text text, char mark) {
    struct mark_use use = {0, text.size};
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == mark) {
            use.count++;
            use.last = i;
        }
    return use;
}

static size_t digits_after(struct text text, size_t at) {
    size_t count = 0;
    while (at + 1 + count < text.size && ascii_is_digit(text.data[at + 1 + count]))
        count++;
    return count;
}

static size_t digits_before(struct text text, size_t at) {
    size_t count = 0;
    while (at > count && ascii_is_digit(text.data[at - count - 1]))
        count++;
    return count;
}

const char *amount_fault_message(enum amount_fault fault) {
    if (fault == AMOUNT_ORE)
        return _("'%.*s' is more exact than an øre; two decimals are the most");
    return fault == AMOUNT_TOO_LARGE ? _("the amount '%.*s' is too large") : NULL;
}

// "kr 1 500", "1 500 kr", "NOK 1 500", "1 500,-".
static struct text without_currency(struct text text) {
    static const struct text words[] = {TEXT_OF("kr."), TEXT_OF("kr"),  TEXT_OF("Kr."),
                                        TEXT_OF("Kr"),  TEXT_OF("NOK"), TEXT_OF("nok")};
    struct text rest = text;
    for (size_t i = 0; i < sizeof words / sizeof *words && rest.size == text.size; i++)
        rest = without_suffix(without_prefix(rest, words[i]), words[i]);
    rest = text_trim(rest);
    return text_trim(without_suffix(without_suffix(rest, TEXT(",-")), TEXT(",–")));
}

char amount_export_mark(struct text written) {
    struct text text = without_currency(written);
    struct mark_use comma = find_mark(text, ','), point = find_mark(text, '.');
    if (comma.count > 0 && point.count > 0)
        return comma.last > point.last ? ',' : '.';
    if (comma.count + point.count == 0)
        return 0;
    char mark = comma.count > 0 ? ',' : '.';
    struct mark_use use = comma.count > 0 ? comma : point;
    if (use.count > 1)
        return mark == ',' ? '.' : ',';
    size_t before = digits_before(text, use.last);
    return digits_after(text, use.last) == 3 && before > 0 && before <= 3 ? 0 : mark;
}

// Without its sign, which may be before or after it, or a pair of brackets.
static struct text without_sign(struct text text, bool *negative) {
    struct text rest = without_prefix(without_prefix(text, TEXT("-")), TEXT("\u2212"));
    if (rest.size == text.size)
        rest = without_suffix(without_suffix(text, TEXT("-")), TEXT("\u2212"));
    *negative = rest.size != text.size;
    if (!*negative && text_starts_with(text, TEXT("(")) && text_ends_with(text, TEXT(")"))) {
        *negative = true;
        rest = text_slice(text, 1, text.size - 1);
    }
    return text_trim(without_prefix(rest, *negative ? TEXT("") : TEXT("+")));
}

// Switzerland's apostrophe between thousands, and the one that word processors make of it.
static struct text with_plain_groups(struct text text, char *buffer, size_t room) {
    const struct text curved = TEXT("’");
    size_t size = 0;
    for (size_t i = 0; i < text.size && size < room; i++) {
        bool is_curved = text_starts_with(text_slice(text, i, text.size), curved);
        bool is_mark = (is_curved || text.data[i] == '\'') && size > 0 &&
                       ascii_is_digit(buffer[size - 1]) &&
                       text_digit_at(text, i + (is_curved ? curved.size : 1));
        buffer[size++] = is_mark ? ' ' : text.data[i];
        i += is_mark && is_curved ? curved.size - 1 : 0;
    }
    return (struct text){buffer, size};
}

// `rest` is in `plain`, which is changed.
static enum amount_fault read_export(struct text rest, char mark, char *plain, int64_t *ore) {
    char other = mark == ',' ? '.' : ',';
    struct text whole = text_slice(rest, 0, text_find(rest, mark));
    struct text decimals = text_slice(rest, whole.size + (whole.size < rest.size), rest.size);
    for (size_t i = 0; i < whole.size; i++) {
        if (!ascii_is_digit(whole.data[i]) && whole.data[i] != ' ' && whole.data[i] != other)
            return AMOUNT_NOT_A_NUMBER;
        if (whole.data[i] == other)
            plain[whole.data + i - plain] = ' ';
    }
    char digits[MOST_DIGITS];
    size_t at = 0, count = 0;
    enum amount_fault fault = read_whole(whole, &at, digits, &count);
    if (fault != AMOUNT_OK)
        return fault;
    if (at < whole.size || digits_after(rest, whole.size) < decimals.size ||
        (decimals.size == 0 && whole.size < rest.size))
        return AMOUNT_NOT_A_NUMBER;
    while (decimals.size > 2 && decimals.data[decimals.size - 1] == '0')
        decimals.size--;
    if (count + decimals.size > MOST_DIGITS || decimals.size > 2)
        return AMOUNT_ORE;
    for (size_t i = 0; i < decimals.size; i++)
        digits[count++] = decimals.data[i];
    return to_ore((struct text){digits, count}, decimals.size, 0, ore);
}

enum amount_fault amount_parse_export(struct text text, char mark, int64_t *ore) {
    char spaced[128], plain[sizeof spaced];
    bool negative;
    if (text.size > sizeof spaced)
        return AMOUNT_NOT_A_NUMBER;
    struct text rest = with_plain_spaces(text, spaced, sizeof spaced);
    rest = without_currency(with_plain_groups(rest, plain, sizeof plain));
    rest = without_currency(without_sign(rest, &negative));
    char own_mark = amount_export_mark(rest);
    bool has_mark = text_find(rest, ',') < rest.size || text_find(rest, '.') < rest.size;
    if ((own_mark != 0 && mark != 0 && own_mark != mark) ||
        (own_mark == 0 && mark == 0 && has_mark))
        return AMOUNT_PERIOD;
    enum amount_fault fault = read_export(rest, own_mark != 0 ? own_mark : mark, plain, ore);
    if (fault == AMOUNT_OK && negative)
        *ore = -*ore;
    return fault;
}

static void write_kroner(struct writer *writer, int64_t ore, bool with_ore) {
    uint64_t size = ore < 0 ? (uint64_t)0 - (uint64_t)ore : (uint64_t)ore;
    uint64_t kroner = size / 100;
    if (ore < 0)
        writer_put(writer, TEXT("\u2212"));
    uint64_t unit = 1;
    while (kroner / unit >= 1000)
        unit *= 1000;
    writer_number(writer, (int64_t)(kroner / unit));
    for (unit /= 1000; unit > 0; unit /= 1000) {
        uint64_t group = kroner / unit % 1000;
        writer_put(writer, TEXT(NO_BREAK_SPACE));
        writer_byte(writer, (char)('0' + group / 100));
        writer_byte(writer, (char)('0' + group / 10 % 10));
        writer_byte(writer, (char)('0' + group % 10));
    }
    if (with_ore || size % 100 != 0) {
        writer_byte(writer, ',');
        writer_byte(writer, (char)('0' + size % 100 / 10));
        writer_byte(writer, (char)('0' + size % 10));
    }
}

void amount_write(struct writer *writer, int64_t ore) {
    write_kroner(writer, ore, false);
}

void amount_write_with_ore(struct writer *writer, int64_t ore) {
    write_kroner(writer, ore, true);
}

struct text amount_plain(struct arena *arena, int64_t ore, char mark) {
    uint64_t size = ore < 0 ? (uint64_t)0 - (uint64_t)ore : (uint64_t)ore;
    return text_format(arena, "%s%" PRIu64 "%c%02" PRIu64, ore < 0 ? "-" : "", size / 100, mark,
                       size % 100);
}

struct text amount_text(struct arena *arena, int64_t ore) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    amount_write(&writer, ore);
    writer_byte(&writer, '\0');
    return (struct text){writer.buffer, writer.used - 1};
}

double share_number(int64_t part, int64_t whole) {
    const double ore_of_krone = 100.0; // kroner are divided, as a spreadsheet would
    return whole == 0 ? 0 : ((double)part / ore_of_krone) / ((double)whole / ore_of_krone);
}

struct text share_text(struct arena *arena, int64_t part, int64_t whole) {
    if (whole == 0)
        return TEXT("–");
    // AMOUNT_LARGEST * 2000 is within 64 bits only unsigned, and it is.
    bool negative = (part < 0) != (whole < 0) && part != 0;
    uint64_t of = (uint64_t)(part < 0 ? -part : part), all = (uint64_t)(whole < 0 ? -whole : whole);
    uint64_t per_mille = (2000 * of + all) / (2 * all);
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_put(&writer, negative ? TEXT("\u2212") : TEXT(""));
    writer_number(&writer, (int64_t)(per_mille / 10));
    writer_byte(&writer, ',');
    writer_byte(&writer, (char)('0' + per_mille % 10));
    writer_put(&writer, TEXT(NO_BREAK_SPACE "%"));
    return writer_text(&writer);
}
