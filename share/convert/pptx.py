# SPDX-License-Identifier: MIT
"""Slides of Markdown, with pandoc; the same bytes every time.

Language, titles and day come from FILE.json, which every command writes beside FILE.md. What pandoc cannot do is done to
what it makes: language and alternative texts, tables whose columns fit their words, numbers of slides, type that is
smaller where it would not fit. FILE.md is one subject a slide already.
"""
import json
import pathlib
import re
import tempfile
import xml.etree.ElementTree as ET

import docx_look
import labels
import office
import pptx_look as look
from pptx_look import A, P, R

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CORE = {"cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/", "xsi": "http://www.w3.org/2001/XMLSchema-instance"}
for prefix, namespace in CORE.items():
    ET.register_namespace(prefix, namespace)
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # of tables: without lines and colours of its own
# The order that the format asks for.
RUN_ORDER = [A + name for name in ("ln", "noFill", "solidFill", "latin", "ea", "cs", "sym", "hlinkClick")]
APP = ('<?xml version="1.0" encoding="UTF-8"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
       'extended-properties"><Application>fellesskap</Application><PresentationFormat>On-screen Show (16:9)'
       "</PresentationFormat><Slides>{slides}</Slides><Notes>{notes}</Notes></Properties>")


# --- before pandoc: the blocks of the Markdown as those that it makes slides of ---

def words_of(inlines):
    """The words of inlines as pandoc's JSON has them."""
    plain = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
    text = ""
    for inline in inlines:
        content = inline.get("c")
        if inline["t"] == "Str":
            text += content
        elif inline["t"] in ("Code", "RawInline"):
            text += content[1]
        elif inline["t"] in plain:
            text += plain[inline["t"]]
        elif isinstance(content, list):
            inner = content if not content or isinstance(content[0], dict) else next(
                (part for part in content if isinstance(part, list) and part and isinstance(part[0], dict)), [])
            text += words_of(inner)
    return text


def same_words(one, other):
    return one.split() == other.split()


def notes_of(blocks):
    """Notes have paragraphs alone: what is in lists gets its mark."""
    paragraphs = []
    for block in blocks:
        if block["t"] in ("BulletList", "OrderedList"):
            items = block["c"] if block["t"] == "BulletList" else block["c"][1]
            for number, item in enumerate(items, 1):
                inner = notes_of(item)
                mark = "•" if block["t"] == "BulletList" else f"{number}."
                if inner:
                    inner[0] = {"t": "Para", "c": [{"t": "Str", "c": mark}, {"t": "Space"}, *inner[0]["c"]]}
                paragraphs += inner
        elif block["t"] in ("Para", "Plain"):
            paragraphs.append({"t": "Para", "c": block["c"]})
        else:
            raise ValueError(f"notes of a slide cannot show a {block['t']}")
    return paragraphs


def divide(blocks, titles):
    """The blocks before the first slide, and those of each."""
    before, slides = [], []
    for block in blocks:
        is_next = block["t"] == "Header" and block["c"][0] == 2 and len(slides) < len(titles)
        if is_next and same_words(words_of(block["c"][2]), titles[len(slides)]):
            slides.append([block])
        else:
            (slides[-1] if slides else before).append(block)
    if len(slides) != len(titles):
        raise ValueError("the slides of the Markdown are not those of the JSON")
    return before, slides


def with_notes(slide):
    """A slide whose notes, what is below its last heading, are notes."""
    places = [place for place, block in enumerate(slide) if block["t"] == "Header" and block["c"][0] == 3]
    if not places:
        return slide
    notes = notes_of(slide[places[-1] + 1:])
    return [*slide[:places[-1]], {"t": "Div", "c": [["", ["notes"], []], notes]}]


