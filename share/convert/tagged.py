# SPDX-License-Identifier: MIT
"""A PDF that can be heard: PDF/UA-1, with a true tree of tags.

What this mends is WeasyPrint's. In 57.2 (Debian 12) and 62.3 (Debian 13), `pdf/ua-1` claims PDF/UA and puts marked contents
into each other, marks no running head as an artefact, has list items outside of lists, no scope of header cells, and links
that are hidden and outside of the tree. 70.0 has mended the nesting and the artefacts, and the rest not. So it writes
without tags here, and this module sets them: while text and pictures are drawn each piece is marked; afterwards the tree is
made of the elements of the page, in the order of its boxes, and what else was painted becomes an artefact. When a version
of Debian has a WeasyPrint whose own `pdf/ua-1` passes tests/judges/pdf-ua, `write` is `document.write_pdf(…)` again.

Then the many small objects of the tree go into object streams: WeasyPrint 57.2 has none.
"""
import contextlib
import io
import re
from xml.sax.saxutils import escape

import pikepdf
import pydyf
import weasyprint
from weasyprint import draw
from weasyprint.formatting_structure import boxes

GROUPS = {"html": "Document", "article": "Art", "section": "Sect", "nav": "Sect", "blockquote": "BlockQuote", "ul": "L", "ol": "L",
          "dl": "L", "table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR"}
LEAVES = {"p": "P", "pre": "P", "caption": "Caption", "td": "TD", "th": "TH", "a": "Link",
          **{f"h{level}": f"H{level}" for level in range(1, 7)}}
SPACED = ("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr")  # what is in them is, but for spaces, in others
PARTS = {"li": "LBody", "dt": "Lbl", "dd": "LBody"}  # of an LI
LINES = ("p", "pre", "caption", "dt", *(f"h{level}" for level in range(1, 7)))  # elements in which no block can be
NUMBERS = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
PAINTS = frozenset(b"f F f* B B* b b* s S sh Do".split())
SHOWS = frozenset(b"Tj TJ ' \"".split())
PRINTED = 4  # the flag of an annotation
ARTEFACT = b"/Artifact BMC"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def words(element):
    return " ".join("".join(element.itertext()).split())


