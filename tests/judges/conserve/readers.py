# SPDX-License-Identifier: MIT
"""What is read back: of each file the words that a reader sees in it, by programs of others."""
import html
import html.parser
import json
import pathlib
import re
import subprocess
import unicodedata

JUDGES = pathlib.Path(__file__).resolve().parents[1]
MILLIMETRE = 72 / 25.4
LINE_END = "\ue010"  # on paper: a word may go on after it
PAGE_END = "\ue011"


def said_by(*command, **more):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, check=True, **more).stdout.decode()


class Page(html.parser.HTMLParser):
    """The words of HTML as a forge shows it, with the numbers of items before them."""
    SPACED = {"p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ol", "ul", "br", "div",
              "caption", "table"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.lists = [], []

    def handle_starttag(self, tag, attributes):
        if tag in self.SPACED:
            self.words.append(" ")
        if tag in ("ol", "ul"):
            self.lists.append(int(dict(attributes).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and self.lists and self.lists[-1] is not None:
            self.words.append(f"{self.lists[-1]}. ")
            self.lists[-1] += 1

    def handle_endtag(self, tag):
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        if tag in self.SPACED:
            self.words.append(" ")

    def handle_data(self, data):
        self.words.append(data)


def of_markdown(path):
    page = Page()
    page.feed(said_by("cmark-gfm", "-e", "table", "-e", "autolink", "--unsafe", path))
    return "".join(page.words)


def of_pages(paths):
    """Of many HTML files at once: the browser takes a second to start."""
    if not paths:
        return {}
    lines = said_by(JUDGES / "page-words.mjs", *paths).splitlines()
    return dict(zip(paths, map(json.loads, lines)))


def of_calendar(path):
    lines = re.sub(r"\r\n[ \t]", "", path.read_bytes().decode()).split("\r\n")
    escapes = {"n": "\n", "N": "\n"}
    return "\n".join(re.sub(r"\\(.)", lambda found: escapes.get(found[1], found[1]), line.partition(":")[2]) for line in lines)


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from texts_of(inside)


def without_pictures(value):
    return {key: inside for key, inside in value.items() if key not in ("figur", "ark")}


def of_json(path):
    """Of a picture the page shows the words, in lines that JSON has one by one."""
    return list(texts_of(json.loads(path.read_text(), object_hook=without_pictures)))


def of_register(path):
    """The rows of the register: the sum of those of a decision is its section."""
    rows = json.loads(path.read_text())["vedtak"]
    return "\n".join(f"vedtatt ASU {row['sak']} {row['punkt'] or ''} {row['ordlyd'] or ''}" for row in rows)


def of_delivery(path):
    return "\n".join(of_json(path))


def of_workbook(path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


class Word:
    """A DOCX as pandoc reads it, as plain text: pandoc's own form of it sets the cells of a table beside each other."""
    WRITERS = {"Decimal": str, "DefaultStyle": str, "LowerAlpha": lambda number: chr(96 + number),
               "LowerRoman": lambda number: ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number]}

    def __init__(self, path):
        self.words = []
        self.block(json.loads(said_by("pandoc", "-f", "docx", "-t", "json", path))["blocks"])

    def items(self, items, write=None, number=1):
        for item in items:
            self.words.append(f" {write(number)}. " if write else " ")
            self.block(item)
            number += 1

    def block(self, value):
        if isinstance(value, list):
            for inside in value:
                self.block(inside)
        if not isinstance(value, dict) or "t" not in value:
            return
        kind, content = value["t"], value.get("c")
        if kind == "Str":
            self.words.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            self.words.append(" ")
        elif kind in ("Code", "CodeBlock"):
            self.words.append(content[1] + (" " if kind == "CodeBlock" else ""))
        elif kind == "OrderedList":
            (start, style, _), items = content
            self.items(items, self.WRITERS.get(style["t"], lambda number: f"{style['t']} {number}"), start)
        elif kind == "BulletList":
            self.items(content)
        else:
            self.block(content)
            self.words.append(" " if kind in ("Para", "Plain", "Header") else "")


def of_word(path):
    return "".join(Word(path).words)


class Sheet:
    """The words of a page with their boxes, in the order in which they were set."""

    def __init__(self, source, margins):
        self.margins = margins
        self.height = float(re.search(r'height="([\d.]+)"', source)[1])
        words = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', source)
        self.words = [(*map(float, box), html.unescape(word)) for *box, word in words]

    def within_margins(self):
        """Without the running heads."""
        top, bottom = self.margins
        return [word for word in self.words if top - 3 < (word[1] + word[3]) / 2 < self.height - bottom + 3]

    def lines(self):
        """Lines of words; the number of an item, which is set after all of it, before the words beside it."""
        lines, marks = [], []
        for word in self.within_margins():
            line = lines[-1] if lines else None
            if line and abs(line[-1][1] - word[1]) < word[3] - word[1] and line[-1][0] <= word[0]:
                line.append(word)
            else:
                lines.append([word])
        for line in lines[:]:
            if len(line) == 1 and re.fullmatch(r"\d+\.|[a-z]\.|[ivx]{1,4}\.|[•◦▪]", line[0][4]):
                beside = min((other for other in lines if other is not line and is_beside(line[0], other[0])), default=None,
                             key=lambda other: other[0][0])
                if beside:
                    lines.remove(line)
                    beside.insert(0, line[0])
        return lines


def is_beside(mark, word):
    return abs(mark[3] - word[3]) < 3 and 0 < word[0] - mark[2] < 30


def joined(line):
    """A letter with a combining mark ends a word for pdftotext, and in a picture the mark is one: there is no space."""
    text, end = "", None
    for left, top, right, bottom, word in line:
        apart = end is not None and left - end > (bottom - top) / 10 and not unicodedata.combining(word[0])
        text += " " * apart + word
        end = right
    return text


def margins_of(source):
    """Of a document's sheets, above and below, as its style sheet says last."""
    top, bottom = re.findall(r"@page \{[^{}@]*margin: ([\d.]+)mm [\d.]+mm ([\d.]+)mm", source)[-1]
    return float(top) * MILLIMETRE, float(bottom) * MILLIMETRE


def spaced(words):
    return " ".join(html.unescape(words).split())


def of_paper(path):
    """Page by page and line by line. What the page has for screen readers alone is set after the rest of its sheet, as are the
    states of actions, and the names of facts, which float, before it."""
    source = path.with_suffix(".html").read_text()
    hidden = set(map(spaced, re.findall(r'(?:class="(?:[^"]* )?skjult"|class="st [^"]*"|<dt)>(.*?)</', source)))
    pages = said_by("pdftotext", "-raw", "-bbox", path, "-").split("<page ")[1:]
    margins = margins_of(source)
    sheets = [map(joined, Sheet(page, margins).lines()) for page in pages]
    return f" {PAGE_END} ".join(f" {LINE_END} ".join(line for line in lines if spaced(line) not in hidden) for lines in sheets)


class Tag:
    """An element of a tagged PDF, with the elements and the strings in it."""

    def __init__(self, name=""):
        self.name, self.inside = name, []

    def has(self, name):
        return any(isinstance(part, Tag) and part.name == name for part in self.inside)

    def rows(self):
        for part in self.inside:
            if isinstance(part, Tag):
                yield from [part] if part.name == "TR" else part.rows()


def tags_of(path):
    """pdfinfo shows an element's depth by spaces, and its attributes after a slash."""
    root = Tag()
    open_tags = [(-1, root)]
    for line in said_by("pdfinfo", "-struct-text", path).splitlines():
        depth, said = len(line) - len(line.lstrip(" ")), line.strip()
        text = re.fullmatch('"(.*)"', said)
        while open_tags[-1][0] >= depth:
            open_tags.pop()
        if text:
            open_tags[-1][1].inside.append(text[1])
        elif said[:1] != "/":
            tag = Tag(said if said.endswith("(inline)") else re.split("[ :]", said)[0])
            open_tags[-1][1].inside.append(tag)
            open_tags.append((depth, tag))
    return root


def rows_in_parts(parts):
    """A table that is too wide goes on below it, with the same rows and no caption: row by row, what is in each part."""
    for row in zip(*(part.rows() for part in parts)):
        yield from row


def with_tables_whole(inside):
    """What is in an element, but with each table as it was written."""
    whole = []
    for part in inside:
        table = isinstance(part, Tag) and part.name == "Table"
        before = whole[-1] if table and whole and isinstance(whole[-1], list) else None
        if before and not part.has("Caption") and len(list(part.rows())) == len(list(before[0].rows())):
            before.append(part)
        else:
            whole.append([part] if table else part)
    return whole


def words_of_tag(tag):
    """A word may go on in the next string: they end with lines and pages, and where they do is no space."""
    before = None
    for part in with_tables_whole(tag.inside):
        if isinstance(part, str):
            yield f" {LINE_END} " * isinstance(before, str) + part.replace("\u2010", f"\u2010 {LINE_END} ")
        elif isinstance(part, Tag):
            space = "" if part.name.endswith("(inline)") else " "
            yield from (space, *words_of_tag(part), space)
        else:
            caption = [inside for inside in part[0].inside if isinstance(inside, Tag) and inside.name == "Caption"]
            for row in [*caption, *rows_in_parts(part)]:
                yield from (" ", *words_of_tag(row), " ")
        before = part


def of_tags(path):
    """The words of a PDF as its tags have them. A row that goes on on the next page has the beginnings of all its cells before
    the ends of them, when one reads page by page; and the head of its table between them, which is an artefact."""
    return "".join(words_of_tag(tags_of(path)))


def of_pdf(path):
    return of_tags(path) if path.stem == "action-plan" else of_paper(path)


READERS = {".md": of_markdown, ".ics": of_calendar, ".json": of_json, ".einnsyn": of_delivery, ".xlsx": of_workbook,
           ".docx": of_word, ".pdf": of_pdf}


def read(paths):
    """What is in each file, by its path; of JSON the texts as a list."""
    pages = [path for path in paths if path.suffix == ".html"]
    return of_pages(pages) | {path: READERS[path.suffix](path) for path in paths if path.suffix in READERS}
