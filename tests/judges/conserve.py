#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""conserve.py COUNT [SEED]: what people wrote comes out in every format that shows it, once, in order, unchanged.

Writes COUNT texts of all that the format allows, half of them decisions, each between two markers, at most 500 to a
meeting. Makes the documents with the commands in $BIN, and compares the words and the numbers of points that a reader
sees with those that were written. Prints what differs, and exits with 1 if anything does.
"""
import html.parser
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

TOP = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("BIN", TOP / "build/bin")).resolve()
MEETING = "meetings/2024-11-05-asu"
TO_A_MEETING = 500
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def tokens(text):
    """The one normaliser: NFC, spaces alike, without soft hyphens, ligatures apart, marks of bullets left out."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("ﬁ", "fi").replace("ﬂ", "fl")
    return [word for word in re.sub(r"[\s\u00a0\u200b]+", " ", text).split() if word not in ("•", "◦", "▪", "Tabell:")]


# --- what is written: Markdown, and the words that it shows ---

WORDS = ("planen vedtak ASU fagrådet kommunene pasienter oppfølging økonomi år språk møtet naïve cafe\u0301 Å\u030a "
         "a\u0308rlig 😀 2025 12,5 § sak/mål kr e-post «sitat» – fin finner x&y").split()
INLINE = [  # Markdown, and what is shown
    ("pro**sjekt**et", "prosjektet"), ("*uthevet ord*", "uthevet ord"), ("**fet**", "fet"), ("`kode x`", "kode x"),
    ("[en lenke](https://example.org/a_b)", "en lenke"), ("[tiltak](tiltak:1.1.1)", "tiltak"), (r"\*stjerne\*", "*stjerne*"),
    ("&amp;", "&"), ("100&nbsp;000", "100 000"), ("1\u00a0500", "1 500"), ("hel\u00adse", "helse"), ("&shy;del", "del"),
    (r"a\_b\_c", "a_b_c"), ("snake_case_ord", "snake_case_ord"), ("&lt;b&gt;", "<b>"), (r"\# nei", "# nei"), ("5 * 3", "5 * 3"),
    ("**_begge_**", "begge"), ("a|b", "a|b"), (r"\[x\]", "[x]"), ("~omtrent", "~omtrent"), ("1\\. punkt", "1. punkt"),
]
STARTS = ["30. juni 2025 ", "1. januar ", "2. halvår ", "15. des. ", "1. ledd ", "3. tertial "]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_of(self, *choices):
        return self.random.choice(choices)

    def line(self, start=True):
        """A line of words: as written, and as shown."""
        written, shown = [], []
        if start and self.random.random() < 0.2:
            date = self.random.choice(STARTS).strip()
            written.append(date)
            shown.append(date)
        else:
            first = self.random.choice([word for word in WORDS if word[0].isalpha()])
            written.append(first)
            shown.append(first)
        for _ in range(self.random.randint(1, 6)):
            pair = self.random.choice(INLINE) if self.random.random() < 0.3 else (self.random.choice(WORDS),) * 2
            written.append(pair[0])
            shown.append(pair[1])
        return " ".join(written), " ".join(shown)

    def paragraph(self):
        lines = [self.line() for _ in range(self.random.randint(1, 3))]
        return [written for written, _ in lines], " ".join(shown for _, shown in lines)

    def bullets(self, depth):
        written, shown, mark = [], [], self.one_of("-", "+")
        for _ in range(self.random.randint(1, 3)):
            inside, words = self.item(depth, bullets=True)
            written += [mark + " " + inside[0]] + ["  " + line if line else "" for line in inside[1:]]
            shown.append(words)
        return written, " ".join(shown)

    def numbers(self, depth, first):
        written, shown, count = [], [], self.random.randint(1 if first == 1 else 2, 4)
        for number in range(first, first + count):
            inside, words = self.item(depth)
            mark = f"{number}. "
            written += [mark + inside[0]] + [" " * len(mark) + line if line else "" for line in inside[1:]]
            shown.append(f"{number}. {words}")
        return written, " ".join(shown), first + count

    def item(self, depth, bullets=False):
        written, shown = self.paragraph()
        if depth < 2 and self.random.random() < 0.3:
            if self.random.random() < 0.5:
                inside, words = self.bullets(depth + 1)
            else:
                inside, words, _ = self.numbers(depth + 1, 1)
            written, shown = written + [""] + inside, shown + " " + words
            if self.random.random() < 0.3:
                more, words = self.paragraph()
                written, shown = written + [""] + more, shown + " " + words
        return written, shown

    def table(self):
        columns = self.random.randint(2, 4)
        rows = [[self.line(False) for _ in range(columns)] for _ in range(self.random.randint(2, 4))]
        cell = lambda text: text.replace("|", "\\|").replace("\\\\|", "\\|")
        written = ["Tabell: Oversikt", ""] + ["| " + " | ".join(cell(w) for w, _ in row) + " |" for row in rows]
        written.insert(3, "|" + " --- |" * columns)
        return written, "Oversikt " + " ".join(shown for row in rows for _, shown in row)

    def block(self):
        kind = self.random.randint(0, 9)
        if kind < 4:
            return self.paragraph()
        if kind < 6:
            return self.bullets(0)
        if kind == 6:
            return self.table()
        if kind == 7:
            written, shown = self.paragraph()
            return ["> " + line for line in written], shown
        if kind == 8:
            return ["```", "kode  på linje", "- ikke en liste", "30. juni", "```"], "kode på linje - ikke en liste 30. juni"
        written, shown = self.line(False)
        return ["### " + written], shown

    def text(self, name):
        """Points go on from list to list; what is between them is anything."""
        written, shown, number, begun, kind = [f"QSTART{name}Q", ""], [], self.one_of(1, 1, 1, 3), False, None
        for _ in range(self.random.randint(2, 6)):
            if self.random.random() < 0.4 and kind != "numbers":
                lines, words, number = self.numbers(0, number)
                kind = "numbers"
            else:
                lines, words = self.block()
                bullet = lines[0][:1] in "-+"
                if bullet and kind == "bullets":
                    continue
                kind = "bullets" if bullet else "other"
            written += lines + [""]
            shown.append(words)
        return "\n".join(written + [f"QEND{name}Q", ""]), " ".join(shown)