def tag(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


# --- where each piece stands ---

class Place:
    """Of a box that is drawn: its place in the order of reading, its element, and the one that is its paragraph."""

    def __init__(self, order, box, block, artefact):
        self.order, self.element, self.block, self.artefact = order, box.element, block, artefact
        self.is_mark = (box.element_tag or "").endswith("::marker")


class Reading:
    """The boxes of all pages in the order in which they are read, which is not that in which they are painted."""

    def __init__(self, pages):
        self.places, self.cells, self.links = {}, [], set()
        self.heads = {}  # the page on which the head of a table was first
        self.order = 0
        for number, page in enumerate(pages):
            self.walk(page._page_box, None, None, None, number)

    def walk(self, box, block, artefact, link, page):
        box = getattr(box, "_box", box)  # what is positioned is a placeholder
        element = box.element
        self.order += 1
        if isinstance(box, boxes.MarginBox):
            kind = b"Header" if box.at_keyword.startswith("@top") else b"Footer"
            artefact = b"/Artifact <</Type/Pagination/Subtype/" + kind + b">> BDC"
        elif element is not None and element.get("aria-hidden") == "true" or getattr(box, "is_leader", False):
            artefact = artefact or ARTEFACT
        elif getattr(box, "is_header", False) and self.heads.setdefault(element, page) != page:
            artefact = b"/Artifact <</Type/Pagination>> BDC"
        if isinstance(box, boxes.BlockContainerBox) and element is not None:
            block = element
        if isinstance(box, boxes.TableCellBox) and element is not None and not artefact:
            self.cells.append((self.order, element))
        if box.element_tag == "a" and element is not link:
            self.links.add(id(box))
            link = element
        if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
            self.places[id(box)] = Place(self.order, box, block, artefact)
        for child in getattr(box, "children", ()):
            self.walk(child, block, artefact, link, page)


# --- the spaces at which lines end ---

def space_of(fonts):
    """The number of the glyph of a space in fonts of one file, which are told that it is used."""
    number = next((number for font in fonts for number, text in font.cmap.items() if text == " "), None)
    table = fonts[0].ttfont
    if number is None and table is not None and 32 in (table.getBestCmap() or {}):
        number = table.getGlyphID(table.getBestCmap()[32])
    for font in fonts if number is not None else []:
        if number not in font.cmap:
            font.cmap[number] = " "
            font.widths[number] = round(1000 * table["hmtx"][table.getGlyphName(number)][0] / font.upem)
    return number


class Spaces:
    """WeasyPrint drops the space at which a line is broken, and who hears the page would hear two words as one.

    Where each text stands in the words of its paragraph says whether there is a space before it.
    """
    AHEAD = 400  # letters of what is not printed, at most

    def __init__(self, document, parents):
        self.document, self.parents = document, parents
        self.sources = {}  # of each paragraph: its words, and how many letters of them are drawn
        self.last = None

    def paragraph(self, block):
        """A block that a style sheet makes of words in a paragraph belongs to that."""
        element = block
        while element is not None and tag(element) not in GROUPS and tag(element) not in LINES:
            element = self.parents.get(element)
        return element if element is not None and tag(element) in LINES else block

    def drawn(self, place, text, stream, before):
        """A text was drawn, by the operators of the stream from `before` on."""
        paragraph = self.paragraph(place.block)
        source, at = self.sources.get(paragraph) or (words(paragraph).lower(), 0)
        operators = stream.stream
        show = next((number for number in range(len(operators) - 1, before - 1, -1) if operators[number][-2:] == b"TJ"), None)
        if show is None or self.last and self.last[1] is operators and self.last[2] == show:
            return  # a space of which nothing is drawn
        begins, ends = text[:1].isspace(), text[-1:].isspace()
        text = " ".join(text.lower().split())
        found = source.find(text, at, at + len(text) + self.AHEAD) if text else -1
        if found < 0 and text[-1:] in "-\u2010":  # where a word is divided
            text = text[:-1]
            found = source.find(text, at, at + len(text) + self.AHEAD) if text else -1
        if self.last and self.last[0] is paragraph and not begins and found > 0 and source[found - 1] == " ":
            self.add(*self.last[1:])
        self.last = None if ends else (paragraph, operators, show, stream._old_font[0])
        self.sources[paragraph] = source, found + len(text) if found >= 0 else at

    def add(self, operators, show, name):
        fonts = [font for font in self.document.fonts.values() if font.hash == name and not font.bitmap]
        number = space_of(fonts) if fonts else None
        if number is not None:
            operators[show] = operators[show][:-4] + b"<%04x>] TJ" % number


# --- marks, while it is drawn ---

class Mark:
    def __init__(self, page, number, place, leaf, opening, blank=False, picture=None):
        self.page, self.number, self.place, self.leaf, self.picture = page, number, place, leaf, picture
        self.opening, self.blank = opening, blank  # which operator of the page opens it


class Marker:
    """Stands in for two functions of WeasyPrint while a document is written: each piece gets a number on its page."""

    def __init__(self, document, parents):
        self.reading, self.parents = Reading(document.pages), parents
        self.streams, self.marks = [], []
        self.spaces = Spaces(document, parents)

    def leaf(self, place):
        """What a piece belongs to: pieces of one leaf that are painted one after the other are one."""
        element = place.element
        while element is not place.block and element is not None and not (tag(element) in LEAVES or tag(element) in PARTS or element.get("lang")):
            element = self.parents[element]
        return element, place.is_mark

    def page_of(self, stream):
        if not self.streams or self.streams[-1] is not stream:
            raise ValueError("text that is drawn through a group cannot be tagged")
        return len(self.streams) - 1

    def draw_page(self, page, stream):
        self.streams.append(stream)
        self.on_page = 0
        self.original["draw_page"](page, stream)
        for font in self.spaces.document.fonts.values():
            if font.ttfont is not None:
                font.ttfont.recalcBBoxes = False  # no outline changes; to measure each takes longer than all that is done here

    def enclosed(self, name, opening, stream, arguments):
        """Draws, between the operators that open and close it; nothing stays of what draws nothing."""
        operators = stream.stream
        operators.append(opening)
        before = len(operators)
        self.original[name](stream, *arguments)
        if len(operators) == before:
            operators.pop()
            return False
        operators.append(b"EMC")
        return True

    def draw_text(self, stream, box, *rest):
        place = self.reading.places[id(box)]
        leaf, last = self.leaf(place), self.marks[-1] if self.marks else None
        if place.artefact or tag(leaf[0]) in SPACED and not place.is_mark and not box.text.strip():
            self.enclosed("draw_text", place.artefact or ARTEFACT, stream, (box, *rest))
            return
        page, before = self.page_of(stream), len(stream.stream)
        if last and last.page == page and last.leaf == leaf and stream.stream[-1] == b"EMC":
            stream.stream.pop()
            self.original["draw_text"](stream, box, *rest)
            stream.stream.append(b"EMC")
            last.blank = last.blank and not box.text.strip()
        elif self.enclosed("draw_text", b"/Span <</MCID %d>> BDC" % self.on_page, stream, (box, *rest)):
            self.add(Mark(page, self.on_page, place, leaf, before, not box.text.strip()))
        else:
            return
        self.spaces.drawn(place, box.text, stream, max(before - 3, 0))

    def draw_replacedbox(self, stream, box):
        place, before = self.reading.places[id(box)], len(stream.stream)
        said = alternative(box.element, self.parents)
        if place.artefact or said is None:
            self.enclosed("draw_replacedbox", ARTEFACT, stream, (box,))
        elif self.enclosed("draw_replacedbox", b"/Figure <</MCID %d>> BDC" % self.on_page, stream, (box,)):
            corner = box.content_box_x(), box.content_box_y()
            area = [corner[0], corner[1] + box.height, corner[0] + box.width, corner[1]]
            leaf = box.element, False
            self.add(Mark(self.page_of(stream), self.on_page, place, leaf, before, picture=(said, area)))

    def add(self, mark):
        self.marks.append(mark)
        self.on_page += 1

    @contextlib.contextmanager
    def at_work(self):
        names = {"draw_page": weasyprint.document, "draw_text": draw, "draw_replacedbox": draw}
        self.original = {name: getattr(module, name) for name, module in names.items()}
        try:
            for name, module in names.items():
                setattr(module, name, getattr(self, name))
            yield
        finally:
            for name, module in names.items():
                setattr(module, name, self.original[name])


def alternative(picture, parents):
    """What a picture says in words; None where it is for the eye alone."""
    if picture.get("role") in ("none", "presentation") or picture.get("alt") == "":
        return None
    names = (picture.get("aria-labelledby") or "").split()
    root = picture
    while root in parents:
        root = parents[root]
    named = [words(element) for name in names for element in root.iter() if element.get("id") == name]
    titles = [words(child) for child in picture if tag(child) in ("title", "desc")]
    said = picture.get("aria-label") or " ".join(named) or picture.get("alt") or " ".join(titles)
    if not said:
        raise ValueError("a picture says nothing in words")
    return said


def close(stream):
    """What is painted outside of marks is an artefact."""
    done, run, marked, painted = [], [], False, False
    for operator in stream.stream + [b"EMC"]:
        data = operator.encode() if isinstance(operator, str) else operator
        last = data.rsplit(None, 1)[-1] if isinstance(data, bytes) and data else b""
        if marked:
            done.append(operator)
            marked = last != b"EMC"
        elif last in (b"BDC", b"BMC", b"EMC"):
            done += [ARTEFACT, *run, b"EMC"] if painted else run
            done.append(operator)
            run, marked, painted = [], True, False
        elif last in SHOWS:
            raise ValueError(f"WeasyPrint {weasyprint.__version__} draws text in a way that is not known here")
        else:
            run.append(operator)
            painted = painted or last in PAINTS
    stream.stream[:] = done[:-1]


# --- the tree ---

class Node:
    def __init__(self, kind, parent=None, element=None):
        self.kind, self.parent, self.element, self.kids = kind, parent, element, []
        self.more, self.object = {}, None
        if parent is not None:
            parent.kids.append(self)

    def attribute(self, owner, **values):
        self.more["A"] = pydyf.Dictionary({"O": f"/{owner}", **values})


class Tree:
    def __init__(self, root, parents):
        self.parents, self.nodes = parents, {}
        self.top = Node("Document", element=root)
        self.nodes[root] = self.top
        self.level = 0
        self.spaces = []  # between blocks

    def node(self, key, kind, parent, element=None):
        """That of the key, made if it is not there."""
        if key not in self.nodes:
            self.nodes[key] = Node(kind, parent, element)
        return self.nodes[key]

    def group(self, element):
        """What the paragraphs in an element belong to."""
        name = tag(element)
        if element in self.nodes:
            return self.nodes[element]
        if name in PARTS:
            return self.part(element, PARTS[name])
        above = self.group(self.parents[element])
        if name in GROUPS:
            return self.node(element, GROUPS[name], above, element)
        if name in LEAVES and (name != "a" or element.get("href")):
            return self.leaf(element, name, above)
        return above

    def leaf(self, element, name, above):
        kind = LEAVES[name]
        if kind[0] == "H" and kind[1:].isdigit():
            self.level = min(int(kind[1:]), self.level + 1)  # what is not printed leaves no step out
            kind = f"H{self.level}"
        if name == "a" and above.kind in GROUPS.values():
            above = Node("P", above)
        node = self.node(element, kind, above, element)
        if kind in ("TH", "TD"):
            self.describe_cell(node)
        return node

    def describe_cell(self, node):
        spans = {key: int(node.element.get(key.lower()) or 1) for key in ("ColSpan", "RowSpan")}
        values = {key: span for key, span in spans.items() if span > 1}
        if node.kind == "TH":
            scope = node.element.get("scope") or ("col" if node.parent.parent.kind == "THead" else "row")
            # A heading over all columns belongs to the cells below it.
            is_column = scope in ("col", "colgroup") or scope == "rowgroup" and spans["ColSpan"] > 1
            values["Scope"] = "/Column" if is_column else "/Row"
        if values:
            node.attribute("Table", **values)

    def item_of(self, element):
        """The element that stands for the item of a list in which a dt or dd is: its div, or the dt."""
        parent = self.parents[element]
        if tag(element) == "li":
            return element, parent
        if tag(parent) == "div":
            return parent, self.parents[parent]
        above = list(parent)[:list(parent).index(element) + 1]
        while len(above) > 1 and (tag(above[-1]) != "dt" or tag(above[-2]) == "dt"):
            above.pop()
        return above[-1], parent

    def part(self, element, kind):
        item, parent = self.item_of(element)
        return self.node((item, kind), kind, self.node((item, "LI"), "LI", self.group(parent)), element)

    def text(self, mark):
        """The node of a piece of text."""
        element, is_mark = mark.leaf
        if is_mark:
            return self.part(element, "Lbl") if tag(element) == "li" else self.group(element)
        node = self.group(element)
        if element.get("lang") and tag(element) not in LEAVES and node is not self.top:
            node = self.node((element, "Span"), "Span", node)
            node.more["Lang"] = pydyf.String(element.get("lang"))
        if node.kind in GROUPS.values() or node.kind in ("TD", "TH", "LBody") and element is not node.element:
            last = node.kids[-1] if node.kids else None
            if not isinstance(last, Node) or last.kind != "P" or last.element is not element:
                last = Node("P", node, element)
            node = last
        return node

    def add(self, mark):
        if mark.picture is None:
            node = self.text(mark)
            last = node.kids[-1] if node.kids else None
            if mark.blank and (last is None or isinstance(last, Node) and last.kind not in ("Link", "Span")):
                self.spaces.append(mark)
                return
        else:
            above = self.group(self.parents[mark.leaf[0]])
            node = Node("Figure", Node("P", above) if above.kind in GROUPS.values() else above)
            node.more["Alt"] = pydyf.String(mark.picture[0])
            node.attribute("Layout", Placement="/Block", BBox=pydyf.Array(mark.picture[1]))
        node.kids.append(mark)

    def cell(self, element):
        self.group(element)

    def link(self, element, page, annotation):
        node = self.group(element)
        node.kids.append((page, annotation))
        annotation["Contents"] = pydyf.String(element.get("aria-label") or words(element) or element.get("href"))

    def prune(self, node):
        """What nothing is in is no part of the tree, but for cells."""
        node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or self.prune(kid)]
        return node.kids or node.kind in ("TD", "TH")

    def finish(self):
        self.prune(self.top)
        for node in self.nodes.values():
            if node.kind == "Link" and not any(isinstance(kid, tuple) for kid in node.kids):
                node.kind = "Span"  # it leads nowhere
            elif node.kind == "Table":
                node.kids.sort(key=lambda kid: kid.kind != "Caption")
            elif node.kind == "L" and tag(node.element) != "dl":
                has_marks = any(part.kind == "Lbl" for item in node.kids for part in item.kids)
                number = NUMBERS.get(node.element.get("type"), "Decimal") if tag(node.element) == "ol" else "Disc"
                node.attribute("List", ListNumbering=f"/{number if has_marks else 'None'}")


