# SPDX-License-Identifier: MIT
"""Tables and listings that are too wide for their sheet are made to fit, before WeasyPrint lays them out: it lets no column be
narrower than its longest word, and what is beyond the edge is lost. No type is smaller than 8 points: words break, and a table
with more columns than a sheet has place for goes on below, its first column before the others again."""
import copy
import re

from docx import fit, measure

MILLIMETRE = 72 / 25.4
PORTRAIT, LANDSCAPE = 170 * MILLIMETRE, 273 * MILLIMETRE  # between the margins
LIST_STEP = 8 * MILLIMETRE  # at most
PROPOSAL = 13 * MILLIMETRE  # what the frame of a proposal takes
FIXED = {"matrise", "saksliste", "vedtaksliste"}  # their style sheets give the widths
SIZES = (9.5, 8.5, 8)  # points
LONGEST = 24  # letters of a word for which a table is set smaller; a longer one, an address, is broken
PART = "nnnnnnnn"  # what of a broken word stands in a line, at least; numbers are whole
LONG_ROW = 1000  # letters in a cell, with which a row may go on in the next page
MONO = 0.601  # width of a letter in a listing, by the size
LISTING = 10  # points


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
    """What is longest in a column."""

    def __init__(self):
        self.word = self.number = self.text = ""
        self.bold = False

    def add(self, cell):
        self.text = max(self.text, words_of(cell), key=len)
        for word in re.split(r"[ \t\r\n]|(?<=-)", words_of(cell)):
            self.word = max(self.word, word, key=len)
            if re.fullmatch(r"[\d\u00a0.,:;/%+–-]*\d[\d\u00a0.,:;/%+–-]*", word):
                self.number = max(self.number, word, key=len)
        self.bold = self.bold or cell.tag == "th"

    def width(self, text, size):
        return measure(text, size, self.bold) / 20 + padding_at(size)

    def least(self, size):
        """With its words broken."""
        whole = self.number if len(self.number) > len(PART) else self.word[:len(PART)]
        return max(self.width(whole, size), min(self.width(self.word, size), self.width(PART, size)))


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
    widths = fit([column.least(size) for column in columns], [column.width(column.text, size) for column in columns], available)
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
    least = [column.least(SIZES[-1]) for column in columns]
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

    def total(size, longest=None):
        return sum(column.width(column.word[:longest], size) for column in columns)

    size = next((size for size in SIZES if total(size, LONGEST) <= available), SIZES[-1])
    if total(size) > available:
        set_widths(table, columns, size, available)
        table.set("style", f"table-layout: fixed; width: 100%; overflow-wrap: anywhere; hyphens: auto; font-size: {size}pt")
    if size < SIZES[0]:
        table.set("style", table.get("style") or f"font-size: {size}pt")
        for cell in (cell for row in rows for cell, _ in cells_of(row)):
            cell.set("style", f"padding: {padding_at(size) / 2:.2f}pt; font-size: {size}pt")


def let_break(table):
    """A row that would leave much of a page empty, because it must be whole, need not be whole."""
    for row in rows_of(table):
        if any(len(words_of(cell)) > LONG_ROW for cell in row):
            row.set("style", "break-inside: auto")


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

    def walk(element, available, whole):
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
                let_break(child)
                if not FIXED & set((child.get("class") or "").split()):
                    width = max(available, 20 * MILLIMETRE)
                    parts = parts_of(child, columns_of(rows_of(child)), width)
                    for part in parts:
                        finish(part, width)
                    at = list(element).index(child) + 1
                    element[at:at] = parts[1:]
            walk(child, inner, edge)

    walk(page, sheet, sheet)
