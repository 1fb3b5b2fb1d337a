# SPDX-License-Identifier: MIT
"""Tables and listings that are too wide for their sheet are made to fit, before WeasyPrint lays them out: it lets no column be
narrower than its longest word, and what is beyond the edge is lost. No type is smaller than 8 points: words break, and a table
with more columns than a sheet has place for goes on below, its first column before the others again."""
import copy
import re

from docx import fit, measure

MILLIMETRE = 72 / 25.4
TWIPS = 20  # of a point
PORTRAIT, LANDSCAPE = 170 * MILLIMETRE, 273 * MILLIMETRE  # between the margins
LIST_STEP = 8 * MILLIMETRE  # at most
PROPOSAL = 13 * MILLIMETRE  # what the frame of a proposal takes
FIXED = {"matrise", "saksliste", "vedtaksliste"}  # their style sheets give the widths
SIZES = (9.5, 8.5, 8)  # points
LONGEST = 24  # letters of a word for which a table is set smaller; a longer one, an address, is broken
PART = "nnnnnnnn"  # what of a broken word stands in a line, at least; numbers are whole
LONG_ROW = 1000  # letters in a cell, with which a row may go on in the next page
LONG_IN_MATRIX = 2500  # likewise, where the column of the texts is wide
SMALL = 6  # rows of a table that is not divided
KEPT = 2  # rows that are together where a larger one ends
MONO = 0.601  # width of a letter in a listing, by the size
LISTING = 10  # points
NUMBER = re.compile(r"[\d\u00a0.,:;/%+–-]*\d[\d\u00a0.,:;/%+–-]*")


def words_of(cell):
    return "".join(cell.itertext())


def rows_of(table):
    """Its own rows, not those of tables in its cells."""
    groups = [group for group in table if group.tag in ("thead", "tbody", "tfoot")]
    return [row for group in [table] + groups for row in group if row.tag == "tr"]


def cells_of(row):
    """The cells of a row, with the columns that they reach over."""
    return [(cell, int(cell.get("colspan") or 1)) for cell in row if cell.tag in ("td", "th")]


class Column:
    """What is widest in a column, at a size of one point: a word, what of one stands in a line when words of more than LONGEST
    letters are broken, or all that must be, and a text."""

    def __init__(self):
        self.word = self.begun = self.part = self.text = 0

    def add(self, cell):
        text, bold = words_of(cell), cell.tag == "th"
        self.text = max(self.text, measure(text, 1, bold))
        for word in re.split(r"[ \t\r\n]|(?<=-)", text):
            whole = measure(word, 1, bold)
            broken = max(measure(word[:len(PART)], 1, bold), measure(PART, 1, bold))
            self.word = max(self.word, whole)
            self.begun = max(self.begun, measure(word[:LONGEST], 1, bold))
            self.part = max(self.part, whole if NUMBER.fullmatch(word) else min(whole, broken))


def at_size(widths, size):
    return [width * size / TWIPS + padding_at(size) for width in widths]


def columns_of(rows):
    """Cells over several columns do not count."""
    columns = [Column() for _ in range(max(sum(span for _, span in cells_of(row)) for row in rows))]
    for row in rows:
        at = 0
        for cell, span in cells_of(row):
            if span == 1:
                columns[at].add(cell)
            at += span
    return columns


def padding_at(size):
    """On both sides of a cell."""
    return 3.2 * MILLIMETRE if size == SIZES[0] else MILLIMETRE if size > SIZES[-1] else MILLIMETRE / 2


def set_widths(table, columns, size, available):
    widths = fit(at_size([column.part for column in columns], size), at_size([column.text for column in columns], size), available)
    group = table.makeelement("colgroup", {})
    for width in widths:
        group.append(table.makeelement("col", {"style": f"width: {100 * width / available:.3f}%"}))
    table[:] = [part for part in table if part.tag != "colgroup"]
    table.insert(1 if len(table) and table[0].tag == "caption" else 0, group)


def part_of(table, first, end):
    """The columns from `first` to `end`, after the first of all, which is said but once."""
    part = copy.deepcopy(table)
    part[:] = [group for group in part if group.tag not in ("caption", "colgroup")]
    for row in rows_of(part):
        cells = list(row)
        cells[0].set("aria-hidden", "true")
        row[:] = [cells[0], *cells[first:end]]
    return part