# --- into the file ---

class Writer:
    """The nodes as objects of a PDF."""

    def __init__(self, pdf, pages):
        self.pdf, self.pages = pdf, pages
        self.parents = {}  # of each page: the elements of its marks; of each annotation: its element
        self.annotations = []

    def add(self, node, parent):
        node.object = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.kind}", "P": parent.reference, **node.more})
        self.pdf.add_object(node.object)
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        if page is not None:
            node.object["Pg"] = self.pages[page]
        node.object["K"] = pydyf.Array([self.kid(kid, node, page) for kid in node.kids])

    def kid(self, kid, node, page):
        if isinstance(kid, Node):
            self.add(kid, node.object)
            return kid.object.reference
        if isinstance(kid, Mark):
            self.parents.setdefault(kid.page, {})[kid.number] = node.object.reference
            if kid.page == page:
                return kid.number
            return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.number})
        at, annotation = kid
        self.annotations.append((annotation, node.object.reference))
        return pydyf.Dictionary({"Type": "/OBJR", "Pg": self.pages[at], "Obj": annotation.reference})

    def tree(self, top):
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self.pdf.add_object(root)
        self.add(top, root)
        root["K"] = pydyf.Array([top.object.reference])
        numbers = pydyf.Array()
        for page, elements in sorted(self.parents.items()):
            numbers += [page, pydyf.Array([elements.get(number, "null") for number in range(max(elements) + 1)])]
        for number, (annotation, element) in enumerate(self.annotations, len(self.pages)):
            annotation.update({"StructParent": number, "F": PRINTED})
            numbers += [number, element]
        mapping = pydyf.Dictionary({"Nums": numbers})
        self.pdf.add_object(mapping)
        root.update({"ParentTree": mapping.reference, "ParentTreeNextKey": len(self.pages) + len(self.annotations)})
        return root


