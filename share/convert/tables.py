# SPDX-License-Identifier: MIT
"""Tables that are too wide for their sheet are made to fit, before WeasyPrint lays them out: it lets no column be narrower than
its longest word, and what is beyond the edge is lost."""
import re

from docx import fit, measure

MILLIMETRE = 72 / 25.4
PORTRAIT, LANDSCAPE = 170 * MILLIMETRE, 273 * MILLIMETRE  # between the margins
LIST_STEP = 8 * MILLIMETRE  # at most
FIXED = {"matrise", "saksliste", "vedtaksliste"}  # their style sheets give the widths
SIZES = ((8, 9.5), (16, 7.5), (32, 5.5), (64, 3.5))  # up to so many columns: points


def words_of(cell):
    return "".join(cell.itertext())


def rows_of(table):
    """Its own rows, not those of tables in its cells: of each the cells, with the columns that they reach over."""
    groups = [group for group in table if group.tag in ("thead", "tbody", "tfoot")]
    for group in [table] + groups:
        for row in group:
            if row.tag == "tr":
                yield [(cell, int(cell.get("colspan") or 1)) for cell in row if cell.tag in ("td", "th")]


def measure_columns(rows, size):
    """The width of the longest word of each column, and of all that its longest cell says, in points."""
    least, most = [], []
    for row in rows:
        column = 0
        for cell, span in row:
            while len(least) < column + span:
                least.append(0)
                most.append(0)
            if span == 1:
                text = words_of(cell)
                longest = max(re.split(r"[ \t\r\n]|(?<=-)", text), key=len)
                least[column] = max(least[column], measure(longest, size, cell.tag == "th") / 20)
                most[column] = max(most[column], measure(text, size, cell.tag == "th") / 20)
            column += span
    return least, most


def set_widths(table, least, most, available):
    """No column is wider than its share while others are narrower than theirs; words break where they must."""
    share = available / len(least)
    widths = fit([min(width, share) for width in least], most, available)
    columns = table.makeelement("colgroup", {})
    for width in widths:
        columns.append(table.makeelement("col", {"style": f"width: {100 * width / available:.3f}%"}))
    table[:] = [part for part in table if part.tag != "colgroup"]
    table.insert(1 if len(table) and table[0].tag == "caption" else 0, columns)


def finish(table, available):
    rows = list(rows_of(table))
    size = next((size for columns, size in SIZES if max(sum(span for _, span in row) for row in rows) <= columns), SIZES[-1][1])
    padding = 3.2 * MILLIMETRE if size > 9 else MILLIMETRE if size > 7 else MILLIMETRE / 3
    least, most = ([width + padding for width in widths] for widths in measure_columns(rows, size))
    if sum(least) <= available and size > 9:
        return
    set_widths(table, least, most, available)
    table.set("style", f"table-layout: fixed; width: 100%; overflow-wrap: anywhere; hyphens: auto; font-size: {size}pt")
    for cell, _ in (cell for row in rows for cell in row):
        if size < 9:
            cell.set("style", f"padding: {padding / 2:.2f}pt; font-size: {size}pt")


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
