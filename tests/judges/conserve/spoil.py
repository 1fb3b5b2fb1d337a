# SPDX-License-Identifier: MIT
"""The judges judged: a file in which a word is lost, two are swapped, or the number of a point is another, must be found wrong.

A PDF is made again from a page that was spoiled; in other formats the file itself is changed.
"""
import re
import subprocess
import zipfile

WORD = "(planen|vedtak|fagrådet|kommunene|pasienter|oppfølging|økonomi|språk|møtet|effekt|finner|utskrivningsklare)"
PAIR = re.compile(rf"\b{WORD} (?!\1){WORD}\b")
ON_PAPER = {".pdf", ".docx"}
NUMBERS = {  # in the bytes of each format: what numbers a point, and what numbers it otherwise
    ".html": (r"<ol>", '<ol start="7">'),
    ".pdf": (r"<ol>", '<ol start="7">'),
    ".md": (r"\n1\. (?!januar|ledd|punkt)", "\n7. "),
    ".json": (r"\\n2\. (?!halvår)", r"\\n7. "),
    ".einnsyn": (r"\\n2\. (?!halvår)", r"\\n7. "),
    ".ics": (r"2\. (?!halvår)", "7. "),
    ".xlsx": (r"(?<=[>\n])2\. (?!halvår)", "7. "),
    ".docx": (r'<w:numFmt w:val="decimal" ?/>', '<w:numFmt w:val="upperRoman"/>'),
}


def changes(suffix):
    yield "a word is lost", lambda source: re.sub(PAIR, r"\1", source, count=1)
    yield "two words are swapped", lambda source: re.sub(PAIR, swapped, source)
    yield "the number of a point is another", lambda source: re.sub(*NUMBERS[suffix], source)


def swapped(pair):
    return f"{pair[2]} {pair[1]}"


def change_archive(path, change):
    """All XML of an OOXML file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content.decode()).encode() if name.endswith(".xml") else content)


def unfolded(source):
    return source.replace("\r\n ", "")


def change_file(path, change, convert):
    """Whether the file is another one now."""
    before = path.read_bytes()
    if path.suffix in (".xlsx", ".docx"):
        change_archive(path, change)
        return path.read_bytes() != before
    source = path.with_suffix(".html") if path.suffix == ".pdf" else path
    old = source.read_bytes().decode()
    new = change(unfolded(old) if path.suffix == ".ics" else old)
    source.write_bytes(new.encode())
    if path.suffix == ".pdf":
        subprocess.run([convert / "html-to-pdf", source, path], check=True)
        source.write_bytes(old.encode())
    return new != (unfolded(old) if path.suffix == ".ics" else old)


def spoil(files, judge, convert, paper):
    """Spoils a file of each format of paper, or of each other one, in each way; which are not found wrong. `judge` tells what
    is wrong with a file."""
    for suffix in NUMBERS:
        if (suffix in ON_PAPER) != paper:
            continue
        of_format = [path for path in files if path.suffix == suffix]
        for what, change in changes(suffix) if of_format else ():
            for path in of_format:
                before = path.read_bytes()
                changed = change_file(path, change, convert)
                seen = changed and any(judge(path))
                path.write_bytes(before)
                if seen:
                    break
            else:
                yield f"{suffix}: {what}, and nobody sees it"