def claim(pdf, metadata):
    """What the catalogue and the metadata say of the file."""
    said = {"title": metadata.title, "language": metadata.lang, "maker": metadata.generator,
            "producer": f"WeasyPrint {weasyprint.__version__}"}
    xmp = XMP.format(**{key: escape(value or "") for key, value in said.items()})
    stream = pydyf.Stream([xmp.encode()], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(stream)
    pdf.catalog.update({
        "Metadata": stream.reference, "MarkInfo": pydyf.Dictionary({"Marked": "true"}),
        "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": "true"})})


def finisher(marker, root):
    def finish(document, pdf):
        tree = Tree(root, marker.parents)
        events = [(mark.place.order, tree.add, mark) for mark in marker.marks]
        events += [(order, tree.cell, element) for order, element in marker.reading.cells]
        for _, do, what in sorted(events, key=lambda event: event[0]):
            do(what)
        for number, page in enumerate(document.pages):
            for _, _, _, box in page.links:
                if box.link_annotation:
                    tree.link(box.element, number, box.link_annotation)
        tree.finish()
        for mark in tree.spaces:
            marker.streams[mark.page].stream[mark.opening] = ARTEFACT
        for stream in marker.streams:
            close(stream)
        writer = Writer(pdf, pdf.page_references)
        pdf.catalog["StructTreeRoot"] = writer.tree(tree.top).reference
        for number, page in enumerate(pdf.page_references):
            pdf.objects[int(re.match(rb"\d+", page)[0])].update({"Tabs": "/S", "StructParents": number})
        claim(pdf, document.metadata)
    return finish


def write(document, root, target):
    """Writes `target`, a PDF of a document that WeasyPrint laid out of the element `root`."""
    parents = {child: parent for parent in root.iter() for child in parent}
    marker = Marker(document, parents)
    for page in document.pages:
        # The elements in a link are no links beside it.
        page.links = [link for link in page.links if id(link[3]) in marker.reading.links]
    with marker.at_work():
        data = document.write_pdf(finisher=finisher(marker, root))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, static_id=True,
                 stream_decode_level=pikepdf.StreamDecodeLevel.none)
