# SPDX-License-Identifier: MIT
"""No word of a PDF lies outside its page, no heading, and no head or first row of a table, is alone at the end of one, no
frame is empty there, and no page is half empty because a row does not fit. WeasyPrint lets a box that cannot be divided, one in
a line of text or one that text flows around, go on below the edge of the page: where that happens, it becomes a block, and the
page is laid out again. A box that goes on on the next page it draws to the end of this one, with words or without; and what must not be divided it puts
on the next page without what should be with it."""
from weasyprint.formatting_structure import boxes

SLACK = 1  # pixels
FRAME = 8  # pixels of a frame below its last words
AS_BLOCK = "display: block; float: none; position: static; width: auto; break-inside: auto; overflow: visible"
BREAKABLE = "overflow-wrap: anywhere; hyphens: manual"  # the last resort of a word
DIVISIBLE = "break-inside: auto"
TRIES = 4
FULL = 0.6  # of a page: where less is used, the row that did not fit need not be whole
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def unpacked(box):
    return getattr(box, "_box", box)


def is_whole(box):
    return isinstance(box, (boxes.InlineBlockBox, boxes.InlineFlexBox, boxes.FlexBox)) or box.is_floated()


def texts(box, whole):
    """The texts in a box, each with the outermost box around it that cannot be divided."""
    box = unpacked(box)
    if box.style["clip"]:
        return  # it is read aloud, not seen
    if whole is None and is_whole(box) and box.element is not None:
        whole = box
    if isinstance(box, boxes.TextBox):
        yield box, whole
    for child in getattr(box, "children", ()):
        yield from texts(child, whole)


def outside(document):
    for page in document.pages:
        for text, whole in texts(page._page_box, None):
            right, bottom = text.position_x + text.width, text.position_y + text.margin_top + text.height
            if text.text.strip() and (text.position_x < -SLACK or right > page.width + SLACK or bottom > page.height + SLACK):
                yield text, whole


def framed(box):
    """The blocks that one sees, by their elements."""
    box = unpacked(box)
    if isinstance(box, boxes.BlockBox) and (box.border_left_width or box.style["background_color"][3]):
        yield box.element, box
    for child in getattr(box, "children", ()):
        yield from framed(child)


def end_of(box):
    """Where the last of its words, or the last row of a table in it, ends."""
    box = unpacked(box)
    if isinstance(box, (boxes.TextBox, boxes.TableCellBox)):
        return box.position_y + box.margin_height()
    return max(map(end_of, getattr(box, "children", ())), default=0)


def shrink(box):
    end = end_of(box)
    if end:
        box.height = min(box.height, end + FRAME - box.content_box_y())


def end_frames(document):
    """A frame that goes on on the next page ends after its words."""
    pages = [dict(framed(page._page_box)) for page in document.pages]
    for page, following in zip(pages, pages[1:]):
        for element, box in page.items():
            if element is not None and element in following and element.tag not in ("html", "body"):
                shrink(box)


def elements_of(box):
    box = unpacked(box)
    if box.element is not None:
        yield box.element
    for child in getattr(box, "children", ()):
        yield from elements_of(child)


def has_words(box):
    return any(text.text.strip() for text, _ in texts(box, None))


def first_rows(box):
    """Of each table the element, and the rows with words that are on this page without its head."""
    box = unpacked(box)
    if isinstance(box, boxes.TableBox):
        yield box.element, [row for group in box.children if not group.is_header for row in group.children if has_words(row)]
    for child in getattr(box, "children", ()):
        yield from first_rows(child)


def last_words(box):
    """The element of the last words on a page, or of a picture after them."""
    box = unpacked(box)
    for child in reversed(getattr(box, "children", ())):
        if isinstance(child, boxes.ReplacedBox) or (isinstance(child, boxes.TextBox) and child.text.strip()):
            return child.element
        found = last_words(child)
        if found is not None:
            return found
    return None


def with_headings(element, parents):
    """The first of the headings, introductions apart, that an element should be together with."""
    while element in parents:
        siblings = list(parents[element])
        at = siblings.index(element)
        if at > 0 and siblings[at - 1].tag in HEADINGS:
            element = siblings[at - 1]
        elif at == 0 and parents[element].tag in ("section", "div", "article"):
            element = parents[element]
        else:
            break
    return element


def stranded(document, parents):
    """Elements that are alone at the end of a page, and should be at the beginning of the next."""
    pages = [page._page_box for page in document.pages]
    known = set()
    for page, following in zip(pages, pages[1:]):
        here, there = set(elements_of(page)), set(elements_of(following))
        heading = last_words(main_of(page))
        while heading is not None and heading.tag not in HEADINGS and heading in parents:
            heading = parents[heading]
        if heading is not None and heading.tag in HEADINGS:
            yield with_headings(heading, parents)
        for table, rows in first_rows(page):
            rows = [row for row in rows if any(text.text.strip() for text, _ in texts(row, None))]
            alone = not rows or (len(rows) == 1 and rows[0].element not in there)
            if alone and table in there and table not in known:
                yield with_headings(table, parents)
        known |= here


def main_of(page):
    """A page without its running heads."""
    return next(child for child in page.children if not isinstance(child, boxes.MarginBox))


def begins_with(page):
    """The first rows of a page that begins with rows, heads of tables apart."""
    for table, rows in first_rows(page):
        words = next((text.element for text, _ in texts(page, None) if text.text.strip()), None)
        if words is not None and words in set(table.iter()):
            return [row.element for row in rows]
    return []


def too_whole(document):
    """Rows that are on the next page as a whole, and leave much of this one empty."""
    pages = [page._page_box for page in document.pages]
    for page, following in zip(pages, pages[1:]):
        here = set(elements_of(page))
        used = (end_of(main_of(page)) - page.content_box_y()) / page.height
        rows = [row for row in begins_with(main_of(following))[:2] if row is not None and row not in here]
        if used < FULL and rows:
            yield from rows[:2 if "mal" in (rows[0].get("class") or "").split() else 1]


def let_break(row, parents):
    """Whether it could not be divided until now."""
    was_whole = DIVISIBLE not in (row.get("style") or "")
    for element in (row, parents[row]):
        element.set("style", f"{element.get('style') or ''}; {DIVISIBLE}")
    return was_whole


def lay_out(html, **options):
    """The document of a page, an HTML of WeasyPrint."""
    parents = {child: parent for parent in html.etree_element.iter() for child in parent}
    for left in reversed(range(TRIES)):
        document = html.render(**options)
        cut = list(outside(document))
        alone = list(stranded(document, parents)) if left else []
        parted = [let_break(row, parents) for row in too_whole(document)] if left else []
        if not cut and not alone and not any(parted):
            end_frames(document)
            return document
        for text, whole in cut:
            if whole is not None:
                whole.element.set("style", AS_BLOCK)
            else:
                text.element.set("style", f"{text.element.get('style') or ''}; {BREAKABLE}")
        for element in alone:
            element.set("style", f"{element.get('style') or ''}; break-before: page")
    raise ValueError(f"the word “{cut[0][0].text.split()[0]}” would be outside of its page")
