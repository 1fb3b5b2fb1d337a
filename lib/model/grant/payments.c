// SPDX-License-Identifier: MIT

#include "model/grant/payments.h"

#include "base/path.h"

struct text payments_path(const struct grant *grant, struct text named, struct arena *arena) {
    struct text path = grant->source->path;
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

bool payments_are_workbook(struct text path, struct arena *arena) {
    return text_ends_with(text_lower(arena, path), TEXT(".xlsx"));
}

struct grant_sums grant_sums_of(const struct grant *grant, const struct payments *payments) {
    struct grant_sums sums = {
        .frame = grant->frame.ore,
        .first = grant->allocated,
        .changed = grant->changed,
        .current = grant->allocated + grant->changed,
        .paid = payments == NULL ? 0 : payments->total,
    };
    for (size_t i = 0; i < grant->allocations.count; i++)
        sums.committed += grant->allocations.items[i].committed.ore;
    sums.left = sums.current - sums.paid - sums.committed;
    sums.unallocated = sums.frame - sums.current;
    sums.unspent = sums.frame - sums.paid;
    return sums;
}

void payments_count(struct payments *payments) {
    for (size_t i = 0; i < payments->count; i++) {
        const struct payment *payment = &payments->items[i];
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

struct text payment_line_key(const struct payment *payment, struct arena *arena) {
    struct writer key;
    writer_to_memory(&key, arena);
    writer_put(&key, payment->voucher);
    writer_byte(&key, '\0');
    writer_put(&key, text_lower(arena, payment->project_number));
    writer_byte(&key, '\0');
    writer_number(&key, payment->ore);
    return writer_text(&key);
}

bool grant_is_other_centre(const struct grant *grant, const struct payment *payment,
                           struct arena *arena) {
    struct text right = grant->allocations.items[payment->allocation].cost_centre.text;
    if (payment->cost_centre.size == 0)
        return false;
    struct text centre = text_nfc(arena, payment->cost_centre);
    return !text_equal(centre, right) &&
           !text_equal(text_lower(arena, centre), text_lower(arena, right));
}

struct left_rows payments_left_out(const struct payments *payments, enum left_out why) {
    struct left_rows left = {0, 0};
    for (size_t i = 0; i < payments->file_count; i++) {
        left.count += payments->files[i].left[why].count;
        left.ore += payments->files[i].left[why].ore;
    }
    return left;
}

bool payments_have_file(const struct payments *payments, struct text path) {
    bool have = false;
    for (size_t i = 0; payments != NULL && i < payments->file_count; i++)
        have = have || text_equal(payments->files[i].source->path, path);
    return have;
}

struct text payments_paths(const struct payments *payments, struct arena *arena) {
    struct text *paths = arena_alloc(arena, (payments->file_count + 1) * sizeof *paths);
    for (size_t i = 0; i < payments->file_count; i++)
        paths[i] = payments->files[i].source->path;
    return text_join(arena, paths, payments->file_count, TEXT(", "));
}
