# SPDX-License-Identifier: MIT
"""The papers of a meeting with the attached PDFs after them, for print.

The packet as data, JSON, says which these are: paths in the folder of the meeting, in the order of the cases. Each comes
after a cover sheet with a bookmark. An attachment that is not in it is not looked at, and one that has other than the
pages it says is an error. The same bytes every time.
"""
import html
import json
import os
import subprocess
import tempfile

import labels
import page
import pikepdf

COVER_STYLE = """
@page { size: A4; margin: 22mm 20mm 20mm; }
html { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-size: 10.5pt; line-height: 1.4; color: #16211f; }
section { break-after: page; padding-top: 70mm; }
.til { color: #52605d; margin: 0 0 2mm; text-transform: uppercase; letter-spacing: .06em; font-size: 9pt; }
h2 { font-size: 18pt; line-height: 1.25; margin: 0 0 3mm; bookmark-level: 2; bookmark-label: attr(data-label); }
h2::before { content: ""; display: block; width: 16mm; border-top: 1.5mm solid #1f6f63; margin-bottom: 6mm; }
p { margin: 0 0 1mm; }
"""

# Annotations that are part of what was filled in or signed. All others are links, comments, or do something.
PRINTED = ("/Widget", "/Stamp")
# What does something, holds files, or names the structure of the file that the page came from.
DROPPED = ("/AA", "/AF", "/Annots", "/B", "/Dur", "/Metadata", "/PieceInfo", "/PresSteps", "/StructParents", "/Tabs",
           "/TemplateInstantiated", "/Thumb", "/Trans")


def attached(packet, folder):
    """The case, the attachment and the file of each attached PDF."""
    return [(case, attachment, os.path.join(folder, attachment["fil"]))
            for case in packet["saker"] for attachment in case["vedlegg"] if attachment["sider"] is not None]


def covers(packet, attachments):
    """A page of HTML with a sheet for each attachment."""
    words = labels.read(packet["språk"])
    sheets = []
    for case, attachment, _ in attachments:
        place = words["vedlegg-til-sak"].replace("{nr}", str(attachment["nr"])).replace("{sak}", case["sak"])
        place, title = html.escape(place), html.escape(attachment["tittel"])
        sheets.append(
            f'<section><p class="til">{place}</p><h2 data-label="{place}: {title}">{title}</h2>'
            f'<p>{html.escape(case["tittel"])}</p><p>{html.escape(attachment["sider-tekst"])}</p></section>')
    return (f'<!doctype html><html lang="{packet["språk"]}"><head><meta charset="utf-8"><title>{html.escape(packet["tittel"])}'
            f"</title><style>{COVER_STYLE}</style></head><body>{''.join(sheets)}</body></html>")


def is_printed(annotation):
    return isinstance(annotation, pikepdf.Dictionary) and annotation.get("/Subtype") in PRINTED


def still(pdf):
    """Leaves what is printed on the pages of a PDF, and nothing that acts or comments."""
    for sheet in pdf.pages:
        annotations = sheet.obj.get("/Annots")
        if isinstance(annotations, pikepdf.Array):
            sheet.obj["/Annots"] = pikepdf.Array([each for each in annotations if is_printed(each)])
    pdf.flatten_annotations("print")  # hidden ones are not printed
    for sheet in pdf.pages:
        for key in DROPPED:
            if key in sheet.obj:
                del sheet.obj[key]


def layers_of(pdf):
    """The layers of a PDF, and those of them that are not shown when it is opened."""
    properties = pdf.Root.get("/OCProperties", {})
    shown = properties.get("/D", {})
    layers = list(properties.get("/OCGs", []))
    named = {layer.objgen for layer in shown.get("/ON" if shown.get("/BaseState") == "/OFF" else "/OFF", [])}
    hidden = [layer for layer in layers if (layer.objgen in named) != (shown.get("/BaseState") == "/OFF")]
    return layers, hidden


def keep_layers(whole, pdf):
    """What is hidden in a PDF whose pages are in `whole` is hidden there: without a list of layers all would be seen."""
    layers, hidden = layers_of(pdf)
    if not layers:
        return
    if "/OCProperties" not in whole.Root:
        whole.Root.OCProperties = pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary(ON=[], OFF=[], Order=[]))
    for layer in layers:
        whole.Root.OCProperties.OCGs.append(whole.copy_foreign(layer))
    for layer in hidden:
        whole.Root.OCProperties.D.OFF.append(whole.copy_foreign(layer))


def insert(whole, place, attachment, file):
    """Puts the pages of an attachment in; returns how many."""
    with open(file, "rb") as opened:  # its name is no argument of a library
        pdf = pikepdf.open(opened)
        if len(pdf.pages) != attachment["sider"]:
            raise ValueError(f"{file} has {len(pdf.pages)} pages, but says that it has {attachment['sider']}; save it as PDF anew")
        still(pdf)
        for number, sheet in enumerate(pdf.pages):
            whole.pages.insert(place + number, sheet)
        keep_layers(whole, pdf)
        return len(pdf.pages)


def bundle(document, facts, folder, target):
    """Writes `target`: the pages of `document`, then each attachment in `folder` that `facts`, JSON, tells of, after its cover."""
    with open(facts, encoding="utf-8") as file:
        packet = json.load(file)
    attachments = attached(packet, folder)
    if not attachments:
        raise ValueError("no PDF is attached")
    sheets, _ = page.render(covers(packet, attachments))
    if len(sheets.pages) != len(attachments):
        raise ValueError("a title is too long for its cover sheet")
    with tempfile.TemporaryDirectory() as place:
        papers, mixed = os.path.join(place, "papers.pdf"), os.path.join(place, "mixed.pdf")
        document.copy(document.pages + sheets.pages).write_pdf(papers)
        with pikepdf.open(papers) as whole:
            at = len(document.pages) + 1
            for _, attachment, file in attachments:
                at += insert(whole, at, attachment, file) + 1
            whole.save(mixed, static_id=True)  # qpdf keeps half of it
        done = subprocess.run(["qpdf", "--deterministic-id", "--object-streams=generate", mixed, "-"], stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)
        if done.returncode not in (0, 3):  # 3: with warnings
            raise ValueError(done.stderr.decode("utf-8", "replace").strip() or "qpdf failed")
        with open(target, "wb") as file:
            file.write(done.stdout)
