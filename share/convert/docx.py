# SPDX-License-Identifier: MIT
"""A Word document of Markdown, with pandoc; the same bytes every time.

Language and title come from FILE.json, which every command writes beside FILE.md. What pandoc cannot do is done to
the document that it makes: the look (docx_look.py), tables whose columns fit their words, a case with its number and
title in one heading; in a packet it begins a new page.
"""
import copy
import json
import pathlib
import re
import xml.etree.ElementTree as ET

import docx_look as look
import labels
import office

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
W = "{" + look.NAMESPACE + "}"
R = "{" + look.RELATIONS + "}"
for prefix, uri in {
    "w": look.NAMESPACE, "r": look.RELATIONS, "m": OFFICE + "/math", "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml", "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}.items():
    ET.register_namespace(prefix, uri)

# The order that the format asks for, and pandoc does not keep.
PARAGRAPH_ORDER = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "spacing", "ind", "jc"]
RUN_ORDER = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "sz", "szCs", "u", "vertAlign"]
PANDOC_LIST_STEP = 720


def text_of(element):
    return "".join(part.text or "" for part in element.iter(W + "t"))


def property_of(paragraph, name, **attributes):
    """Sets a property of a paragraph; returns it."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = ET.Element(W + "pPr")
        paragraph.insert(0, properties)
    found = properties.find(W + name)
    if found is None:
        found = ET.SubElement(properties, W + name)
    found.attrib.update({W + key: str(value) for key, value in attributes.items()})
    return found


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(W + "val")


def level_of(paragraph):
    """How deep in lists a paragraph stands; 0 outside."""
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return 0 if level is None else int(level.get(W + "val")) + 1


def list_of(paragraph):
    """The number of the list that a paragraph stands in; pandoc gives each its own."""
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    return None if number is None else number.get(W + "val")


def level_of_table(table):
    """How deep in lists a table stands. pandoc 2 numbers the paragraphs in its cells, pandoc 3 indents the table."""
    indent = table.find(f"{W}tblPr/{W}tblInd")
    steps = 0 if indent is None else int(indent.get(W + "w")) // PANDOC_LIST_STEP
    return max([steps, *(level_of(paragraph) for paragraph in table.iter(W + "p"))])


def leave_list(paragraph):
    properties = paragraph.find(W + "pPr")
    for number in [] if properties is None else properties.findall(W + "numPr"):
        properties.remove(number)


def is_bold(element):
    runs = [run for run in element.iter(W + "r") if text_of(run).strip()]
    return bool(runs) and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)


# --- tables ---

TOGETHER = 8  # a table of at most so many rows stays on one page


def measure(text, size, bold):
    """The width of a text of so many points, in twentieths of one."""
    return office.measure(text, 20 * size, bold)


def fit(least, most, available):
    """Widths that sum up to what is available: no column narrower than its longest word, if that is possible."""
    if sum(least) >= available:
        return [width * available / sum(least) for width in least]
    if sum(most) <= available:
        # What is left over goes to the columns of words, not to those of numbers and short marks.
        weights = [width if width > 1400 else 0 for width in most]
        if not any(weights):
            weights = most
        return [width + (available - sum(most)) * weight / sum(weights) for width, weight in zip(most, weights)]
    # A long text gets more, but less than its length asks for: its lines are many, those of the others few.
    weights = [(wide - narrow) ** 0.8 for narrow, wide in zip(least, most)]
    widths, free = list(least), available - sum(least)
    while free > 1 and any(weights):
        share, total = free, sum(weights)
        for column, weight in enumerate(weights):
            more = min(share * weight / total, most[column] - widths[column])
            widths[column] += more
            free -= more
            if most[column] - widths[column] < 1:
                weights[column] = 0
    return widths


def colour_bars(cell):
    """▬▬, ·▬, ◦◦ above a year's word, in the colour of the plan's bars."""
    for run in list(cell.iter(W + "r")):
        text = run.find(W + "t")
        found = re.match("[▬·◦]{2}", "" if text is None else text.text or "")
        if found:
            paragraph = next(p for p in cell.iter(W + "p") if run in list(p))
            bar = ET.fromstring(f'<w:r xmlns:w="{look.NAMESPACE}"><w:rPr><w:color w:val="{look.BAR}"/></w:rPr><w:t/></w:r>')
            bar.find(W + "t").text = found[0]
            ET.SubElement(bar, W + "br")
            text.text = text.text[2:].lstrip(" ")
            paragraph.insert(list(paragraph).index(run), bar)


def break_lines(cell, comment):
    """A cell's items ("• …"; "◦ …" and "▪ …" are set in) and its comment on lines of their own, as they were written."""
    begun = False
    for run in cell.iter(W + "r"):
        for text in run.findall(W + "t"):
            lines = re.split(rf" (?=[•◦▪] )|(?<! )(?=[•◦▪] )| (?={re.escape(comment)}: )", text.text or "")
            text.text = lines[0]
            place = list(run).index(text) + 1
            for line in lines[1:]:
                if begun or lines[0]:
                    run.insert(place, ET.Element(W + "br"))
                    place += 1
                more = ET.Element(W + "t", text.attrib)
                more.text = "\u2003" * ("•◦▪".find(line[0]) if line else 0) + line
                run.insert(place, more)
                place += 1
                begun = True
            begun = begun or bool(text.text)


