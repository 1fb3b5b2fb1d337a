# SPDX-License-Identifier: MIT
"""How slides look: the file after which pandoc makes them, its own with our type, colours and places; and those of tables.

Lengths are points on a slide that is 720 wide and 405 high, as in lib/view/status/slides.c, which divides by them what
does not fit on one.
"""
import re
import xml.etree.ElementTree as ET

import docx_look
import office

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
for prefix, namespace in (("a", A), ("p", P), ("r", R)):
    ET.register_namespace(prefix, namespace[1:-1])

EMU = 12700  # of a point
LEFT, WIDTH = 36, 648
TITLE_TOP, TITLE_HEIGHT, TITLE_SIZE = 16, 62, 24
TOP, HEIGHT = 84, 294
POINT_SIZE, POINT_SPACE, POINT_STEP = 18, 5, 18
CELL_SIZE, HEAD_SIZE, CELL_MARGIN, ROW_SPACE = 12, 10, 7, 3
LINE = 1.2  # of the size
GAP = 12  # between points and table
NUMBER, TITLE, STATUS = 62, 178, 92  # columns; what is left is the comment's, or the title's
COLOURS = {"dk1": docx_look.INK, "lt1": "FFFFFF", "dk2": docx_look.SOFT, "lt2": docx_look.BAND, "accent1": docx_look.BAR,
           "hlink": docx_look.LINK, "folHlink": docx_look.LINK}


def place(x, y, width, height, kind=A):
    """An element that says where something is."""
    frame = ET.Element(kind + "xfrm")
    ET.SubElement(frame, A + "off", x=str(round(x * EMU)), y=str(round(y * EMU)))
    ET.SubElement(frame, A + "ext", cx=str(round(width * EMU)), cy=str(round(height * EMU)))
    return frame


def shapes(tree):
    """The shapes of a slide or a layout by what they are for: "title", "body", "2" …; what has no kind is its number."""
    found = {}
    for shape in tree.iter(P + "sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if holder is not None:
            found[holder.get("type") or holder.get("idx")] = shape
    return found


def put(shape, *where):
    properties = shape.find(P + "spPr")
    for old in properties.findall(A + "xfrm"):
        properties.remove(old)
    if where:
        properties.insert(0, place(*where))


def like_master(shape):
    """What a layout says of type is the master's."""
    styles = shape.find(f"{P}txBody/{A}lstStyle")
    styles[:] = []
    shape.find(f"{P}txBody/{A}bodyPr").attrib.clear()


def look_of_theme(theme):
    for name, colour in COLOURS.items():
        slot = theme.find(f".//{A}clrScheme/{A}{name}")
        slot[:] = [ET.Element(A + "srgbClr", val=colour)]
    for font in ("majorFont", "minorFont"):
        theme.find(f".//{A}{font}/{A}latin").set("typeface", docx_look.FONT)


def look_of_master(master):
    parts = shapes(master)
    put(parts["title"], LEFT, TITLE_TOP, WIDTH, TITLE_HEIGHT)
    put(parts["body"], LEFT, TOP, WIDTH, HEIGHT)
    for name in ("title", "body"):
        frame = parts[name].find(f"{P}txBody/{A}bodyPr")
        frame.attrib.update({"lIns": "0", "rIns": "0", "tIns": "0", "bIns": "0", "anchor": "ctr" if name == "title" else "t"})
        frame[:] = []  # what is too much is made smaller when the slide is made
    title = master.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr")
    title.set("algn", "l")
    title.find(A + "defRPr").attrib.update({"sz": str(TITLE_SIZE * 100), "b": "1"})
    for level, style in enumerate(master.find(f"{P}txStyles/{P}bodyStyle")):
        style.attrib.update({"marL": str((level + 1) * POINT_STEP * EMU), "indent": str(-POINT_STEP * EMU)})
        style.find(A + "spcBef")[:] = [ET.Element(A + "spcPts", val=str(POINT_SPACE * 100 if level == 0 else 0))]
        style.find(A + "defRPr").set("sz", str(POINT_SIZE * 100))


def look_of_layout(layout):
    parts = shapes(layout)
    name = layout.find(P + "cSld").get("name")
    if name == "Title Slide":
        put(parts["ctrTitle"], LEFT, 110, WIDTH, 90)
        parts["ctrTitle"].find(f"{P}txBody/{A}bodyPr").set("anchor", "b")
        put(parts["subTitle"], LEFT, 212, WIDTH, 60)
        like_master(parts["subTitle"])
    elif name == "Content with Caption":
        for part in (parts["title"], parts["1"], parts["body"]):
            like_master(part)
        put(parts["title"])
        put(parts["body"], LEFT, TOP, WIDTH, HEIGHT / 2)
        put(parts["1"], LEFT, TOP + HEIGHT / 2, WIDTH, HEIGHT / 2)


def reference():
    """The file after which pandoc makes slides, as bytes: {name: bytes}."""
    parts = office.unpack(office.pandoc(["--print-default-data-file", "reference.pptx"], b""))
    looks = (("ppt/theme/theme1.xml", look_of_theme), ("ppt/slideMasters/slideMaster1.xml", look_of_master),
             (r"ppt/slideLayouts/slideLayout\d+\.xml", look_of_layout))
    for name in parts:
        for pattern, look in looks:
            if re.fullmatch(pattern, name):
                tree = ET.fromstring(parts[name])
                look(tree)
                parts[name] = ET.tostring(tree, "UTF-8", xml_declaration=True)
    return parts
