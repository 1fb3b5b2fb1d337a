// SPDX-License-Identifier: MIT

#include "view/grant/money.h"

#include "model/grant/frame_account.h"

static struct value receipt_value(const struct grant_money *money, const struct receipt *receipt,
                                  bool is_returned, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    const struct labels *labels = money->context->labels;
    struct date day = receipt->date.date;
    map_put(&map, TEXT("dato"), value_text(date_iso(arena, day)));
    map_put(&map, TEXT("dato-tekst"), value_text(label_date(labels, day, arena)));
    map_put(&map, TEXT("hva"), value_text(is_returned ? TEXT("tilbakebetalt") : TEXT("mottatt")));
    map_put(&map, TEXT("hva-tekst"),
            value_text(label(labels, is_returned ? TEXT("rammekonto-tilbakebetalt")
                                                 : TEXT("rammekonto-mottatt"))));
    map_put(&map, TEXT("beløp"), value_amount(receipt->amount.ore));
    view_put_text(&map, VIEW_KEY("bilag"), receipt->voucher.text);
    return map_end(&map);
}

static struct value year_value(const struct frame_year *year, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("år"), value_number(year->year));
    map_put(&map, TEXT("inn"), value_amount(year->opening));
    map_put(&map, TEXT("mottatt"), value_amount(year->received));
    map_put(&map, TEXT("brukt"), value_amount(year->spent));
    map_put(&map, TEXT("tilbakebetalt"), value_amount(year->returned));
    map_put(&map, TEXT("ut"), value_amount(year->closing));
    map_put(&map, TEXT("overført"), value_amount(year->carried));
    return map_end(&map);
}

void grant_put_frame_account(const struct grant_money *money, struct map_builder *map,
                             struct arena *arena) {
    const struct grant *grant = money->grant;
    struct frame_account account = frame_account_of(grant, money->payments, arena);
    size_t count = 0, all = grant->received.count + grant->returned.count;
    struct value *receipts = arena_alloc(arena, (all + 1) * sizeof *receipts);
    struct value *years = arena_alloc(arena, (account.count + 1) * sizeof *years);
    for (size_t i = 0; i < grant->received.count; i++)
        receipts[count++] = receipt_value(money, &grant->received.items[i], false, arena);
    for (size_t i = 0; i < grant->returned.count; i++)
        receipts[count++] = receipt_value(money, &grant->returned.items[i], true, arena);
    for (size_t i = 0; i < account.count; i++)
        years[i] = year_value(&account.items[i], arena);
    map_put(map, TEXT("innbetalinger"), value_list(receipts, count));
    map_put(map, TEXT("rammekonto"), value_list(years, account.count));
    map_put(map, TEXT("har-rammekonto"), value_truth(account.count > 0));
}