# --- what is read back ---

class Page(html.parser.HTMLParser):
    """The words of HTML, with the numbers of items before them."""
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


def page_words(source):
    page = Page()
    page.feed(source)
    return "".join(page.words)


# Chromium's innerText has no numbers of items: they are put there first.
NUMBERS = """<script>addEventListener('load', () => {
for (const list of document.querySelectorAll('ol')) { let number = list.start;
  for (const item of list.children) item.prepend(document.createTextNode(number++ + '. ')); }
const words = document.body.innerText; document.body.textContent = words; });</script>"""


def chromium_words(source, folder):
    page = folder / "page.html"
    page.write_text(re.sub(r"<meta http-equiv[^>]*>|<script\b.*?</script>", "", source, flags=re.S)
                    .replace("</body>", NUMBERS + "</body>"))
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom",
                           page.as_uri()], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300)
    return page_words(done.stdout.decode())


def between(text, name):
    found = re.search(rf"QSTART{name}Q(.*?)QEND{name}Q", text, re.S)
    return found[1] if found else ""


def run(tree, *arguments, **more):
    done = subprocess.run([BIN / arguments[0], *arguments[1:]], cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=ENVIRONMENT, **more)
    if done.returncode:
        errors = [line for line in done.stderr.decode().splitlines() if re.search("feil:|error:", line)]
        sys.exit(f"{' '.join(map(str, arguments))} ends with {done.returncode}: {errors[:6]}")
    return done.stdout.decode()


