#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What one would write otherwise: the same documents, made by one Python process with the libraries
that people reach for. It is written to be quick where that costs nothing: libyaml's loader, each file
read once, one Markdown converter, templates that are loaded only when they are needed. It checks
nothing, and knows no positions.

usage: peer.py (COMMAND OPERAND OUTPUT...)...
COMMAND is plan-matrix, grant-sheet, meeting-notice or meeting-packet; OUTPUT ends in its format.
"""

import base64
import datetime
import glob
import hashlib
import json
import os
import re
import sys

import jinja2
import markdown
import markupsafe
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
COMMANDS = ("plan-matrix", "grant-sheet", "meeting-notice", "meeting-packet")
MARK_CLASSES = {"høst": "host", "vår": "var", "oppstart høst": "host start",
                "oppstart vår": "var start", "igangsatt": "hel start", "-": "utsatt"}

read_files = {}


def read(path):
    if path not in read_files:
        with open(path, encoding="utf-8") as file:
            read_files[path] = file.read()
    return read_files[path]


parsed_files = {}


def load(path):
    if path not in parsed_files:
        parsed_files[path] = yaml.load(read(path), Loader=yaml.CSafeLoader)
    return parsed_files[path]


converter = markdown.Markdown(extensions=["tables", "sane_lists"])


SCHEME_LINK = re.compile(r"\]\((tiltak|mål|sak|organ|person):([^)]*)\)")
GRANT_EMBED = re.compile(r"!\[[^]]*\]\(tilskudd:([^)]*)\)")


def address(match):
    kind, name = match.groups()
    if kind == "sak":
        return f"](#sak-{name.replace('/', '-')})"
    return f"](../action-plan.html#{kind}-{name})"


def grant_table(match):
    context = grant_context(f"plan/grant-{match[1]}.yaml")
    lines = ["| Nr. | Tildeling | Fase | Beløp | Andel |", "| --: | :-- | :-- | --: | --: |"]
    lines += [f"| {i} | {md(part['navn'])} | {md(part['fase'])} | {kroner(part['kroner'])} | {part['andel']} |"
              for i, part in enumerate(context["grant"]["tildelinger"], 1)]
    return "\n".join(lines)


def resolved(text):
    """Markdown with the links and embeds of our own schemes as forges understand them."""
    if ":" not in text:
        return text
    return SCHEME_LINK.sub(address, GRANT_EMBED.sub(grant_table, text))


def prose(text):
    return markupsafe.Markup(converter.reset().convert(resolved(str(text))))


MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def md(text):
    return MARKDOWN_SPECIAL.sub(r"\\\1", str(text))


def cell(text):
    return " ".join(str(text or "").split()).replace("|", "\\|")


def kroner(amount):
    return f"{amount:,.0f}".replace(",", "\u00a0")


loader = jinja2.FileSystemLoader(os.path.join(HERE, "peer"))
environment = jinja2.Environment(
    loader=loader, autoescape=jinja2.select_autoescape(["html", "svg"]), trim_blocks=True,
    lstrip_blocks=True)
environment.filters.update(prose=prose, md=md, cell=cell, kroner=kroner, resolved=resolved)


def write(path, text):
    temporary = path + ".new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)


def organisation_context():
    organisation = load("plan/organisation.yaml")
    people = organisation["organer"] + organisation["personer"]
    names = {one["id"]: one.get("navn") or one.get("rolle") for one in people}
    short = {one["id"]: one.get("kort") or names[one["id"]] for one in people}
    return {"organisation": organisation, "names": names, "short": short}


def page_context(name):
    """The style sheets and the script of a page, with the hashes that its policy allows."""
    names = ["base.css", f"{name}.css", "paged.css", f"{name}.paged.css"]
    style = "".join(read(f"templates/{sheet}") for sheet in names).strip()
    scripts = ["filter.js", "matrix.js"] if name == "matrix" else []
    script = "".join(read(f"templates/{file}") for file in scripts).strip()
    return {"style": markupsafe.Markup(style), "style_hash": content_hash(style),
            "script": markupsafe.Markup(script), "script_hash": content_hash(script)}


def content_hash(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def year_marks(action, years):
    marks = action.get("år", {})
    if isinstance(marks, str):
        start, end = marks.split("–")
        marks = {year: "x" for year in range(int(start), int(end) + 1)}
    elif isinstance(marks, list):
        marks = {year: "x" for year in marks}
    elif isinstance(marks, int):
        marks = {marks: "x"}
    return [{"ord": "planlagt" if marks.get(year) == "x" else marks.get(year, ""),
             "klasse": MARK_CLASSES.get(marks.get(year), "hel")} for year in years]


def plan_context(path):
    plan = load(path)
    start, end = plan["år"].split("–")
    years = list(range(int(start), int(end) + 1))
    rows = [action for area in plan["områder"] for goal in area["mål"] for action in goal["tiltak"]]
    by_number = {action["nr"]: action for action in rows}
    originals = {action["nr"]: by_number[action.get("samme-som", action["nr"])] for action in rows}
    owners = {}
    for action in rows:
        action["merker"] = year_marks(action, years)
        owners.update(dict.fromkeys(action.get("ansvar", ())))
    return {"plan": plan, "years": years, "rows": rows, "originals": originals, "owners": list(owners)}


def plan_workbook(path, context):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    body = book.add_format({"text_wrap": True, "valign": "top", "bottom": 1})
    head = book.add_format({"bold": True, "bg_color": "#DDDDDD", "text_wrap": True})
    area_format = book.add_format({"bold": True, "bg_color": "#333333", "font_color": "#FFFFFF"})
    bars = {name: book.add_format({"bg_color": colour, "align": "center", "valign": "top"})
            for name, colour in (("hel", "#1F4E79"), ("var", "#9DC3E6"), ("host", "#9DC3E6"),
                                 ("utsatt", "#EEEEEE"), ("host start", "#9DC3E6"),
                                 ("var start", "#9DC3E6"), ("hel start", "#1F4E79"))}
    sheet = book.add_worksheet("Plan")
    columns = ["Område", "Nr.", "Mål", "Tiltak", "Ansvar", "Støtte", "Status", "Fremdrift",
               *context["years"], "Henvisninger"]
    sheet.set_column(0, len(columns) - 1, 20)
    sheet.freeze_panes(2, 2)
    sheet.set_landscape()
    sheet.repeat_rows(1)
    sheet.write(0, 0, context["plan"]["tittel"], head)
    sheet.write_row(1, 0, columns, head)
    row = 2
    short = context["short"]
    for area in context["plan"]["områder"]:
        for column, value in enumerate([area["nr"], area["navn"], *[""] * (len(columns) - 2)]):
            sheet.write(row, column, value, area_format)
        row += 1
        for goal in area["mål"]:
            for action in goal["tiltak"]:
                origin = context["originals"][action["nr"]]
                texts = [origin.get("tiltak", ""), action.get("merknad"), action.get("kommentar")]
                sheet.set_row(row, 15 * (1 + len(texts[0]) // 60))
                before = [area["nr"], action["nr"], f"{goal['nr']} {goal['mål']}",
                          "\n".join(filter(None, texts)),
                          ", ".join(short[one] for one in origin.get("ansvar", ())),
                          ", ".join(short[one] for one in origin.get("støtte", ())),
                          action.get("status", "–"), action.get("fremdrift", "")]
                for column, value in enumerate(before):
                    sheet.write(row, column, value, body)
                for i, mark in enumerate(origin["merker"]):
                    sheet.write(row, len(before) + i, mark["ord"],
                                bars[mark["klasse"]] if mark["ord"] else body)
                references = [*action.get("se", ()), *action.get("avhenger-av", ())]
                sheet.write(row, len(columns) - 1, ", ".join(map(str, references)), body)
                row += 1
    sheet.autofilter(1, 0, row - 1, len(columns) - 1)
    counts = book.add_worksheet("Oversikt")
    areas = context["plan"]["områder"]
    for i, area in enumerate(areas):
        count = sum(len(goal["tiltak"]) for goal in area["mål"])
        counts.write(i, 0, area["nr"], body)
        counts.write(i, 1, area["navn"], body)
        counts.write_formula(i, 2, f"=COUNTIFS(Plan!$A$3:$A${row},A{i + 1},Plan!$D$3:$D${row},\"<>\")",
                             body, count)
    book.close()


def grant_workbook(path, context):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    money = book.add_format({"num_format": "# ##0", "valign": "top"})
    share = book.add_format({"num_format": "0.0 %", "valign": "top"})
    head = book.add_format({"bold": True, "bg_color": "#DDDDDD"})
    sheet = book.add_worksheet("Tildelinger")
    sheet.set_column(0, 8, 20)
    sheet.write(0, 0, context["grant"]["tittel"], head)
    sheet.write(1, 0, "Ramme", body)
    sheet.write(1, 3, context["total"], money)
    parts = context["grant"]["tildelinger"]
    last = 4 + len(parts)
    sheet.write_row(3, 0, ["Nr.", "Tildeling", "Fase", "Beløp", "Andel", "Prosjektnr.", "Ansvarssted",
                           "Prosjektleder", "Rapporteres"], head)
    for i, part in enumerate(parts):
        row = 4 + i
        sheet.write(row, 0, i + 1, body)
        sheet.write(row, 1, part["navn"], body)
        sheet.write(row, 2, part.get("fase", ""), body)
        sheet.write(row, 3, part["kroner"], money)
        sheet.write_formula(row, 4, f"=D{row + 1}/$D$2", share, part["kroner"] / context["total"])
        for column, key in enumerate(("prosjektnummer", "ansvarssted", "prosjektleder")):
            sheet.write(row, 5 + column, part.get(key, ""), body)
        sheet.write(row, 8, str(part.get("rapporteres", "")), body)
    sheet.write(last, 1, "Sum", head)
    sheet.write_formula(last, 3, f"=SUM(D5:D{last})", money, context["allocated"])
    sheet.conditional_format(last, 3, last, 3, {"type": "cell", "criteria": ">", "value": "$D$2",
                                                "format": head})
    book.close()


def parse_kroner(text):
    text = str(text)
    if "mill" in text:
        return round(float(text.split()[0].replace(",", ".")) * 1_000_000)
    return int(text.replace(" ", ""))


def grant_context(path):
    grant = load(path)
    total = parse_kroner(grant["ramme"])
    for part in grant["tildelinger"]:
        part["kroner"] = parse_kroner(part["beløp"])
        part["andel"] = f"{part['kroner'] / total:.1%}".replace(".", ",")
    allocated = sum(part["kroner"] for part in grant["tildelinger"])
    return {"grant": grant, "total": total, "allocated": allocated}


papers_read = {}


def read_papers(folder):
    if folder not in papers_read:
        papers = []
        for path in sorted(glob.glob(f"{folder}/*.md")):
            _, head, body = read(path).split("---\n", 2)
            paper = yaml.load(head, Loader=yaml.CSafeLoader)
            paper["tekst"] = body
            papers.append(paper)
        papers_read[folder] = papers
    return papers_read[folder]


def meeting_context(folder, packet, names):
    meeting = load(f"{folder}/meeting.yaml")
    papers = read_papers(folder)
    titles = {paper["sak"]: paper["tittel"] for paper in papers}
    clock = datetime.datetime.strptime(str(meeting["tid"]).split("–")[0], "%H.%M")
    agenda = []
    for item in meeting["saksliste"]:
        minutes = int(item.get("minutter") or item.get("pause") or 0)
        end = clock + datetime.timedelta(minutes=minutes)
        agenda.append({
            "kl": f"{clock:%H.%M}–{end:%H.%M}" if minutes else "",
            "sak": item.get("sak", ""),
            "tittel": titles.get(item.get("sak")) or item.get("tekst") or "Pause",
            "punkter": item.get("punkter", ()),
            "ansvarlig": " / ".join(names[one] for one in item.get("ansvarlig", ())),
            "minutter": minutes or "",
        })
        clock = end
    return {"meeting": meeting, "papers": papers, "agenda": agenda, "packet": packet}


def make(command, operand, outputs, common):
    workbook = None
    if command == "plan-matrix":
        context, name, template, workbook = plan_context(operand), "matrix", "matrix", plan_workbook
    elif command == "grant-sheet":
        context, name, template, workbook = grant_context(operand), "grant", "grant", grant_workbook
    else:
        name = command.split("-")[1]
        context, template = meeting_context(operand, name == "packet", common["names"]), "meeting"
    for path in outputs:
        suffix = path.rsplit(".", 1)[1]
        if suffix == "xlsx":
            workbook(path, {**common, **context})
        elif suffix == "json":
            write(path, json.dumps(context, ensure_ascii=False, indent=2, default=str))
        else:
            page = page_context(name) if suffix == "html" else {}
            template_of_format = environment.get_template(f"{template}.{suffix}")
            write(path, template_of_format.render(**common, **context, **page))


def main():
    common = organisation_context()
    jobs = []
    for word in sys.argv[1:]:
        if word in COMMANDS:
            jobs.append([word])
        else:
            jobs[-1].append(word)
    for command, operand, *outputs in jobs:
        make(command, operand, outputs, common)


if __name__ == "__main__":
    main()
