// SPDX-License-Identifier: MIT

#include "render/diagnostics/diff.h"

#include "base/personalnumber.h"

enum { CONTEXT = 3 };

// Lines that are replaced by others.
struct change {
    size_t from; // bytes of the file, whole lines
    size_t to;
    size_t first_line; // 0-based
    size_t line_count;
    struct text with;
    size_t with_count; // of lines
};

struct changes {
    struct change *items;
    size_t count;
};

static size_t count_lines(struct text text) {
    size_t count = 0;
    for (size_t at = 0; at < text.size; count++)
        at += text_find(text_slice(text, at, text.size), '\n') + 1;
    return count;
}

static size_t line_start(struct text text, size_t at) {
    while (at > 0 && text.data[at - 1] != '\n')
        at--;
    return at;
}

static size_t next_line(struct text text, size_t at) {
    size_t end = at + text_find(text_slice(text, at, text.size), '\n') + 1;
    return end > text.size ? text.size : end;
}

// Leaves out unchanged lines at both ends.
static void trim(struct change *change, struct text bytes) {
    for (;;) {
        struct text old = text_slice(bytes, change->from, change->to);
        size_t end = next_line(old, 0);
        if (old.size == 0 || change->with.size < end || next_line(change->with, 0) != end ||
            !text_equal(text_slice(old, 0, end), text_slice(change->with, 0, end)))
            break;
        change->from += end;
        change->first_line++;
        change->with = text_slice(change->with, end, change->with.size);
    }
    for (;;) {
        struct text old = text_slice(bytes, change->from, change->to), with = change->with;
        if (old.size == 0 || with.size == 0)
            break;
        struct text last = text_slice(old, line_start(old, old.size - 1), old.size);
        struct text new_last = text_slice(with, line_start(with, with.size - 1), with.size);
        if (!text_equal(last, new_last))
            break;
        change->to -= last.size;
        change->with = text_slice(with, 0, with.size - last.size);
    }
    change->line_count = count_lines(text_slice(bytes, change->from, change->to));
    change->with_count = count_lines(change->with);
}

// The fixes from `*next` on that are on the same lines.
static struct change next_change(struct text bytes, const struct fix *fixes, size_t count,
                                 size_t *next, struct arena *arena) {
    struct change change = {.from = line_start(bytes, fixes[*next].from)};
    struct writer with;
    size_t at = change.from;
    writer_to_memory(&with, arena);
    change.to = at;
    while (*next < count && (change.to == change.from || fixes[*next].from < change.to)) {
        writer_put(&with, text_slice(bytes, at, fixes[*next].from));
        writer_put(&with, fixes[*next].with);
        at = fixes[*next].to;
        ++*next;
        if (at >= change.to)
            change.to = next_line(bytes, at);
        if (change.to == change.from) // after the last line
            break;
    }
    writer_put(&with, text_slice(bytes, at, change.to));
    change.with = writer_text(&with);
    return change;
}

static struct changes find_changes(struct text bytes, const struct fix *fixes, size_t count,
                                   struct arena *arena) {
    struct changes changes = {NULL, 0};
    size_t line = 0, counted_to = 0;
    for (size_t next = 0; next < count;) {
        struct change change = next_change(bytes, fixes, count, &next, arena);
        line += count_lines(text_slice(bytes, counted_to, change.from));
        counted_to = change.from;
        change.first_line = line;
        trim(&change, bytes);
        if (change.line_count == 0 && change.with_count == 0)
            continue;
        changes.items = arena_append(arena, changes.items, changes.count, sizeof *changes.items);
        changes.items[changes.count++] = change;
    }
    return changes;
}

static void write_lines(struct writer *writer, char sign, struct text lines, struct arena *arena) {
    while (lines.size > 0) {
        size_t end = next_line(lines, 0);
        struct text line = text_slice(lines, 0, end);
        writer_byte(writer, sign);
        writer_put(writer, personal_numbers_masked(line, arena));
        if (line.data[end - 1] != '\n')
            writer_put(writer, TEXT("\n\\ No newline at end of file\n"));
        lines = text_slice(lines, end, lines.size);
    }
}

