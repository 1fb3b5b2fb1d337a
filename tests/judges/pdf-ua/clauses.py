# SPDX-License-Identifier: MIT
"""The clauses: a function each, which yields what is wrong."""
import collections
import re

import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH
    TD THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Formula Form""".split())
INSIDE = {  # what a part may be in
    "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "Caption": {"Table", "L", "Figure"}}
ONLY = {  # what may be in a part
    "L": {"Caption", "LI", "L"}, "LI": {"Lbl", "LBody"}, "TR": {"TH", "TD"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"}}
WORDS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption", "Span", "Link"}  # what is in them stands in a line
PAINTS = set("f F f* B B* b b* s S sh Do Tj TJ ' \" BI INLINE IMAGE".split())

SMALLEST = 7.99  # points

Mark = collections.namedtuple("Mark", "page number")


class Element:
    def __init__(self, data, parent, page):
        self.data, self.parent, self.page = data, parent, page
        self.kind = str(data.get("/S", ""))[1:]
        self.kids, self.marks, self.objects = [], [], []

    def attribute(self, name):
        found = self.data.get("/A")
        for each in [found] if isinstance(found, Dictionary) else list(found or []):
            if isinstance(each, Dictionary) and name in each:
                return each[name]
        return None

    def span(self, name):
        return int(self.attribute(name) or 1)


class File:
    """A PDF: its elements in order, and what its pages draw."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.page_of = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self.elements = []
        tree = pdf.Root.get("/StructTreeRoot")
        kids = None if tree is None else tree.get("/K")
        for kid in self.list(kids):
            self.read(kid, None, None)
        self.parents = {} if tree is None else dict(pikepdf.NumberTree(tree.ParentTree).items())
        self.drawn = [mark for number, page in enumerate(pdf.pages) for mark in self.marks_of(number, page)]

    @staticmethod
    def list(kids):
        return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]

    def read(self, data, parent, page):
        page = self.page_of.get(data.Pg.objgen) if "/Pg" in data else page
        element = Element(data, parent, page)
        self.elements.append(element)
        for kid in self.list(data.get("/K")):
            if not isinstance(kid, Dictionary):
                element.marks.append(Mark(page, int(kid)))
            elif kid.get("/Type") == "/MCR":
                element.marks.append(Mark(self.page_of.get(kid.Pg.objgen) if "/Pg" in kid else page, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                element.objects.append(kid.Obj)
            else:
                element.kids.append(self.read(kid, element, page))
        return element

    @staticmethod
    def marks_of(number, page):
        """What is drawn: (page; mark, or "artefact", or "foot" for that of a page, or None; is it in another; the operator)."""
        open_marks = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                properties = operands[1] if name == "BDC" else {}
                if isinstance(properties, Name):
                    properties = page.Resources.Properties[properties]
                mark = Mark(number, int(properties["/MCID"])) if "/MCID" in properties else None
                artefact = "foot" if properties.get("/Subtype") == "/Footer" else "artefact"
                open_marks.append(artefact if operands[0] == "/Artifact" else mark)
                if open_marks[-1]:
                    yield number, open_marks[-1], sum(each is not None for each in open_marks) > 1, "BDC"
            elif name == "EMC":
                open_marks.pop()
            elif name in PAINTS:
                yield number, next((mark for mark in reversed(open_marks) if mark), None), False, name

    def of_kind(self, *kinds):
        return [element for element in self.elements if element.kind in kinds]

    def annotations(self):
        return [(page, each) for page in self.pdf.pages for each in page.get("/Annots", [])]


# --- the file ---

def tagged(file):
    if str(file.pdf.Root.get("/MarkInfo", {}).get("/Marked")) != "True":
        yield "is not marked as tagged"


def language(file):
    if not re.fullmatch("[a-z]{2,3}(-.+)?", str(file.pdf.Root.get("/Lang", ""))):
        yield "has no language"


def title(file):
    if not str(file.pdf.docinfo.get("/Title", "")):
        yield "has no title"
    if str(file.pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")) != "True":
        yield "does not show its title"


def metadata(file):
    xmp = file.pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in file.pdf.Root else ""
    if not re.search(r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=.1.", xmp):
        yield "does not say that it is PDF/UA"
    with file.pdf.open_metadata() as read:
        if read.get("dc:title") != str(file.pdf.docinfo.get("/Title", "")):
            yield "has another title in its metadata"


def outline(file):
    """Every heading is in the outline: as many entries as headings, at least."""
    def count(item):
        number = 0
        while item is not None:
            number += 1 + count(item.get("/First"))
            item = item.get("/Next")
        return number
    headings = sum(re.fullmatch("H[1-6]", element.kind) is not None for element in file.elements)
    entries = count(file.pdf.Root.get("/Outlines", {}).get("/First"))
    if entries < headings:
        yield f"has {entries} entries in its outline, and {headings} headings"


def tabs(file):
    for page in file.pdf.pages:
        if page.get("/Tabs") != "/S":
            yield f"page {page.index + 1} is not walked through in the order of its structure"


def fonts(file):
    seen = set()
    for page in file.pdf.pages:
        for name, font in page.Resources.get("/Font", {}).items():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            of = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not any(key in of.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"the font {name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"the letters of the font {name} are not known"


# --- the pages and the tree ---

def marked(file):
    bare = collections.Counter(name for _, mark, _, name in file.drawn if mark is None)
    if bare:
        yield f"draws outside of tags and artefacts: {dict(bare)}"
    if any(nested for _, _, nested, _ in file.drawn):
        yield "has marks within each other"


def agreed(file):
    """What is drawn is in the tree, once, and what is in the tree is drawn; the way back leads to the same element."""
    drawn = collections.Counter(mark for _, mark, _, name in file.drawn if isinstance(mark, Mark) and name == "BDC")
    named = collections.Counter(mark for element in file.elements for mark in element.marks)
    if drawn != named or any(count > 1 for count in drawn.values()):
        yield f"{sum(((drawn - named) + (named - drawn)).values())} marks are in the pages or in the tree alone, or twice"
    for element in file.elements:
        for mark in element.marks:
            if mark.page is None:
                yield "a mark has no page"
                continue
            parents = file.parents.get(int(file.pdf.pages[mark.page].get("/StructParents", -1)))
            if parents is None or mark.number >= len(parents) or parents[mark.number].objgen != element.data.objgen:
                yield f"mark {mark.number} of page {mark.page + 1} does not know its {element.kind}"
        for kid in element.kids:
            if kid.data.get("/P", Dictionary()).objgen != element.data.objgen:
                yield f"a {kid.kind} does not know the {element.kind} that it is in"


def artefacts(file):
    """Each page of several has a folio, which is no part of what is read."""
    with_text = {page for page, mark, _, name in file.drawn if name in ("TJ", "Tj") and mark == "foot"}
    for number in sorted(set(range(len(file.pdf.pages))) - with_text) if len(file.pdf.pages) > 1 else []:
        yield f"page {number + 1} has no folio, or it is read out"


def kinds(file):
    if not file.elements or file.elements[0].kind != "Document":
        yield "has no tree of a document"
    for element in file.elements:
        inside = element.parent.kind if element.parent else None
        if element.kind not in STANDARD:
            yield f"has an element {element.kind}, which nobody knows"
        if inside not in INSIDE.get(element.kind, {inside}) or element.kind not in ONLY.get(inside, {element.kind}):
            yield f"has a {element.kind} in a {inside}"
        if inside in WORDS and element.kind not in ("Span", "Link", "Figure", "Code"):
            yield f"has a {element.kind} in a {inside}"
        if element.marks and element.kind in {"Document", "Sect", "Art", "BlockQuote", *ONLY}:
            yield f"has text that is in a {element.kind} and in no paragraph"
        if not (element.kids or element.marks or element.objects) and element.kind not in ("TD", "TH"):
            yield f"has a {element.kind} that is empty"


def headings(file):
    before = 0
    for element in file.elements:
        if re.fullmatch("H[1-6]", element.kind):
            level = int(element.kind[1])
            if level > before + 1:
                yield f"has a heading of level {level} after one of level {before}" if before else "begins with a deep heading"
            before = level
    if not before:
        yield "has no heading"


def scopes(file):
    for element in file.of_kind("TH"):
        if element.attribute("/Scope") not in ("/Column", "/Row", "/Both"):
            yield "has a cell of a head that does not say whose head it is"
            return


def rows(file):
    """The rows of a table have as many columns as each other."""
    for table in file.of_kind("Table"):
        widths, below = set(), collections.Counter()
        for row in [row for part in table.kids for row in ([part] if part.kind == "TR" else part.kids) if row.kind == "TR"]:
            here = below.pop("next", 0)
            widths.add(sum(cell.span("/ColSpan") for cell in row.kids) + here)
            for cell in row.kids:
                if cell.span("/RowSpan") == 2:
                    below["next"] += cell.span("/ColSpan")
        if len(widths) > 1 and all(cell.span("/RowSpan") < 3 for cell in file.of_kind("TH", "TD")):
            yield f"has a table whose rows have {sorted(widths)} columns"


def captions(file):
    for table in file.of_kind("Table"):
        places = [place for place, kid in enumerate(table.kids) if kid.kind == "Caption"]
        if places not in ([], [0]):
            yield "has a table whose caption is not the first in it"


def lists(file):
    for element in file.of_kind("LI"):
        if [kid.kind for kid in element.kids] not in (["Lbl", "LBody"], ["LBody"], ["Lbl"]):
            yield f"has an item of a list with {[kid.kind for kid in element.kids]}"
    for element in file.of_kind("L"):
        if element.attribute("/ListNumbering") == "/None" and any(kid.kids[0].kind == "Lbl" for kid in element.kids if kid.kids):
            yield "has a list with marks that says it has none"


def links(file):
    holders = {each.objgen: element for element in file.of_kind("Link") for each in element.objects}
    for element in file.of_kind("Link"):
        if not element.objects:
            yield "has a link that leads nowhere"
        if not element.marks and not element.kids:
            yield "has a link without words"
    for _, each in file.annotations():
        if each.get("/Subtype") != "/Link":
            continue
        holder = holders.get(each.objgen)
        parent = file.parents.get(int(each.get("/StructParent", -1)))
        if holder is None or parent is None or parent.objgen != holder.data.objgen:
            yield "has a link outside of the tree"
        if not str(each.get("/Contents", "")).strip():
            yield "has a link that does not say where it leads"
        if int(each.get("/F", 0)) & 2:
            yield "has a link that is hidden"


def figures(file):
    for element in file.of_kind("Figure"):
        if not str(element.data.get("/Alt", "")).strip():
            yield "has a picture that says nothing"
        if element.attribute("/BBox") is None:
            yield "has a picture that does not say where it is"


def sizes(file):
    """No clause of PDF/UA, and ours all the same: type of eight points or more."""
    for page in file.pdf.pages:
        scales, size = [1.0], 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "q":
                scales.append(scales[-1])
            elif name == "Q":
                scales.pop()
            elif name == "cm":
                scales[-1] *= abs(float(operands[0]) * float(operands[3]) - float(operands[1]) * float(operands[2])) ** .5
            elif name == "Tf":
                size = float(operands[1])
            elif name == "TJ" and size * scales[-1] < SMALLEST:
                yield f"page {page.index + 1} has type of {size * scales[-1]:.1f} points"


def last_of_pages(file):
    """Of each page but the last what is read last on it."""
    last = {mark.page: element for element in file.elements for mark in element.marks}
    return {page: element for page, element in last.items() if page is not None and page + 1 < len(file.pdf.pages)}


def ends(file):
    """Another of ours: what a heading, a caption or the head of a table is about, begins on its page."""
    for page, element in last_of_pages(file).items():
        while element is not None and not re.fullmatch("H[1-6]|THead|Caption", element.kind):
            element = element.parent
        if element is not None:
            yield f"page {page + 1} ends with a {element.kind}"


CLAUSES = (tagged, language, title, metadata, outline, tabs, fonts, marked, agreed, artefacts, kinds, headings, scopes, rows, captions,
           lists, links, figures, sizes, ends)


def faults(pdf):
    """What a PDF lacks; each once."""
    file = File(pdf)
    return list(dict.fromkeys(f"{fault} [{clause.__name__}]" for clause in CLAUSES for fault in clause(file)))
