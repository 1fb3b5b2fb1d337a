#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""forms.py TREE SITE: each document of a tree says what people wrote in its files, in order, and their sentences once; in every
format. Calendars have the day, the place and the agenda, line by line; workbooks have a row for each decision and action."""
import pathlib
import re
import subprocess
import sys

import readers
from form_tree import Tree, words_of

LONG = 15  # letters of what is a sentence, and not a word that may come again


def bare(text):
    """Without the marks of Markdown, and without space and hyphens: lines end where they have to."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[\s\u00ad\u200b‐-]+|\*\*", "", text)


def letters(text):
    """Of names: the pieces have other marks between them."""
    return re.sub(r"[^\w]", "", bare(text))


def of_paper(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()


READ = {".md": readers.of_markdown, ".json": readers.of_delivery, ".docx": readers.of_word, ".pdf": of_paper}


def differences(shown, wanted, again=()):
    """What is missing or not in its place, and which sentences come more or less often than they were written; those of `again`
    may."""
    shown, wanted, again, at = bare(shown), [bare(text) for text in wanted], {bare(text) for text in again}, 0
    for number, text in enumerate(wanted):
        found = shown.find(text, at)
        if found < 0:
            yield f"{text!r} is {'lost' if text not in shown else 'not after ' + repr(wanted[number - 1])}"
            break
        at = found + len(text)
    whole = "\n".join(wanted)
    for text in sorted({text for text in wanted if len(text) >= LONG} - again):
        if whole.count(text) == 1 != shown.count(text):
            yield f"{text!r} comes {shown.count(text)} times"


def documents_of(meeting):
    return {"notice": list(meeting.agenda()), "packet": list(meeting.packet()), "minutes": list(meeting.record())}


def meeting_differences(meeting, site, pages):
    for stem, wanted in documents_of(meeting).items():
        for suffix in (".html", ".md", ".pdf", ".docx"):
            path = site / meeting.path.name / (stem + suffix)
            shown = pages[path] if suffix == ".html" else READ[suffix](path)
            yield from (f"{meeting.path.name}/{path.name}: {told}" for told in differences(shown, wanted, meeting.titles()))


def lost_texts(meeting, site, pages):
    """Of all that was written, in the three documents of a meeting together."""
    for suffix in (".html", ".md", ".json", ".pdf", ".docx"):
        paths = [site / meeting.path.name / (stem + suffix) for stem in documents_of(meeting)]
        shown = bare("\n".join(pages[path] if suffix == ".html" else READ[suffix](path) for path in paths))
        yield from (f"{meeting.path.name}/*{suffix}: {text!r} is lost" for text in meeting.texts() if bare(text) not in shown)


def json_differences(meeting, site):
    """Its keys have an order of their own: the cases and what is in each are in theirs."""
    for stem, texts in (("packet", lambda case: [*case.proposal, *case.background, *case.untitled]),
                        ("minutes", lambda case: [*case.said, *case.decision])):
        value = readers.json.loads((site / meeting.path.name / f"{stem}.json").read_text())
        shown = {item["sak"]: bare("\n".join(readers.texts_of(item))) for item in value["saker"] if item.get("sak")}
        cases = {case.number: case for _, case in meeting.items if case}
        if list(shown) != list(cases):
            yield f"{meeting.path.name}/{stem}.json: cases {list(shown)} for {list(cases)}"
        for number, case in cases.items():
            yield from (f"{meeting.path.name}/{stem}.json, {number}: {text!r} is lost" for text in texts(case)
                        if bare(text) not in shown.get(number, ""))


def calendar_lines(meeting):
    """The lines of the agenda in the event, with the clock where cases have minutes."""
    clock = re.match(r"(\d+)\.(\d+)", meeting.file["tid"])
    at, lines = int(clock[1]) * 60 + int(clock[2]), []
    for item, case in meeting.items:
        minutes = int(item.get("minutter", item.get("pause", 0)))
        word = {"nb": "Sak", "nn": "Sak"}[meeting.language]
        words = f"{word} {case.number}: {case.title}" if case else item.get("tekst", "Pause")
        times = f"{at // 60:02}.{at % 60:02}–{(at + minutes) // 60:02}.{(at + minutes) % 60:02} " if minutes else ""
        lines += [times + words, *[f"• {point}" for point in item.get("punkter", [])]]
        at += minutes
    return lines


def calendar_differences(meeting, site):
    path = site / meeting.path.name / "notice.ics"
    source = re.sub(r"\r\n[ \t]", "", path.read_bytes().decode())
    event = dict(line.split(":", 1) for line in source.partition("BEGIN:VEVENT")[2].split("\r\n") if ":" in line)
    day, times = meeting.file["dato"].replace("-", ""), re.findall(r"(\d+)\.(\d+)", meeting.file["tid"])
    wanted = {"DTSTART;TZID=Europe/Oslo": f"{day}T{times[0][0]:0>2}{times[0][1]}00", "STATUS": "CONFIRMED",
              "DTEND;TZID=Europe/Oslo": f"{day}T{times[1][0]:0>2}{times[1][1]}00" if len(times) > 1 else None,
              "LOCATION": re.sub(r"([,;])", r"\\\1", meeting.file["sted"]) if "sted" in meeting.file else None}
    for key, value in wanted.items():
        if event.get(key) != value:
            yield f"{meeting.path.name}/notice.ics: {key} is {event.get(key)!r} for {value!r}"
    said = re.sub(r"\\([,;\\])", r"\1", event["DESCRIPTION"].replace("\\n", "\n")).split("\n")
    lines = [line.strip() for line in said[1:] if line.strip()]
    if lines != calendar_lines(meeting):
        yield f"{meeting.path.name}/notice.ics: {lines} for {calendar_lines(meeting)}"


def sheet_rows(path, sheet=0):
    """The rows below the head of a sheet, by the titles of the columns."""
    import openpyxl
    book = openpyxl.load_workbook(path)
    page = book.worksheets[sheet]
    table = page.auto_filter.ref
    first, *rows = page[table] if table else []
    return [{head.value: "" if cell.value is None else cell.value for head, cell in zip(first, row)} for row in rows]


def register_differences(tree, site):
    """A row for each decision and task, in the order of the meetings; the words of who are in pieces."""
    rows = sheet_rows(site / "decisions.xlsx")
    wanted = [row for meeting in tree.meetings for row in meeting.rows()]
    shown = [" ".join(map(str, row.values())) for row in rows]
    if len(rows) != len(wanted):
        yield f"decisions.xlsx: {len(rows)} rows for {len(wanted)}"
    for row, texts in zip(shown, wanted):
        yield from (f"decisions.xlsx: {text!r} is not in {row!r}" for text in texts if letters(text) not in letters(row))
    # Above who and when there are the counts.
    yield from (f"decisions.xlsx: no row fills {head!r}" for head in (rows[0] if rows else ())
                if head not in ("Hvem", "Kven", "Frist") and not any(row[head] for row in rows))


def plan_differences(tree, site):
    """Each action once, in order, below its area and goal; and every word of the plan."""
    texts, overview = [], []
    for names, action in tree.actions():
        overview += [name for name in names[:1] if name not in overview] + [action["tiltak"].rstrip(".")]
        texts += [name for name in names if name not in texts] + [action["tiltak"].rstrip(".")]
    for suffix in (".html", ".md", ".pdf", ".docx", ".json", ".xlsx"):
        path = site / f"action-plan{suffix}"
        shown = {".html": lambda: readers.of_pages([path])[path], ".xlsx": lambda: readers.of_workbook(path)}.get(
            suffix, lambda: READ[suffix](path))()
        # The overview has the actions too, before the matrix.
        told = differences(shown, texts, texts) if suffix == ".json" or suffix == ".xlsx" else differences(shown, [*overview, *texts], texts)
        yield from (f"action-plan{suffix}: {what}" for what in told)
        yield from (f"action-plan{suffix}: {text!r} is lost" for text in words_of(tree.plan) if bare(text) not in bare(shown))


def grant_differences(grant, site):
    """Its projects and applications, each a row; in the sheet of allocations, and in that of applications."""
    id = grant["id"]
    applications = [*(a for a in grant["tildelinger"] if "omsøkt" in a), *grant.get("avslag", [])]
    texts = [a["navn"] for a in grant["tildelinger"]]
    for a in applications:
        texts += [a["navn"], *([a["merknad"]] if "merknad" in a else []), a["søker"], a["omsøkt"]]
    for suffix in (".html", ".pdf"):
        path = site / f"grant-{id}{suffix}"
        shown = readers.of_pages([path])[path] if suffix == ".html" else READ[suffix](path)
        yield from (f"grant-{id}{suffix}: {told}" for told in differences(shown, texts, texts))
    import openpyxl
    sheets = {page.title: [[cell.value for cell in row] for row in page.iter_rows()]
              for page in openpyxl.load_workbook(site / f"grant-{id}.xlsx").worksheets}
    for name, wanted in (("Søknader", [(a["navn"], a["søker"], float(a["omsøkt"].replace(" ", ""))) for a in applications]),
                         ("Tildeling", [(a["navn"], float(a["beløp"].replace(" ", ""))) for a in grant["tildelinger"]])):
        names = [row[0] for row in wanted]
        rows = [row for row in sheets.get(name, []) if set(row) & set(names)]
        if [next(text for text in row if text in names) for row in rows] != names:
            yield f"grant-{id}.xlsx, {name}: {rows} for {names}"
        yield from (f"grant-{id}.xlsx, {name}: {value!r} is not in {row}" for row, values in zip(rows, wanted) for value in values
                    if value not in row)


def main():
    tree, site = Tree(sys.argv[1]), pathlib.Path(sys.argv[2])
    pages = readers.of_pages([site / meeting.path.name / f"{stem}.html" for meeting in tree.meetings
                              for stem in documents_of(meeting)])
    found = [told for meeting in tree.meetings for judge in (lambda m: meeting_differences(m, site, pages),
                                                             lambda m: lost_texts(m, site, pages),
                                                             lambda m: json_differences(m, site),
                                                             lambda m: calendar_differences(m, site)) for told in judge(meeting)]
    found += [*register_differences(tree, site), *plan_differences(tree, site)]
    found += [told for grant in tree.grants for told in grant_differences(grant, site)]
    count = sum(len(texts) for meeting in tree.meetings for texts in documents_of(meeting).values())
    print(*found, f"{count} texts", sep="\n")
    return bool(found) or count < 40


if __name__ == "__main__":
    sys.exit(main())
