# SPDX-License-Identifier: MIT
"""What is written: texts of all that the format allows, and what a reader sees of each.

What is seen is a text with three kinds of signs in it: POINT, the number of a point; EMBED, a thing that is shown.
"""
import dataclasses
import random

POINT = "\ue000{number}:{depth}\ue001"  # depth: how many numbered lists are around it
EMBED = "\ue002{number}\ue003"  # the embed of this number in the text

WORDS = ("planen vedtak ASU fagrådet kommunene pasienter oppfølging økonomi år språk møtet naïve cafe\u0301 Å\u030a "
         "a\u0308rlig 😀 2025 12,5 § sak/mål kr e-post «sitat» – fin finner x&y samhandlingsreformen kl. (delvis) nei; "
         "helsefellesskapets utskrivningsklare dobbelt-bindestrek-ord effekt").split()
LETTERS = [word for word in WORDS if word[0].isalpha()]
INLINE = [  # Markdown, and what is shown
    ("pro**sjekt**et", "prosjektet"), ("*uthevet ord*", "uthevet ord"), ("**fet**", "fet"), ("`kode x`", "kode x"),
    ("[en lenke](https://example.org/a_b)", "en lenke"), ("[tiltak](tiltak:1.1.1)", "tiltak"), (r"\*stjerne\*", "*stjerne*"),
    ("&amp;", "&"), ("100&nbsp;000", "100 000"), ("1\u00a0500", "1 500"), ("hel\u00adse", "helse"), ("&shy;del", "del"),
    (r"a\_b\_c", "a_b_c"), ("snake_case_ord", "snake_case_ord"), ("&lt;b&gt;", "<b>"), (r"\# nei", "# nei"), ("5 * 3", "5 * 3"),
    ("**_begge_**", "begge"), ("a|b", "a|b"), (r"\[x\]", "[x]"), ("~omtrent", "~omtrent"), ("1\\. punkt", "1. punkt"),
    ("[**fet** lenke](https://example.org/)", "fet lenke"), ("<https://example.org/x_y>", "https://example.org/x_y"),
    ("https://example.org/en/lang-adresse_som/ikke/brytes?x=1&y=2", "https://example.org/en/lang-adresse_som/ikke/brytes?x=1&y=2"),
    ("`` a`b ``", "a`b"), (r"c:\\mappe", r"c:\mappe"), ("&#8364;", "€"), ("&aring;r", "år"), ("`|`", "|"), ("u**t**", "ut"),
    ("`<b>`", "<b>"), ("*kursiv*.", "kursiv."), ("**fet:** ord", "fet: ord"), ("a^b", "a^b"), ("=5", "=5"), ("\\", "\\"),
]
STARTS = ["30. juni 2025", "1. januar", "2. halvår", "15. des.", "1. ledd", "3. tertial", "12 kommuner", "§ 3", "(1)", "2025"]
GOES_ON = ["2025. ord", "3) ord", "47. sak", "=ord", "+47 ord"]  # where a line is not the first of its paragraph
CODE = ["kode  på linje", "- ikke en liste", "30. juni", "1. ikke et punkt", "| a | b |", "<b>&amp;</b>", "*x* _y_ `z`", "    inn",
        r"\* \# \\", "# ikke en overskrift", "x" * 150]
PLAIN = ["*ikke uthevet*", "a_b_c", "_x_", "[x]", "[a](b)", "<b>", "&amp;", "x&y", "#", "1.", "|", "a|b", "`kode`", "~~x~~", r"\*",
         "{{x}}", "100\u00a0000", "hel\u00adse", "=1+1", "+1", "-", "https://example.org/a_b", "!", "<!-- x -->", "$x$", "a:b", "©"]