def parts_of(table, columns, available):
    """The tables that a table becomes; itself is the first of them."""
    least = at_size([column.part for column in columns], SIZES[-1])
    plain = all(len(cells_of(row)) == len(columns) for row in rows_of(table))
    if sum(least) <= available or not plain or least[0] > available / 3:
        return [table]
    for count in range(2, len(columns)):  # as many in each, if that is possible
        ends = [1 + (len(columns) - 1) * number // count for number in range(1, count + 1)]
        if all(least[0] + sum(least[first:end]) <= available for first, end in zip([1, *ends], ends)):
            break
    parts = [part_of(table, first, end) for first, end in zip(ends, ends[1:])]
    for row in rows_of(table):
        row[:] = list(row)[:ends[0]]
    return [table, *parts]


def finish(table, available):
    """In the largest type in which its words fit, and with those broken that do not fit in the smallest."""
    rows = rows_of(table)
    columns = columns_of(rows)

    begun = [column.begun for column in columns]
    size = next((size for size in SIZES if sum(at_size(begun, size)) <= available), SIZES[-1])
    if sum(at_size([column.word for column in columns], size)) > available:
        set_widths(table, columns, size, available)
        table.set("style", f"table-layout: fixed; width: 100%; overflow-wrap: anywhere; hyphens: auto; font-size: {size}pt")
    if size < SIZES[0]:
        table.set("style", table.get("style") or f"font-size: {size}pt")
        for cell in (cell for row in rows for cell, _ in cells_of(row)):
            cell.set("style", f"padding: {padding_at(size) / 2:.2f}pt; font-size: {size}pt")


def is_long(row, letters=LONG_ROW):
    return any(len(words_of(cell)) > letters for cell in row)


def let_break(table, letters):
    """A row that would leave much of a page empty, because it must be whole, need not be whole."""
    for group in [table, *table]:
        for row in [row for row in group if row.tag == "tr" and is_long(row, letters)]:
            row.set("style", "break-inside: auto")
            if group.tag == "tbody":
                group.set("style", "break-inside: auto")


def keep_together(table):
    """A small table is whole, and no row is alone where a larger one ends. Rows are together in a group of their own: WeasyPrint
    does not look at what is next to a row that must be whole."""
    if len(rows_of(table)) <= SMALL and not any(map(is_long, rows_of(table))):
        table.set("class", f"{table.get('class') or ''} sammen".strip())
        return
    for group in [group for group in table if group.tag == "tbody" and "sum" not in (group.get("class") or "")]:
        last = list(group)[-KEPT:]
        if len(group) == KEPT + 1 and not any(map(is_long, group)):  # or its first row would be alone
            group.set("class", f"{group.get('class') or ''} sammen".strip())
        elif len(group) > KEPT and not any(map(is_long, last)):
            end = group.makeelement("tbody", {**group.attrib, "class": f"{group.get('class') or ''} sammen".strip()})
            end[:] = last
            group[:] = list(group)[:-KEPT]
            table.insert(list(table).index(group) + 1, end)


def finish_listing(listing, available, sheet):
    """A hundred letters are beside each other on a portrait sheet; in a list, from its margin on."""
    longest = max(map(len, words_of(listing).expandtabs().split("\n")))
    size = max(SIZES[-1], min(LISTING, available / MONO / max(longest, 1)))
    shift = 0 if longest * MONO * size <= available else sheet - available
    listing.set("style", f"font-size: {size:.2f}pt; margin-left: {-shift:.2f}pt")
    for code in listing.iter("code"):
        code.set("style", "font-size: inherit")


def fit_to_sheet(page):
    """Changes the tables and listings of a page, an element tree."""
    styles = "".join(style.text or "" for style in page.iter("style"))
    sheet = LANDSCAPE if re.search(r"size:\s*A4\s+landscape", styles) else PORTRAIT

    def walk(element, available, whole, in_cell):
        for child in list(element):
            inner, edge = available, whole
            if child.tag in ("ol", "ul", "blockquote"):
                inner -= LIST_STEP
            elif child.tag in ("td", "th"):
                inner = edge = min(available, sheet) / 4  # a table in a cell: what the narrowest column of prose has
            elif "forslag" in (child.get("class") or "").split():
                inner = edge = available - PROPOSAL
            elif child.tag == "pre":
                finish_listing(child, available, whole)
            elif child.tag == "table" and rows_of(child):
                is_matrix = "matrise" in (child.get("class") or "")
                let_break(child, LONG_IN_MATRIX if is_matrix else LONG_ROW)
                if not is_matrix and not in_cell:
                    keep_together(child)
                if not FIXED & set((child.get("class") or "").split()):
                    width = max(available, 20 * MILLIMETRE)
                    parts = parts_of(child, columns_of(rows_of(child)), width)
                    for part in parts:
                        finish(part, width)
                    at = list(element).index(child) + 1
                    element[at:at] = parts[1:]
            walk(child, inner, edge, in_cell or child.tag in ("td", "th"))

    walk(page, sheet, sheet, False)