def source_of(markdown, facts):
    """What pandoc makes slides of, as its JSON: the title and its line are the title slide, the last line ends it."""
    document = json.loads(office.pandoc(["--from", "gfm", "--to", "json"], markdown))
    before, slides = divide(document["blocks"], [slide["tittel"] for slide in facts["lysark"]])
    subtitle = [*before[1]["c"], {"t": "LineBreak"}, *slides[-1].pop()["c"]]
    document["meta"] = {"title": {"t": "MetaInlines", "c": before[0]["c"][2]}, "subtitle": {"t": "MetaInlines", "c": subtitle}}
    document["blocks"] = [block for slide in slides for block in with_notes(slide)]
    return json.dumps(document).encode()


# --- after it: texts ---

def text_of(element):
    return "".join(part.text or "" for part in element.iter(A + "t"))


def set_language(tree, language):
    for kind in ("rPr", "endParaRPr", "defRPr"):
        for properties in tree.iter(A + kind):
            if kind != "defRPr" or properties.get("lang"):
                properties.set("lang", language)
            properties.attrib.pop("smtClean", None)


def drop_relative_links(tree, relations):
    """A file that is sent has no files beside it: links to other documents become their words."""
    gone = [relation for relation in relations if relation.get("TargetMode") == "External"
            and not re.match("https?:|mailto:", relation.get("Target"))]
    names = {relation.get("Id") for relation in gone}
    for relation in gone:
        relations.remove(relation)
    for properties in tree.iter(A + "rPr"):
        for link in properties.findall(A + "hlinkClick"):
            if link.get(R + "id") in names:
                properties.remove(link)


def set_size(element, points):
    for properties in element.iter(A + "rPr"):
        properties.set("sz", str(round(points * 100)))


