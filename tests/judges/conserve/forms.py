#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""forms.py TREE SITE: what people wrote in the files of a tree is in each of its documents, in every format that they have."""
import pathlib
import re
import subprocess
import sys

import yaml

import readers

# Keys whose values are not shown as they are: ids, choices, numbers, days, places of files.
NOT_WORDS = {"dokument", "utvalg", "sak", "nr", "dato", "tid", "utsendt", "språk", "minutter", "pause", "kl", "møteleder", "referent",
             "til-stede", "hvem", "vara", "grupper", "godkjent", "type", "utfall", "for", "mot", "godkjenner", "følger", "utført",
             "rapportert", "fra-sak", "til-sak", "representerer", "url", "fil", "saksgang", "ansvar", "støtte", "eier", "id", "år",
             "frist", "status", "betyr", "statuser", "nivåer", "gjelder", "vedtak", "fremdrift", "saksbehandler"}
# Of these, what is in a map is a guest, and what is in a list or alone is an id.
PEOPLE = {"ansvarlig", "meldt-av", "hvem", "andre", "til-stede", "forfall"}


def loaded(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def words_of(value, key=""):
    if isinstance(value, dict):
        for name, inside in value.items():
            if name not in NOT_WORDS or (name in PEOPLE and not isinstance(inside, str)):
                yield from words_of(inside, name)
    elif isinstance(value, list):
        for inside in value:
            if key not in PEOPLE or isinstance(inside, dict):
                yield from words_of(inside, key)
    elif key not in PEOPLE and value:
        yield value


def bare(text):
    """Without the marks of Markdown, and without any space: lines end where they have to."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[\s\u00ad\u200b]+|\*\*", "", text)


def paragraphs_of(body):
    for block in re.split(r"\n\s*\n", body):
        for line in [block] if not re.match(r"\d+\. ", block) else re.split(r"^\d+\. ", block, flags=re.M):
            line = re.sub(r"^#+ *", "", line.strip())
            if line:
                yield line


def papers_of(folder):
    """What is written of a meeting: the texts of its own file, and those of its cases."""
    yield from words_of(loaded((folder / "meeting.yaml").read_text()))
    for path in sorted(folder.glob("*.md")):
        _, front, body = path.read_text().split("---\n", 2)
        yield from words_of(loaded(front))
        decision = re.split(r"^## (?:Forslag til vedtak|Vedtak)\n", body, flags=re.M)
        # An own decision stands in place of the proposal; both headings have other words around them.
        yield from paragraphs_of("\n".join(decision))


def of_paper(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()


def shown_in(files):
    """What is shown, by format: of all files of that format together."""
    read = {".md": readers.of_markdown, ".json": readers.of_delivery, ".ics": readers.of_calendar, ".xlsx": readers.of_workbook,
            ".docx": readers.of_word, ".pdf": of_paper}
    pages = readers.of_pages([path for path in files if path.suffix == ".html"])
    shown = {}
    for path in files:
        text = str(pages[path]) if path.suffix == ".html" else read[path.suffix](path)
        shown[path.suffix] = shown.get(path.suffix, "") + bare(text) + (bare(re.sub(r"[-‐]\n", "", text)) if path.suffix == ".pdf" else "")
    return shown


def missing_from(files, texts, formats):
    shown = shown_in(files)
    for suffix in formats:
        for text in texts:
            if bare(text) not in shown.get(suffix, ""):
                yield f"{files[0].parent.name}/*{suffix}: {text!r} is lost"


def main():
    tree, site = map(pathlib.Path, sys.argv[1:3])
    lost, count = [], 0
    for folder in sorted((tree / "meetings").glob("*-*")):
        files = [site / folder.name / f"{stem}{suffix}" for stem in ("notice", "packet", "minutes")
                 for suffix in (".html", ".md", ".json", ".pdf", ".docx")]
        texts = list(papers_of(folder))
        count += len(texts)
        lost += missing_from(files, texts, (".html", ".md", ".json", ".pdf", ".docx"))
    plan = list(words_of(loaded((tree / "plan/action-plan.yaml").read_text())))
    count += len(plan)
    files = [site / f"action-plan{suffix}" for suffix in (".html", ".md", ".json", ".pdf", ".docx", ".xlsx")]
    lost += missing_from(files, plan, (".html", ".md", ".json", ".pdf", ".docx", ".xlsx"))
    print(*lost, f"{count} texts", sep="\n")
    return bool(lost) or count < 10


sys.exit(main())
