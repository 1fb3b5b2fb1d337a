# SPDX-License-Identifier: MIT
"""No word of a PDF lies outside its page. WeasyPrint lets a box that cannot be divided, one in a line of text or one that text
flows around, go on below the edge of the page: where that happens, it becomes a block, and the page is laid out again."""
from weasyprint.formatting_structure import boxes

SLACK = 1  # pixels
AS_BLOCK = "display: block; float: none; position: static; width: auto; break-inside: auto; overflow: visible"
TRIES = 4


def is_whole(box):
    return isinstance(box, (boxes.InlineBlockBox, boxes.InlineFlexBox, boxes.FlexBox)) or box.is_floated()


def texts(box, whole):
    """The texts in a box, each with the outermost box around it that cannot be divided."""
    box = getattr(box, "_box", box)
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


def lay_out(html, **options):
    """The document of a page, an HTML of WeasyPrint."""
    for _ in range(TRIES):
        document = html.render(**options)
        cut = list(outside(document))
        if not cut:
            return document
        for _, whole in cut:
            if whole is not None:
                whole.element.set("style", AS_BLOCK)
    raise ValueError(f"the word “{cut[0][0].text.split()[0]}” would be outside of its page")