def span_empty(row):
    """A row whose first cell is bold is a heading among the rows: its words reach over the empty cells after them."""
    words, rest = None, row.findall(W + "tc")[1:]
    for cell in rest:
        if words is None or text_of(cell).strip():
            words, span = cell, 1
            continue
        span += 1
        row.remove(cell)
        properties = words.find(W + "tcPr")
        if properties.find(W + "gridSpan") is None:
            ET.SubElement(properties, W + "gridSpan")
        properties.find(W + "gridSpan").set(W + "val", str(span))


def finish_row(row, style, comment, first, keep):
    properties = row.find(W + "trPr")
    if properties is None:
        properties = ET.Element(W + "trPr")
        row.insert(0, properties)
    properties.insert(0, ET.Element(W + "cantSplit"))
    heading = not first and is_bold(row.find(W + "tc"))
    if heading:
        span_empty(row)
    for cell in row.findall(W + "tc"):
        colour_bars(cell)
        break_lines(cell, comment)
        if first or heading:
            shade = ET.SubElement(cell.find(W + "tcPr"), W + "shd")
            shade.attrib.update({W + "val": "clear", W + "color": "auto", W + "fill": look.BAND})
        for paragraph in cell.iter(W + "p"):
            leave_list(paragraph)
            property_of(paragraph, "pStyle", val=style)
            if first or heading or keep:
                property_of(paragraph, "keepNext")


class Measured:
    """A table, and for each column how wide its longest word is, and its longest cell."""

    def __init__(self, table):
        self.table = table
        rows = [row.findall(W + "tc") for row in table.findall(W + "tr")]
        self.columns = len(rows[0])
        self.small = self.columns > 6
        self.level = level_of_table(table)
        self.least, self.most = [0] * self.columns, [0] * self.columns
        size = look.SMALL_TABLE_SIZE if self.small else look.TABLE_SIZE
        for number, cells in enumerate(rows):
            heading = number > 0 and is_bold(cells[0])
            for column, cell in enumerate(cells[:1] if heading else cells):
                bold = number == 0 or is_bold(cell)
                margin = 2 * look.CELL_MARGIN + 30
                text = text_of(cell)
                longest = max(measure(word, size, bold) for word in text.split(" "))
                self.least[column] = max(self.least[column], longest + margin)
                self.most[column] = max(self.most[column], measure(text, size, bold) + margin)
        years = [column for column, cell in enumerate(rows[0]) if re.fullmatch(r"\d{4}", text_of(cell).strip())]
        for column in years:  # a bar, and words below it
            self.least[column] = self.most[column] = max(self.least[year] for year in years)