@dataclasses.dataclass
class Text:
    number: int
    place: str
    written: str = ""
    shown: str = ""
    heads: list = dataclasses.field(default_factory=list)  # the first rows of its tables: on paper they come on each page
    embeds: list = dataclasses.field(default_factory=list)  # what is written of each, and the numbers of texts that it shows

    @property
    def start(self):
        return f"QSTART{self.number}Q"

    @property
    def end(self):
        return f"QEND{self.number}Q"


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.heads, self.deepest = [], 2

    def chance(self, share):
        return self.random.random() < share

    def words(self, count):
        pairs = [self.random.choice(INLINE) if self.chance(0.3) else (self.random.choice(WORDS),) * 2 for _ in range(count)]
        return [written for written, _ in pairs], [shown for _, shown in pairs]

    def line(self, begins=True, goes_on=False):
        """A line of words: as written, and as shown."""
        first = self.random.choice(LETTERS)
        if begins and self.chance(0.2):
            first = self.random.choice(STARTS + GOES_ON * goes_on)
        written, shown = self.words(self.random.randint(1, 6))
        written = " ".join([first] + written)
        return written + " ord" * written.endswith("\\"), " ".join([first] + shown) + " ord" * written.endswith("\\")

    def paragraph(self):
        lines = [self.line(goes_on=at > 0) for at in range(self.random.randint(1, 3))]
        ends = [self.random.choice(["", "", "", "\\", "  "]) for _ in lines[1:]] + [""]
        return [written + end for (written, _), end in zip(lines, ends)], " ".join(shown for _, shown in lines)

    def bullets(self, depth, points):
        written, shown, mark = [], [], self.random.choice("-+*")
        for _ in range(self.random.randint(1, 3)):
            inside, words = self.item(depth, points)
            written += [mark + " " + inside[0]] + ["  " + line if line else "" for line in inside[1:]]
            shown.append(words)
        return written, " ".join(shown)

    def numbers(self, depth, points, first):
        written, shown, count = [], [], self.random.randint(1 if first == 1 else 2, 4)
        for number in range(first, first + count):
            inside, words = self.item(depth, points + 1)
            mark = f"{number}. "
            written += [mark + inside[0]] + [" " * len(mark) + line if line else "" for line in inside[1:]]
            shown.append(POINT.format(number=number, depth=points) + " " + words)
        return written, " ".join(shown), first + count

    def item(self, depth, points):
        """A paragraph, and sometimes a list, and then perhaps another block."""
        written, shown = self.paragraph()
        if depth < self.deepest and self.chance(0.3):
            if self.chance(0.5):
                inside, words = self.bullets(depth + 1, points)
            else:
                inside, words, _ = self.numbers(depth + 1, points, 1)
            written, shown = written + [""] + inside, shown + " " + words
            if self.chance(0.5):
                more, words = self.random.choice([self.paragraph, self.paragraph, self.table, self.code])()
                written, shown = written + [""] + more, shown + " " + words
        return written, shown

    def table(self):
        columns = self.random.randint(2, 4)
        rows = [[self.line(False) for _ in range(columns)] for _ in range(self.random.randint(2, 4))]
        cell = lambda text: text.replace("|", "\\|")
        written = ["Tabell: Oversikt", ""] + ["| " + " | ".join(cell(w) for w, _ in row) + " |" for row in rows]
        written.insert(3, "|" + " --- |" * columns)
        self.heads.append(" ".join(shown for _, shown in rows[0]))
        return written, "Oversikt " + " ".join(shown for row in rows for _, shown in row)

    def code(self):
        lines = self.random.sample(CODE, self.random.randint(1, 4))
        return ["```"] + lines + ["```"], " ".join(lines)

    def quote(self):
        lines, shown = self.paragraph()
        if self.chance(0.3):
            more, words = self.bullets(1, 0)
            lines, shown = lines + [""] + more, shown + " " + words
        return ["> " + line for line in lines], shown

    def block(self, headings):
        kind = self.random.randint(0, 9 if headings else 8)
        if kind < 4:
            return self.paragraph()
        if kind == 9:
            written, shown = self.line(False)
            return ["### " + written], shown
        return {4: lambda: self.bullets(0, 0), 5: lambda: self.bullets(0, 0), 6: self.table, 7: self.quote, 8: self.code}[kind]()

    def embed(self, text, embeddable):
        """A thing that is shown, between two marks of its own: what else it shows does not count."""
        address, numbers = self.random.choice(embeddable)
        at = len(text.embeds)
        text.embeds.append(numbers)
        before, after = f"QBEFORE{text.number}x{at}Q", f"QAFTER{text.number}x{at}Q"
        return [before, "", f"![vist ord]({address})", "", after], EMBED.format(number=at)

    def blocks(self, text, headings, embeddable):
        """Points go on from list to list; what is between them is anything."""
        number, kind = self.random.choice((1, 1, 1, 3)), None
        for _ in range(self.random.randint(1, 6 if self.deepest else 2)):
            if self.chance(0.4) and kind != "numbers":
                lines, words, number = self.numbers(0, 0, number)
                kind = "numbers"
            elif embeddable and self.chance(0.1):
                lines, words = self.embed(text, embeddable)
                kind = "embed"
            else:
                lines, words = self.block(headings)
                bullet = lines[0][:2] in ("- ", "+ ", "* ")
                if bullet and kind == "bullets":
                    continue
                kind = "bullets" if bullet else "other"
            yield lines, words

    def prose(self, text, headings=False, embeddable=(), short=False):
        self.heads, self.deepest = text.heads, 0 if short else 2
        blocks = list(self.blocks(text, headings, embeddable))
        text.written = "\n\n".join("\n".join(lines) for lines in [[text.start]] + [lines for lines, _ in blocks] + [[text.end]])
        text.shown = " ".join(words for _, words in blocks)
        return text

    def sentence(self, text, **_):
        """A paragraph, which shows that a text need not begin with a mark of its own."""
        written, shown = self.paragraph()
        text.written, text.shown = "\n".join([text.start + " " + written[0]] + written[1:]) + " " + text.end, shown
        return text

    def plain(self, text):
        """A text without markup: what looks like it is shown as it is."""
        words = [self.random.choice(PLAIN if self.chance(0.4) else LETTERS) for _ in range(self.random.randint(1, 6))]
        text.written, text.shown = " ".join([text.start] + words + [text.end]), " ".join(words)
        return text
