# SPDX-License-Identifier: MIT
"""How a Word document looks: paper, fonts, colours, styles, head and foot of the page; as the XML parts of a DOCX.

Lengths are twentieths of a point, as in the format; sizes of type in points.
"""
from xml.sax.saxutils import escape

INK, SOFT, BAR, LINE, BAND, LINK = "16211F", "52605D", "1F6F63", "CFD8D5", "EEF4F2", "0F5C50"
FONT = "Arial"  # Liberation Sans, where there is no Arial, is as wide
LIST_STEP = 397
CELL_MARGIN = 85
TABLE_SIZE, SMALL_TABLE_SIZE = 9, 8

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{{0}} xmlns:w="{NAMESPACE}">{{1}}</w:{{0}}>'


class Page:
    def __init__(self, landscape):
        self.landscape = landscape
        self.width, self.height = (16838, 11906) if landscape else (11906, 16838)
        self.side, self.top, self.bottom = (680, 1020, 964) if landscape else (1134, 1304, 1191)
        self.text_width = self.width - 2 * self.side

    def section(self, header, footer):
        """The first page has a foot, and no head."""
        orient = ' w:orient="landscape"' if self.landscape else ""
        return (
            f'<w:sectPr xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"><w:headerReference w:type="default" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{footer}"/><w:footerReference w:type="first" r:id="{footer}"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{orient}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.side}" w:bottom="{self.bottom}" w:left="{self.side}"'
            ' w:header="567" w:footer="510" w:gutter="0"/><w:titlePg/></w:sectPr>'
        )

    def header(self, left, right):
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{self.text_width}"/></w:tabs>'
        return HEAD.format("hdr", (
            f'<w:p><w:pPr><w:pStyle w:val="Header"/>{tabs}</w:pPr><w:r><w:t>{escape(left)}</w:t></w:r>'
            f"<w:r><w:tab/><w:t>{escape(right)}</w:t></w:r></w:p>"
        ))

    def footer(self, page_word, of_word):
        """Page x of y."""
        def field(name):
            return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

        def words(text):
            return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

        return HEAD.format("ftr", (
            '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
            f'{words(page_word + " ")}{field("PAGE")}{words(f" {of_word} ")}{field("NUMPAGES")}</w:p>'
        ))


def paragraph(name, based, *, before=None, after=None, line=None, keep=False, jc="", more="", run="", after_it=""):
    spacing = "".join(
        f' w:{key}="{value}"' for key, value in (("before", before), ("after", after), ("line", line)) if value is not None
    )
    spacing = f'<w:spacing{spacing}{" w:lineRule=" + chr(34) + "auto" + chr(34) if line else ""}/>' if spacing else ""
    keep = "<w:keepNext/><w:keepLines/>" if keep else ""
    jc = f'<w:jc w:val="{jc}"/>' if jc else ""
    identity = name.title().replace(" ", "")
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    following = f'<w:next w:val="{after_it}"/>' if after_it else ""
    default = ' w:default="1"' if not based else ""
    borders, _, indents = more.partition("|")  # what is before and after the spacing
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{base}{following}<w:qFormat/>'
        f"<w:pPr>{keep}{borders}{spacing}{indents}{jc}{OUTLINE.get(identity, '')}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def character(name, run):
    identity = name.title().replace(" ", "")
    return (
        f'<w:style w:type="character" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
    )


def type_of(points=None, color="", bold=False, italic=False):
    return (
        ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>' if points else "")
    )


def border(side, size=4, color=LINE, space=0):
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


OUTLINE = {f"Heading{level}": f'<w:outlineLvl w:val="{level - 1}"/>' for level in range(1, 7)}
BAR_ABOVE = f'<w:pBdr>{border("top", 24, BAR, 8)}</w:pBdr>'
LINE_ABOVE = f'<w:pBdr>{border("top", 4, LINE, 6)}</w:pBdr>'
NO_HYPHENS = "<w:suppressAutoHyphens/>"
HYPHENS = '<w:suppressAutoHyphens w:val="0"/>'
MONO = '<w:rFonts w:ascii="Liberation Mono" w:hAnsi="Liberation Mono" w:cs="Liberation Mono"/>'

# The names are those that pandoc gives its paragraphs, and from "facts" on, our own.
STYLES = [
    paragraph("Normal", "", more=NO_HYPHENS),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    paragraph("Body Text", "Normal", after=120),
    paragraph("First Paragraph", "BodyText"),
    paragraph("Compact", "BodyText", after=40),
    paragraph("heading 1", "Normal", after=60, keep=True, more=BAR_ABOVE, run=type_of(20, INK, True), after_it="BodyText"),
    paragraph("heading 2", "Normal", before=360, after=100, keep=True, run=type_of(14, BAR, True), after_it="BodyText"),
    paragraph("heading 3", "Normal", before=260, after=80, keep=True, run=type_of(11.5, INK, True), after_it="BodyText"),
    *(paragraph(f"heading {level}", "Normal", before=200, after=60, keep=True, run=type_of(10.5, SOFT, True),
                after_it="BodyText") for level in (4, 5, 6)),
    paragraph("Subtitle", "Normal", after=160, run=type_of(11, SOFT), after_it="BodyText"),
    paragraph("Block Text", "BodyText", more=f'<w:pBdr>{border("left", 18, LINE, 10)}</w:pBdr>|<w:ind w:left="284"/>',
              run=type_of(color=SOFT)),
    paragraph("Source Code", "Normal", after=120, run=MONO + type_of(9)),
    paragraph("Table Caption", "Normal", before=120, after=60, keep=True, run=type_of(9.5, SOFT)),
    paragraph("header", "Normal", after=0, run=type_of(8, SOFT)),
    paragraph("footer", "Normal", after=0, jc="right", run=type_of(8, SOFT)),
    paragraph("facts", "Normal", after=20, more='<w:tabs><w:tab w:val="left" w:pos="2041"/></w:tabs>|'
              '<w:ind w:left="2041" w:hanging="2041"/>'),
    paragraph("table text", "Normal", before=30, after=30, line=245, more=HYPHENS, run=type_of(TABLE_SIZE)),
    paragraph("table text small", "TableText", more=HYPHENS, run=type_of(SMALL_TABLE_SIZE)),
    paragraph("made from", "Normal", before=360, more=LINE_ABOVE, run=type_of(8, SOFT)),
    character("Hyperlink", f'<w:color w:val="{LINK}"/><w:u w:val="single"/>'),
    character("Verbatim Char", MONO),
    character("Case Title", type_of(color=INK)),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    f'<w:tblPr><w:tblBorders>{border("bottom")}{border("insideH")}</w:tblBorders><w:tblCellMar>'
    f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    f'{border("bottom", 8, INK)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>',
]


def styles(language):
    return HEAD.format("styles", (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        f'{type_of(10.5, INK)}<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + "".join(STYLES)
    ))


def settings(language):
    """Compatibility mode 15 is that of Word 2013 and later; the footnotes are the two lines that pandoc always writes."""
    return HEAD.format("settings", (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:hyphenationZone w:val="284"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    ))