def write_tree(tree, texts):
    """Two texts a case: what is decided, and its background."""
    subprocess.run(["cp", "-R", TOP / "tests/trees/year", tree], check=True)
    folder = tree / MEETING
    folder.mkdir()
    cases = [texts[at:at + 2] for at in range(0, len(texts), 2)]
    end = f"{8 + len(cases) // 60}.{len(cases) % 60:02}"
    lines = ["dokument: møte", "utvalg: ASU", "nr: 9/24", "dato: 2024-11-05", f"tid: 8.00–{end}", "sted: Rådhuset",
             "saksliste:"]
    for number, case in enumerate(cases, 100):
        lines += [f"  - sak: {number}/24", "    minutter: 1"]
        paper = (f"---\ndokument: sak\nsak: {number}/24\ntittel: Sak\ntype: vedtak\nansvarlig: [leder-asu]\nutfall: som forslag\n"
                 f"---\n## Forslag til vedtak\n\n{case[0][1]}\n")
        if len(case) > 1:
            paper += f"## Bakgrunn\n\n{case[1][1]}\n"
        (folder / f"{number}-24.md").write_text(paper)
    lines += ["protokoll:", "  møteleder: leder-asu", "  til-stede: [leder-asu]"]
    (folder / "meeting.yaml").write_text("\n".join(lines) + "\n")


def point_mark(point):
    """"3a" is the first item within point 3."""
    letters = (point or "").lstrip("0123456789")
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("a") + 1
    return f"{number}." if letters else f"{point}." if point else ""


def register_words(tree):
    rows = json.loads(run(tree, "decision-list", "-f", "json"))["vedtak"]
    return " ".join(point_mark(row["punkt"]) + " " + (row["ordlyd"] or "") for row in rows)


def deliver_words(tree):
    organisation = tree / "plan/organisation.yaml"
    organisation.write_text(organisation.read_text() + "\norgnummer: 883 974 832\nepost: a@x.example\ninnsyn-epost: i@x.example\n")
    delivery = json.loads(run(tree, "meeting-packet", "-f", "einnsyn", MEETING))
    words = []

    def walk(value):
        if isinstance(value, dict):
            if "tekstInnhold" in value:
                words.append(value["tekstInnhold"])
            for inside in value.values():
                walk(inside)
        elif isinstance(value, list):
            for inside in value:
                walk(inside)
    walk(delivery)
    return "\n".join(words)


def read_formats(tree, box):
    """What a reader sees in each format. The minutes and the register hold what is decided, and no background."""
    packet = run(tree, "meeting-packet", "-f", "html", MEETING)
    markdown = run(tree, "meeting-packet", "-f", "md", MEETING)
    read_back = subprocess.run(["cmark-gfm", "-e", "table", "--unsafe"], input=markdown.encode(), stdout=subprocess.PIPE,
                               check=True)
    return {
        "HTML": chromium_words(packet, box),
        "Markdown": page_words(read_back.stdout.decode()),
        "minutes": page_words(run(tree, "meeting-minutes", "-f", "html", MEETING)),
        "register": register_words(tree),
        "eInnsyn": deliver_words(tree),  # the last: it writes to the tree
    }


def differences(texts, formats):
    for number, (name, written, shown) in enumerate(texts):
        for form, text in formats.items():
            if form in ("minutes", "register") and number % 2:
                continue
            found, wanted = tokens(between(text, name)), tokens(shown)
            if found != wanted:
                pairs = enumerate(zip(found, wanted))
                at = next((i for i, pair in pairs if pair[0] != pair[1]), min(len(found), len(wanted)))
                yield f"# {form}, text {name}: word {at}: {found[at:at + 6]} for {wanted[at:at + 6]}\n{written}"


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    writer = Writer(seed)
    wrong = []
    for first in range(0, count, TO_A_MEETING):
        texts = [(str(number), *writer.text(number)) for number in range(first, min(count, first + TO_A_MEETING))]
        with tempfile.TemporaryDirectory() as box:
            tree = pathlib.Path(box) / "tree"
            write_tree(tree, texts)
            wrong += differences(texts, read_formats(tree, pathlib.Path(box)))
    print(*wrong[:5], f"# {count} texts with seed {seed}, {len(wrong)} wrong", sep="\n")
    return count < 1 or len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
