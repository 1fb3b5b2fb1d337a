# SPDX-License-Identifier: MIT
"""PDFs that break one clause each. What breaks nothing in a file, because it has no such thing, counts for the others."""
import pathlib
import shutil
import tempfile

import clauses
import heard
import pikepdf
from pikepdf import Array, Dictionary, Name, String


def first(pdf, *kinds):
    """The first element of these kinds."""
    found = [element for element in clauses.File(pdf).elements if element.kind in kinds]
    return found[0].data if found else None


def on_page(pdf, change):
    """Changes the bytes of the last page."""
    page = pdf.pages[-1]
    page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))


def delete(holder, key):
    if holder is not None and key in holder:
        del holder[key]


def rename(element, name):
    if element is not None:
        element.S = Name(name)


def first_link(pdf):
    return next((each for _, each in clauses.File(pdf).annotations() if each.get("/Subtype") == "/Link"), None)


def rescope(pdf):
    head = first(pdf, "TH")
    if head is not None:
        delete(head, "/A")


def move_caption(pdf):
    caption = first(pdf, "Caption")
    if caption is not None:
        caption.P.K = Array([*list(caption.P.K)[1:], caption])


def hide_link(pdf):
    link = first_link(pdf)
    if link is not None:
        link.F = 2


def lose_cell(pdf):
    row = first(pdf, "TR")
    if row is not None:
        row.K = Array(list(row.K)[1:])


def unembed(pdf):
    for _, font in pdf.pages[0].Resources.Font.items():
        delete(font.DescendantFonts[0].FontDescriptor, "/FontFile2")


def retitle(pdf):
    pdf.docinfo.Title = String("En annen")


def lose_link(pdf):
    link = first(pdf, "Link")
    if link is not None:
        link.K = Array([kid for kid in list(link.K) if not isinstance(kid, Dictionary) or kid.get("/Type") != "/OBJR"])


def figure(pdf):
    paragraph = first(pdf, "P")
    paragraph.S = Name("/Figure")


def set_back(pdf):
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Nums[1] = Array([tree.Nums[1][0]] * len(tree.Nums[1]))


SPOILED = {
    "tagged": [lambda pdf: delete(pdf.Root, "/MarkInfo")],
    "language": [lambda pdf: delete(pdf.Root, "/Lang")],
    "title": [lambda pdf: delete(pdf.docinfo, "/Title"), lambda pdf: delete(pdf.Root, "/ViewerPreferences")],
    "metadata": [lambda pdf: delete(pdf.Root, "/Metadata"), retitle],
    "outline": [lambda pdf: delete(pdf.Root, "/Outlines"), lambda pdf: delete(pdf.Root.Outlines.First, "/First")],
    "tabs": [lambda pdf: delete(pdf.pages[0], "/Tabs")],
    "fonts": [unembed, lambda pdf: [delete(font, "/ToUnicode") for _, font in pdf.pages[0].Resources.Font.items()]],
    "marked": [lambda pdf: on_page(pdf, lambda data: data + b"\n0 0 9 9 re f"),
               lambda pdf: on_page(pdf, lambda data: data.replace(b"/Artifact", b"/Other")),
               lambda pdf: on_page(pdf, lambda data: b"/Artifact BMC\n" + data + b"\nEMC")],
    "agreed": [lambda pdf: on_page(pdf, lambda data: data.replace(b"/MCID 0>>", b"/MCID 9999>>")), set_back,
               lambda pdf: delete(first(pdf, "H1"), "/K"), lambda pdf: delete(pdf.pages[0], "/StructParents"),
               lambda pdf: delete(first(pdf, "H1"), "/P")],
    "artefacts": [lambda pdf: [delete(page, "/Contents") or page.__setitem__("/Contents", pdf.make_stream(b"")) for page in pdf.pages]],
    "kinds": [lambda pdf: rename(first(pdf, "P"), "/Paragraf"), lambda pdf: rename(first(pdf, "TR"), "/P"),
              lambda pdf: rename(first(pdf, "LI"), "/P"), lambda pdf: rename(first(pdf, "Document"), "/Sect"),
              lambda pdf: rename(first(pdf, "P"), "/Sect"), lambda pdf: delete(first(pdf, "P"), "/K")],
    "headings": [lambda pdf: rename(first(pdf, "H1"), "/H2"), lambda pdf: rename(first(pdf, "H2"), "/H4")],
    "scopes": [rescope],
    "rows": [lose_cell],
    "captions": [move_caption],
    "lists": [lambda pdf: rename(first(pdf, "LBody"), "/Lbl")],
    "links": [lambda pdf: delete(first_link(pdf), "/Contents") if first_link(pdf) is not None else None, hide_link, lose_link,
              lambda pdf: delete(first_link(pdf), "/StructParent") if first_link(pdf) is not None else None],
    "figures": [figure],
    "sizes": [lambda pdf: on_page(pdf, lambda data: b".9 0 0 .9 0 0 cm\n" + data)],
    "ends": [lambda pdf: rename(clauses.last_of_pages(clauses.File(pdf))[0].data, "/H2")],
    "heard": [lambda pdf: [page.__setitem__("/Contents", pdf.make_stream(page.Contents.read_bytes().replace(b"<0003>] TJ", b"] TJ")))
                           for page in pdf.pages]],
}
RARE = {"kinds", "scopes", "rows", "captions", "lists", "links", "headings"}  # not every file has such things


def broken(name, way):
    """The faults of a file that is broken in a way."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "broken.pdf")
        shutil.copy(pathlib.Path(name).with_suffix(".html"), copy.with_suffix(".html"))
        with pikepdf.open(name) as pdf:
            way(pdf)
            pdf.save(copy, static_id=True)
        with pikepdf.open(copy) as pdf:
            return [*clauses.faults(pdf), *(heard.faults(copy) if way in SPOILED["heard"] else [])]


def unseen(names):
    """What is broken and found good."""
    wrong = [f"no file breaks {clause.__name__}" for clause in clauses.CLAUSES if clause.__name__ not in SPOILED]
    for clause, ways in SPOILED.items():
        for number, way in enumerate(ways, 1):
            seen = [any(fault.endswith(f"[{clause}]") for fault in broken(name, way)) for name in names]
            if not any(seen) or clause not in RARE and not all(seen):
                wrong.append(f"{clause}, way {number}: {seen.count(False)} of {len(seen)} files are found good")
    return wrong
