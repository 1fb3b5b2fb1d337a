# SPDX-License-Identifier: MIT
"""Tables that are too wide for their sheet are made to fit, before WeasyPrint lays them out: it lets no column be narrower than
its longest word, and what is beyond the edge is lost."""
import re

from docx import fit, measure

MILLIMETRE = 72 / 25.4
TWIPS = 20  # of a point
PORTRAIT, LANDSCAPE = 170 * MILLIMETRE, 273 * MILLIMETRE  # between the margins
LIST_STEP = 8 * MILLIMETRE  # at most
FIXED = {"matrise", "saksliste", "vedtaksliste"}  # their style sheets give the widths
SIZES = (9.5, 8.5, 7.5, 6.5, 5.5, 4.5, 3.5)  # points
LONGEST = 24  # letters of a word for which a table is set smaller; a longer one, an address, is broken


def words_of(cell):
    return "".join(cell.itertext())


def rows_of(table):
    """Its own rows, not those of tables in its cells: of each the cells, with the columns that they reach over."""
    groups = [group for group in table if group.tag in ("thead", "tbody", "tfoot")]
    for group in [table] + groups:
        for row in group:
            if row.tag == "tr":
                yield [(cell, int(cell.get("colspan") or 1)) for cell in row if cell.tag in ("td", "th")]


def columns_of(rows):
    """Of each column, at a size of one point: its widest word, the part of it that is not broken, and its widest text. Cells over
    several columns do not count."""
    columns = [[0, 0, 0] for _ in range(max(sum(span for _, span in row) for row in rows))]
    for row in rows:
        at = 0
        for cell, span in row:
            if span == 1:
                text, bold = words_of(cell), cell.tag == "th"
                words = re.split(r"[ \t\r\n]|(?<=-)", text)
                widths = [max(measure(word, 1, bold) for word in words),
                          max(measure(word[:LONGEST], 1, bold) for word in words), measure(text, 1, bold)]
                columns[at] = [max(pair) for pair in zip(columns[at], widths)]
            at += span
    return columns


def padding_at(size):
    """On both sides of a cell."""
    return 3.2 * MILLIMETRE if size == SIZES[0] else MILLIMETRE if size > 6 else MILLIMETRE / 2


def set_widths(table, least, most, available):
    """No column is wider than its share while others are narrower than theirs; words break where they must."""
    share = available / len(least)
    columns = table.makeelement("colgroup", {})
    for width in fit([min(width, share) for width in least], most, available):
        columns.append(table.makeelement("col", {"style": f"width: {100 * width / available:.3f}%"}))
    table[:] = [part for part in table if part.tag != "colgroup"]
    table.insert(1 if len(table) and table[0].tag == "caption" else 0, columns)


def finish(table, available):
    """In the largest type in which its words fit, and with those broken that do not fit in the smallest."""
    rows = list(rows_of(table))
    words, parts, texts = zip(*columns_of(rows))

    def at(size, widths):
        return [width * size / TWIPS + padding_at(size) for width in widths]

    size = next((size for size in SIZES if sum(at(size, parts)) <= available), SIZES[-1])
    breaks = sum(at(size, words)) > available
    if breaks:
        set_widths(table, at(size, words), at(size, texts), available)
        table.set("style", f"table-layout: fixed; width: 100%; overflow-wrap: anywhere; hyphens: auto; font-size: {size}pt")
    if size < SIZES[0]:
        table.set("style", table.get("style") or f"font-size: {size}pt")
        for cell, _ in (cell for row in rows for cell in row):
            cell.set("style", f"padding: {padding_at(size) / 2:.2f}pt; font-size: {size}pt")


def fit_to_sheet(page):
    """Changes the tables of a page, an element tree."""
    styles = "".join(style.text or "" for style in page.iter("style"))
    sheet = LANDSCAPE if re.search(r"size:\s*A4\s+landscape", styles) else PORTRAIT

    def walk(element, available):
        for child in element:
            inner = available
            if child.tag in ("ol", "ul", "blockquote"):
                inner -= LIST_STEP
            elif child.tag in ("td", "th"):
                inner = min(available, sheet) / 4  # a table in a cell: what the narrowest column of prose has
            elif child.tag == "table" and not FIXED & set((child.get("class") or "").split()) and any(rows_of(child)):
                finish(child, max(available, 20 * MILLIMETRE))
            walk(child, inner)

    walk(page, sheet)
