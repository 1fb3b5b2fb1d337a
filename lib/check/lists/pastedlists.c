// SPDX-License-Identifier: MIT

#include "check/lists/pastedlists.h"

#include "base/message.h"
#include "check/lists/doubts.h"

#include <string.h>

// --- one item ---

static struct text with_indent(const struct text_scan *scan, size_t indent, struct text mark) {
    return text_format(scan->repository->arena, "%*s%.*s", (int)indent, "", TEXT_ARGS(mark));
}

// Reports that the first `size` bytes of the line are a mark, and the one that is meant.
static void report_item(struct text_scan *scan, const struct scan_line *line,
                        struct pasted_lists *lists, size_t size, struct text meant,
                        bool is_certain) {
    const struct open_item *item = nesting_open(&lists->nesting, scan, line, meant, is_certain);
    scan_report(scan, RULE_PASTED_LIST, line->from,
                _("this is not a list, and runs on as text; an item begins with '%.*s'"),
                TEXT_ARGS(meant));
    if (item->is_mended && item->indent == item->column)
        scan_fix(scan, line->from, line->from + size, meant);
    else if (item->is_mended)
        scan_fix(scan, line_start(scan, line), line->from + size,
                 with_indent(scan, item->indent, meant));
}

static bool check_bullet(struct text_scan *scan, const struct scan_line *line,
                         struct pasted_lists *lists) {
    size_t sign, size = bullet_size(line->text, &sign);
    if (size == 0 && nesting_is_below(&lists->nesting, scan, line))
        size = inner_bullet_size(line->text);
    if (size == 0)
        return false;
    report_item(scan, line, lists, sign > 0 ? 0 : size, TEXT("- "), true);
    return true;
}

// --- lists ---

// The first item with the second on the next line or after its continuation: otherwise it may be a
// word that happens to begin a line.
static bool has_second(const struct text_scan *scan, const struct scan_line *line, size_t mark) {
    enum { FARTHEST = 30 }; // lines
    unsigned flags = pasted_mark_flags(mark);
    struct scan_line next = scan_next_line(scan, line), before = *line;
    for (int i = 0; i < FARTHEST && next.from > line->from; i++) {
        bool second = pasted_mark_size(mark, next.text, 2) > 0;
        bool apart = before.text.size == 0 && next.text.size > 0 && !second;
        if ((next.text.size == 0 && (flags & MARK_RUNS_TOGETHER) != 0) ||
            (apart && (flags & MARK_SPOKEN) != 0) || text_starts_with(next.text, TEXT("## ")))
            return false;
        if (second || pasted_mark_size(mark, next.text, 1) > 0)
            return next.is_prose && second;
        before = next;
        next = scan_next_line(scan, &next);
    }
    return false;
}

static bool uses_letters(const struct text_scan *scan, struct pasted_lists *lists) {
    if (lists->letters == NOT_ASKED)
        lists->letters = names_letters(scan) ? LETTERS_USED : LETTERS_UNUSED;
    return lists->letters == LETTERS_USED;
}

// Whether the numbers of a list that the line begins would meet those of another.
static bool numbers_meet(const struct text_scan *scan, const struct scan_line *line, size_t mark,
                         const struct pasted_lists *lists) {
    if (nesting_has_parent(&lists->nesting, scan, line))
        return nesting_goes_on(&lists->nesting, scan, line);
    return lists->in_decision || nesting_goes_on(&lists->nesting, scan, line) ||
           meets_numbers(scan, line, mark);
}

// Whether the line begins a list with marks of this kind; then also whether it is certain what is
// meant by them.
static bool begins_list(struct text_scan *scan, const struct scan_line *before,
                        const struct scan_line *line, size_t mark, struct pasted_lists *lists) {
    struct text text = line->text;
    size_t size = pasted_mark_size(mark, text, 1);
    unsigned flags = pasted_mark_flags(mark);
    bool can_begin = lists->was_item || list_can_follow(before);
    if (size == 0 || ((flags & MARK_BEGINS) != 0 && !can_begin) ||
        ((flags & MARK_NAMED) != 0 && is_surname(text_slice(text, size, text.size))))
        return false;
    bool several = has_second(scan, line, mark), said = (flags & MARK_SPOKEN) != 0;
    said = said && may_be_said(scan, line, mark, before->text.size > 0);
    if (!several && ((flags & MARK_BEGINS) == 0 || (flags & MARK_SPOKEN) == 0 || said))
        return false;
    bool keeps = (flags & MARK_LETTERED) != 0 && uses_letters(scan, lists);
    bool numbers = (flags & MARK_NUMBERED) != 0 && numbers_meet(scan, line, mark, lists);
    lists->lists[mark].certain =
        (flags & MARK_CERTAIN) != 0 && can_begin && several && !said && !keeps && !numbers;
    return true;
}

static bool check_mark(struct text_scan *scan, const struct scan_line *before,
                       const struct scan_line *line, size_t mark, struct pasted_lists *lists) {
    struct pasted_list *list = &lists->lists[mark];
    if ((list->next == 0 || (pasted_mark_flags(mark) & MARK_NUMBERED) != 0) &&
        begins_list(scan, before, line, mark, lists))
        list->next = 1;
    size_t size = list->next == 0 ? 0 : pasted_mark_size(mark, line->text, list->next);
    if (size == 0)
        return false;
    struct text meant = (pasted_mark_flags(mark) & MARK_NUMBERED) != 0
                            ? text_format(scan->repository->arena, "%d. ", list->next)
                            : TEXT("- ");
    report_item(scan, line, lists, size, meant, list->certain);
    list->next++;
    return true;
}

static void close_lists(struct pasted_lists *lists, unsigned flags) {
    for (size_t mark = 0; mark < PASTED_MARKS; mark++)
        if ((pasted_mark_flags(mark) & flags) != 0)
            lists->lists[mark].next = 0;
}

static bool check_item(struct text_scan *scan, const struct scan_line *before,
                       const struct scan_line *line, struct pasted_lists *lists) {
    if (line->text.size == 0)
        close_lists(lists, MARK_RUNS_TOGETHER);
    if (!line->is_prose)
        return false;
    if (check_bullet(scan, line, lists))
        return true;
    bool word = begins_with_word(line->text);
    for (size_t mark = 0; !word && mark < PASTED_MARKS; mark++)
        if (check_mark(scan, before, line, mark, lists))
            return true;
    if (before->text.size == 0)
        close_lists(lists, MARK_SPOKEN);
    return false;
}

bool check_pasted_item(struct text_scan *scan, const struct scan_line *before,
                       const struct scan_line *line, struct pasted_lists *lists) {
    bool heading = text_starts_with(line->text, TEXT("## "));
    lists->was_item = check_item(scan, before, line, lists);
    if (heading)
        lists->in_decision = has_several_lists(scan, line);
    if (!lists->was_item)
        nesting_pass(&lists->nesting, scan, line);
    return lists->was_item;
}