def lines_of(text, width, size, bold=False):
    """How many lines a text takes: words move to the next one, long ones are cut."""
    lines, used = 1, 0
    for word in text.split(" "):
        wide = office.measure(word, size, bold)
        space = office.measure(" ", size, bold) if used else 0
        if used and used + space + wide > width:
            lines, used, space = lines + 1, 0, 0
        lines += int(wide // width) if wide > width else 0
        used += space + wide % width if wide > width else space + wide
    return lines


def height_of_points(body, size):
    height = 0
    for paragraph in body.iter(A + "p"):
        level = int(paragraph.find(A + "pPr").get("lvl", "0")) if paragraph.find(A + "pPr") is not None else 0
        width = look.WIDTH - (level + 1) * look.POINT_STEP
        height += lines_of(text_of(paragraph), width, size) * size * look.LINE + (look.POINT_SPACE if level == 0 else 0)
    return height


# --- tables ---

def break_lines(cell):
    """A cell's items ("• …"; "◦ …" and "▪ …") on lines of their own, as they were written."""
    for paragraph in cell.iter(A + "p"):
        for run in paragraph.findall(A + "r"):
            lines = re.split(r" (?=[•◦▪] )", run.find(A + "t").text or "")
            run.find(A + "t").text = lines[0]
            at = list(paragraph).index(run)
            for line in lines[1:]:
                more = ET.fromstring(ET.tostring(run))
                more.find(A + "t").text = line
                paragraph.insert(at + 1, ET.Element(A + "br"))
                paragraph.insert(at + 2, more)
                at += 2


def widths_of(count, has_number, has_comment):
    """Of the columns: number, title, status and comment, of which the first and the last may be missing."""
    numbers = [look.NUMBER] if has_number else []
    if has_comment:
        return [*numbers, look.TITLE, look.STATUS, look.WIDTH - look.TITLE - look.STATUS - sum(numbers)][:count]
    return [*numbers, look.WIDTH - look.STATUS - sum(numbers), look.STATUS]


def row_height(cells, widths, size, bold):
    lines = [sum(lines_of(line, width - 2 * look.CELL_MARGIN, size, bold) for line in lines_in(cell))
             for cell, width in zip(cells, widths)]
    return max(lines) * size * look.LINE + 2 * look.ROW_SPACE + 2


def lines_in(cell):
    """The texts of a cell, line by line."""
    lines = [""]
    for part in cell.iter():
        if part.tag == A + "br":
            lines.append("")
        elif part.tag == A + "t":
            lines[-1] += part.text or ""
    return lines


def line_below(width, colour):
    line = ET.Element(A + "lnB", w=str(round(width * look.EMU)))
    ET.SubElement(ET.SubElement(line, A + "solidFill"), A + "srgbClr", val=colour)
    return line


def look_of_cell(cell, head):
    properties = cell.find(A + "tcPr")
    if properties is None:
        properties = ET.SubElement(cell, A + "tcPr")
    margin, space = str(look.CELL_MARGIN * look.EMU), str(look.ROW_SPACE * look.EMU)
    properties.attrib.update({"marL": margin, "marR": margin, "marT": space, "marB": space, "anchor": "b" if head else "t"})
    properties[:] = [line_below(1, docx_look.INK) if head else line_below(.5, docx_look.LINE)]
    for run in cell.iter(A + "rPr"):
        if head:
            run.set("b", "1")


class Table:
    def __init__(self, frame, slide):
        self.frame = frame
        self.rows = frame.findall(f".//{A}tr")
        self.widths = widths_of(len(self.rows[0].findall(A + "tc")), slide["viser-nr"], slide["viser-kommentar"])

    def finish(self, alternative):
        self.frame.find(f"{P}nvGraphicFramePr/{P}cNvPr").set("descr", alternative)
        properties = self.frame.find(f".//{A}tblPr")
        properties.attrib.clear()
        properties.set("firstRow", "1")
        properties.find(A + "tableStyleId").text = NO_STYLE
        for column, width in zip(self.frame.iter(A + "gridCol"), self.widths):
            column.set("w", str(width * look.EMU))
        for number, row in enumerate(self.rows):
            for cell in row.findall(A + "tc"):
                break_lines(cell)
                look_of_cell(cell, number == 0)

    def heights(self, scale):
        sizes = [look.HEAD_SIZE, *[look.CELL_SIZE] * (len(self.rows) - 1)]
        return [row_height(row.findall(A + "tc"), self.widths, size * scale, number == 0)
                for number, (row, size) in enumerate(zip(self.rows, sizes))]

    def put(self, top, scale):
        heights = self.heights(scale)
        for number, (row, height) in enumerate(zip(self.rows, heights)):
            row.set("h", str(round(height * look.EMU)))
            set_size(row, (look.HEAD_SIZE if number == 0 else look.CELL_SIZE) * scale)
        old = self.frame.find(P + "xfrm")
        self.frame[list(self.frame).index(old)] = look.place(look.LEFT, top, look.WIDTH, sum(heights), P)


# --- slides ---

def number_of_slide(tree, number, language):
    """The place of a slide at its foot, as an element."""
    highest = max(int(shape.get("id")) for shape in tree.iter(P + "cNvPr"))
    return ET.fromstring(
        f'<p:sp xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:nvSpPr><p:cNvPr id="{highest + 1}" name="Slide Number {highest}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr>'
        '<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{C5EF2332-01BF-834F-8236-50238282D533}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>')


def finish_title(tree):
    """The line below the title, and what it is made from, smaller. pandoc leaves room for an author and a day."""
    paragraph = look.shapes(tree)["subTitle"].find(f".//{A}p")
    while len(paragraph) and paragraph[-1].tag == A + "br":
        paragraph.remove(paragraph[-1])
    size = 14
    for part in paragraph:
        size = 10 if part.tag == A + "br" else size
        for properties in part.iter(A + "rPr"):
            properties.set("sz", str(size * 100))
            properties.insert(0, ET.fromstring(
                f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="tx2"/></a:solidFill>'))


def lay_out(points, table):
    """What does not fit at the usual size is smaller, all alike."""
    scale = 1
    while True:
        above = height_of_points(points, look.POINT_SIZE * scale) if points is not None else 0
        gap = look.GAP if points is not None and table else 0
        if above + gap + (sum(table.heights(scale)) if table else 0) <= look.HEIGHT or scale < .3:
            return scale, above, gap
        scale -= .05


def finish_slide(tree, slide, words):
    shapes, frame = look.shapes(tree), tree.find(f".//{P}graphicFrame")
    table = None if frame is None else Table(frame, slide)
    points = shapes.get("body") if "body" in shapes else shapes.get("1")
    if table:
        table.finish(f"{words['status-tiltak']}: {slide['tittel']}")
    if points is not None and not list(points.iter(A + "p")):
        points = None
    look.put(shapes["title"])
    scale, above, gap = lay_out(points, table)
    if points is not None:
        look.put(points, look.LEFT, look.TOP, look.WIDTH, above if table else look.HEIGHT)
        if scale < 1:
            set_size(points, look.POINT_SIZE * scale)
    if table:
        table.put(look.TOP + above + gap, scale)
    if lines_of(slide["tittel"], look.WIDTH, look.TITLE_SIZE, True) > 2:
        set_size(shapes["title"], look.TITLE_SIZE * .75)


def finish_slides(parts, facts, language, words):
    for number in range(1, len(facts["lysark"]) + 2):
        name, relations_name = f"ppt/slides/slide{number}.xml", f"ppt/slides/_rels/slide{number}.xml.rels"
        tree, relations = ET.fromstring(parts[name]), ET.fromstring(parts[relations_name])
        drop_relative_links(tree, relations)
        if number == 1:
            finish_title(tree)
        else:
            finish_slide(tree, facts["lysark"][number - 2], words)
            if "sldNum" not in look.shapes(tree):
                tree.find(f"{P}cSld/{P}spTree").append(number_of_slide(tree, number, language))
        set_language(tree, language)
        for properties in tree.iter(A + "rPr"):
            properties[:] = sorted(properties, key=lambda part: RUN_ORDER.index(part.tag) if part.tag in RUN_ORDER else 0)
        parts[name] = ET.tostring(tree, "UTF-8", xml_declaration=True)
        ET.register_namespace("", RELATIONS[1:-1])
        parts[relations_name] = ET.tostring(relations, "UTF-8", xml_declaration=True)


def finish(parts, facts, language, words):
    """Changes the parts of the PPTX (name: bytes) that pandoc made."""
    notes = [name for name in parts if re.fullmatch(r"ppt/notesSlides/notesSlide\d+\.xml", name)]
    finish_slides(parts, facts, language, words)
    for name in [*notes, "ppt/presentation.xml"]:
        tree = ET.fromstring(parts[name])
        set_language(tree, language)
        parts[name] = ET.tostring(tree, "UTF-8", xml_declaration=True)
    core = ET.fromstring(parts["docProps/core.xml"])
    core.find("{%s}title" % CORE["dc"]).text = facts["tittel"]
    core.find("{%s}creator" % CORE["dc"]).text = facts["fellesskap"]
    ET.SubElement(core, "{%s}language" % CORE["dc"]).text = language
    office.set_dates(core, facts.get("dato"))
    parts["docProps/core.xml"] = ET.tostring(core, "UTF-8", xml_declaration=True)
    parts["docProps/app.xml"] = APP.format(slides=len(facts["lysark"]) + 1, notes=len(notes)).encode()


def convert(source, target):
    """Makes `target`, a PPTX, of `source`, Markdown."""
    facts = json.loads(pathlib.Path(source).with_suffix(".json").read_text("utf-8"))
    with tempfile.NamedTemporaryFile(suffix=".pptx") as reference:
        office.pack(look.reference(), reference)
        reference.flush()
        parts = office.unpack(office.pandoc(
            ["--from", "json", "--to", "pptx", "--slide-level=2", "--reference-doc", reference.name, "--output", "-"],
            source_of(pathlib.Path(source).read_bytes(), facts)))
    finish(parts, facts, office.LANGUAGES[facts["språk"]], labels.read(facts["språk"]))
    office.pack(parts, target)