static size_t lines_before(struct text bytes, size_t at, size_t least, size_t *count) {
    for (*count = 0; *count < CONTEXT && at > least; ++*count)
        at = line_start(bytes, at - 1);
    return at;
}

static size_t lines_after(struct text bytes, size_t at, size_t *count) {
    for (*count = 0; *count < CONTEXT && at < bytes.size; ++*count)
        at = next_line(bytes, at);
    return at;
}

static void write_range(struct writer *writer, char sign, size_t first, size_t count) {
    writer_byte(writer, sign);
    writer_number(writer, (int64_t)(count == 0 ? first : first + 1));
    if (count == 1)
        return;
    writer_byte(writer, ',');
    writer_number(writer, (int64_t)count);
}

// The changes from `first` on whose contexts touch, up to `end` (not included).
static size_t end_of_hunk(const struct changes *changes, size_t first) {
    size_t end = first + 1;
    while (end < changes->count &&
           changes->items[end].first_line <= changes->items[end - 1].first_line +
                                                 changes->items[end - 1].line_count + 2 * CONTEXT)
        end++;
    return end;
}

// `*shift`: lines that the hunks before have added, modulo 2^64.
static void write_hunk(struct writer *writer, struct text bytes, const struct change *changes,
                       size_t count, size_t *shift, struct arena *arena) {
    const struct change *last = &changes[count - 1];
    size_t before, after, old_count, added = 0;
    size_t from = lines_before(bytes, changes[0].from, 0, &before);
    size_t to = lines_after(bytes, last->to, &after);
    for (size_t i = 0; i < count; i++)
        added += changes[i].with_count - changes[i].line_count;
    size_t first = changes[0].first_line - before;
    old_count = last->first_line + last->line_count + after - first;
    writer_put(writer, TEXT("@@ "));
    write_range(writer, '-', first, old_count);
    writer_byte(writer, ' ');
    write_range(writer, '+', first + *shift, old_count + added);
    writer_put(writer, TEXT(" @@\n"));
    *shift += added;
    for (size_t i = 0, next; i < count; i = next) {
        next = i + 1;
        while (next < count && changes[next].from == changes[next - 1].to)
            next++;
        write_lines(writer, ' ', text_slice(bytes, from, changes[i].from), arena);
        from = changes[next - 1].to;
        write_lines(writer, '-', text_slice(bytes, changes[i].from, from), arena);
        for (size_t j = i; j < next; j++)
            write_lines(writer, '+', changes[j].with, arena);
    }
    write_lines(writer, ' ', text_slice(bytes, from, to), arena);
}

// As git quotes the name of a file with line breaks or control characters.
static void write_name(struct writer *writer, const char *start, struct text path,
                       struct arena *arena) {
    bool quoted = false;
    for (size_t i = 0; i < path.size; i++)
        quoted |= (unsigned char)path.data[i] < ' ' || path.data[i] == '"' ||
                  path.data[i] == '\\' || path.data[i] == 0x7F;
    writer_put(writer, text_format(arena, "%.3s %s%s", start, quoted ? "\"" : "", start + 3));
    for (size_t i = 0; i < path.size; i++) {
        unsigned char byte = (unsigned char)path.data[i];
        if (!quoted || (byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\'))
            writer_byte(writer, (char)byte);
        else
            writer_put(writer, text_format(arena, "\\%03o", (unsigned)byte));
    }
    writer_put(writer, quoted ? TEXT("\"\n") : TEXT("\n"));
}

void diff_write(struct writer *writer, struct text path, struct text bytes, const struct fix *fixes,
                size_t count, struct arena *arena) {
    struct changes changes = find_changes(bytes, fixes, count, arena);
    size_t shift = 0;
    if (changes.count == 0)
        return;
    write_name(writer, "---a/", path, arena);
    write_name(writer, "+++b/", path, arena);
    for (size_t first = 0, end; first < changes.count; first = end) {
        end = end_of_hunk(&changes, first);
        write_hunk(writer, bytes, &changes.items[first], end - first, &shift, arena);
    }
}