def measure_tables(body):
    """Large tables with as many columns are parts of one: their columns are as wide as each other's."""
    tables = {table: Measured(table) for table in body.iter(W + "tbl")}
    groups = {}
    for table in tables.values():
        if table.small:
            groups.setdefault((table.columns, table.level), []).append(table)
    for group in groups.values():
        least = [max(widths) for widths in zip(*(table.least for table in group))]
        most = [max(widths) for widths in zip(*(table.most for table in group))]
        for table in group:
            table.least, table.most = least, most
    return tables


def finish_table(measured, available, comment):
    table = measured.table
    indent = look.LIST_STEP * measured.level
    widths = [round(width) for width in fit(measured.least, measured.most, available - indent)]
    style = "TableTextSmall" if measured.small else "TableText"
    rows = table.findall(W + "tr")
    together = not measured.small and len(rows) <= TOGETHER
    for number, row in enumerate(rows):
        finish_row(row, style, comment, number == 0, together and row is not rows[-1])
        column = 0
        for cell in row.findall(W + "tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            end = column + (1 if span is None else int(span.get(W + "val")))
            width = ET.Element(W + "tcW", {W + "w": str(sum(widths[column:end])), W + "type": "dxa"})
            cell.find(W + "tcPr").insert(0, width)
            column = end
    for grid, width in zip(table.iter(W + "gridCol"), widths):
        grid.set(W + "w", str(width))
    table.remove(table.find(W + "tblPr"))
    table.insert(0, ET.fromstring(
        f'<w:tblPr xmlns:w="{look.NAMESPACE}"><w:tblStyle w:val="Table"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
    ))


# --- the document ---

def as_fact(paragraph):
    """"Dato: 29. oktober", an item of the list at the head of a document or a case: the word, and the rest after a tab."""
    text, *others = paragraph.iter(W + "t")
    run = next(run for run in paragraph.iter(W + "r") if text in list(run))
    label, colon, rest = text.text.partition(":")
    if not colon or rest and rest[0] != " ":
        return
    text.text = label
    place = list(run).index(text) + 1
    run.insert(place, ET.Element(W + "tab"))
    if rest.strip():
        more = ET.Element(W + "t")
        more.text = rest[1:]
        run.insert(place + 1, more)
    elif others:
        others[0].text = others[0].text.lstrip(" ")
    leave_list(paragraph)
    property_of(paragraph, "pStyle", val="Facts")


def add_title(heading, title):
    """Makes the title of a case, a paragraph after the heading that has its number, a part of that heading."""
    for run in title.findall(f".//{W}r"):
        properties = run.find(W + "rPr")
        for part in list(properties) if properties is not None else ():
            if part.tag in (W + "b", W + "bCs"):
                properties.remove(part)
        if properties is None:
            properties = ET.Element(W + "rPr")
            run.insert(0, properties)
        if properties.find(W + "rStyle") is None:
            properties.insert(0, ET.Element(W + "rStyle", {W + "val": "CaseTitle"}))
    space = ET.SubElement(ET.SubElement(heading, W + "r"), W + "t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    space.text = " "
    heading.extend(part for part in title if part.tag != W + "pPr")


def keep_first_case(body):
    """The first case of a packet is after the contents where it has place as a whole."""
    cases = [paragraph for paragraph in body.iter(W + "p") if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    if not cases:
        return
    properties = cases[0].find(W + "pPr")
    properties.remove(properties.find(W + "pageBreakBefore"))
    parts = list(body)
    end = parts.index(cases[1]) if len(cases) > 1 else len(parts)
    paragraphs = [paragraph for part in parts[parts.index(cases[0]):end] for paragraph in part.iter(W + "p")]
    for paragraph in paragraphs[:-1]:
        property_of(paragraph, "keepNext")


def finish_body(body, page, comment, paper):
    tables = measure_tables(body)
    last = name = ""  # the style of the paragraph before, and the name of the heading
    before = None     # that paragraph
    depth = 0         # how deep in lists it stands
    facts = None      # at the head of the document or of a case: the list of its facts, "" before it
    for element in list(body):
        if element.tag == W + "bookmarkStart":
            name = element.get(W + "name")
        elif element.tag == W + "tbl":
            finish_table(tables[element], page.text_width, comment)
            if before is not None:
                property_of(before, "keepNext")
                if depth:
                    property_of(before, "spacing", after=120)
                elif text_of(before).startswith("Tabell: "):
                    property_of(before, "pStyle", val="TableCaption")
            last, before, depth = "table", None, 0
        elif element.tag == W + "p":
            style, level = style_of(element), level_of(element)
            if style.startswith("Heading"):
                case = style == "Heading2" and name.startswith("sak-")
                facts = "" if case or style == "Heading1" else None
                if case:
                    style = "case"
                if case and paper == "sakspapirer":
                    property_of(element, "pageBreakBefore")
            elif element.find(f".//{W}pict") is not None:  # pandoc's line across the page
                body.remove(element)
                continue
            elif last == "Heading1":
                property_of(element, "pStyle", val="Subtitle")
            elif last == "case" and is_bold(element):
                add_title(before, element)
                body.remove(element)
                last = "title"
                continue
            elif level == 1 and facts in ("", list_of(element)):
                facts = list_of(element)
                as_fact(element)
            elif last == "table":
                property_of(element, "spacing", before=160)
            elif level < depth:
                property_of(element, "spacing", before=120)
            elif level > depth and before is not None and text_of(before).endswith(":"):
                property_of(before, "keepNext")
            last, before, depth = style, element, level
    keep_first_case(body)
    paragraphs = body.findall(W + "p")
    if paragraphs and paragraphs[-1].find(f".//{W}rStyle[@{W}val='VerbatimChar']") is not None:
        property_of(paragraphs[-1], "pStyle", val="MadeFrom")


def drop_relative_links(document, relations):
    """A file that is sent has no files beside it: links to other documents become their words, as in the PDF."""
    outside = {}
    for relation in list(relations):
        if relation.get("TargetMode") == "External" and not re.match("https?:|mailto:", relation.get("Target")):
            outside[relation.get("Id")] = relation
            relations.remove(relation)
    for parent in list(document.iter()):
        for link in [child for child in parent if child.tag == W + "hyperlink" and child.get(R + "id") in outside]:
            place = list(parent).index(link)
            parent.remove(link)
            for run in reversed(list(link)):
                properties = run.find(W + "rPr")
                style = None if properties is None else properties.find(W + "rStyle")
                if style is not None:
                    properties.remove(style)
                parent.insert(place, run)


def put_in_order(document):
    for kind, order in (("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER)):
        order = {W + name: place for place, name in enumerate(order)}
        for properties in document.iter(W + kind):
            properties[:] = sorted(properties, key=lambda part: order.get(part.tag, len(order)))


def bullets_around(body, is_ordered):
    """How many lists that are not numbered are around each numbered one, by the number of the list.

    pandoc gives each list a number of its own; the further paragraphs of an item have one of a list without marks.
    """
    around, open_lists = {}, []
    for paragraph in body.findall(W + "p"):
        name, level = list_of(paragraph), level_of(paragraph)
        open_lists = open_lists[:level]
        if name not in is_ordered:
            continue
        open_lists[level - 1:] = [is_ordered[name]]
        if is_ordered[name]:
            around.setdefault(name, open_lists.count(False))
    return around


def look_of_levels(abstract, bullets):
    """Narrower steps than pandoc's; an ordered list in another is a, b, c, one in that i, ii, iii."""
    formats = ["decimal", "lowerLetter", "lowerRoman"]
    for level in abstract.iter(W + "lvl"):
        depth = int(level.get(W + "ilvl"))
        indent = level.find(f"{W}pPr/{W}ind")
        indent.attrib.update({W + "left": str(look.LIST_STEP * (depth + 1)), W + "hanging": str(look.LIST_STEP)})
        kind = level.find(W + "numFmt")
        if kind.get(W + "val") == "decimal":
            kind.set(W + "val", formats[min(max(depth - bullets, 0), 2)])


def finish_numbering(body, numbering):
    """How a list is numbered goes by the numbered lists around it: each count of bullets between has a look of its own."""
    abstracts = {abstract.get(W + "abstractNumId"): abstract for abstract in numbering.findall(W + "abstractNum")}
    ordered = {name: abstract.find(f"{W}lvl/{W}numFmt").get(W + "val") == "decimal" for name, abstract in abstracts.items()}
    marked = {name: abstract.find(f"{W}lvl/{W}lvlText").get(W + "val").strip() != "" for name, abstract in abstracts.items()}
    lists = {number.get(W + "numId"): number.find(W + "abstractNumId") for number in numbering.findall(W + "num")}
    around = bullets_around(body, {name: ordered[of.get(W + "val")] for name, of in lists.items() if marked[of.get(W + "val")]})
    looks = {}
    for name, bullets in around.items():
        of = lists[name].get(W + "val")
        if bullets and (of, bullets) not in looks:
            looks[of, bullets] = copy.deepcopy(abstracts[of])
            looks[of, bullets].set(W + "abstractNumId", f"{of}{bullets}")
            looks[of, bullets].find(W + "nsid").set(W + "val", f"{0xB0000000 + 16 * int(of) + bullets:08X}")
            numbering.insert(list(numbering).index(abstracts[of]) + 1, looks[of, bullets])
            look_of_levels(looks[of, bullets], bullets)
        if bullets:
            lists[name].set(W + "val", f"{of}{bullets}")
    for abstract in abstracts.values():
        look_of_levels(abstract, 0)


def finish(parts, facts, language, words):
    """Changes the parts of the DOCX (name: bytes) that pandoc made."""
    page = look.Page(landscape=facts["dokument"] == "handlingsplan")
    trees = {name: ET.fromstring(parts[name]) for name in (
        "word/document.xml", "word/_rels/document.xml.rels", "word/numbering.xml", "docProps/core.xml", "[Content_Types].xml",
    )}
    document, relations, numbering, core, types = trees.values()

    drop_relative_links(document, relations)
    body = document.find(W + "body")
    finish_numbering(body, numbering)
    finish_body(body, page, words["plan-kommentar"], facts["dokument"])
    body.remove(body.find(W + "sectPr"))
    body.append(ET.fromstring(page.section("header", "footer")))
    put_in_order(document)
    core.find("{http://purl.org/dc/elements/1.1/}title").text = facts["tittel"]
    core.find("{http://purl.org/dc/elements/1.1/}creator").text = facts["fellesskap"]
    office.set_dates(core, facts.get("dato"))
    for part in ("header", "footer"):
        ET.SubElement(relations, relations[0].tag, Id=part, Type=f"{look.RELATIONS}/{part}", Target=f"{part}.xml")
        ET.SubElement(types, types[-1].tag, PartName=f"/word/{part}.xml",
                      ContentType=f"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml")

    for name, tree in trees.items():
        if name.endswith((".rels", "Types].xml")):  # Word wants these without a prefix
            ET.register_namespace("", tree.tag[1:].partition("}")[0])
        parts[name] = ET.tostring(tree, "UTF-8", xml_declaration=True)
    parts["word/styles.xml"] = look.styles(language).encode()
    parts["word/settings.xml"] = look.settings(language).encode()
    parts["word/header.xml"] = page.header(facts["fellesskap"], facts["tittel"]).encode()
    parts["word/footer.xml"] = page.footer(words["side"], words["av"]).encode()


def convert(source, target):
    """Makes `target`, a DOCX, of `source`, Markdown."""
    facts = json.loads(pathlib.Path(source).with_suffix(".json").read_text("utf-8"))
    language = office.LANGUAGES[facts["språk"]]
    parts = office.unpack(office.pandoc(
        ["--from", "gfm", "--to", "docx", "--no-highlight", "--metadata", f"lang={language}", "--output", "-"],
        pathlib.Path(source).read_bytes()))
    finish(parts, facts, language, labels.read(facts["språk"]))
    office.pack(parts, target)
