# SPDX-License-Identifier: MIT
"""Are the words that are read those that were written, once, in order? One normaliser for both sides."""
import re
import unicodedata

from readers import LINE_END, PAGE_END

ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
MARKS = {"•", "◦", "▪", "Tabell:"}  # of bullets, and of captions
LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})

# The texts that a document shows in each of its formats, and what one format shows more or less than that.
SHOWN = {
    "action-plan": "plan-title area area-remark goal goal-remark action action-remark action-comment link body body-short",
    "grant-2024": "grant-title grant-remark allocation phase allocation-remark grant-change",
    "grant-2024-report": "grant-title grant-remark allocation report-text report-deviation grant-change",
    "notice": "title subtitle place change meeting-remark agenda-point agenda-text",
    "packet": "title subtitle place change meeting-remark agenda-point agenda-text decision background",
    "minutes": "title subtitle place change minutes-remark decision discussion entry reason other-title other-text",
    "decisions": "decision",
    "year-wheel": "year-remark duty duty-without-day duty-remark preparation",
    "organisation": "body mandate decides meets",
}
MORE = {
    "grant-2024.xlsx": "report-text report-deviation supplier payment",
    "grant-2024.json": "report-text report-deviation supplier payment",
    "packet.einnsyn": "discussion",
}
LESS = {
    "decisions.ics": "decision",  # only what is to be followed up
    "action-plan.svg": SHOWN["action-plan"],  # as much of a text as its row has place for
    "packet.einnsyn": "subtitle change meeting-remark agenda-point agenda-text",  # the API has no key for them
    "grant-2024.xlsx": "grant-remark allocation-remark",  # its tables have no column for them
    "year-wheel.svg": SHOWN["year-wheel"],  # numbers of the tables
    "year-wheel.ics": "year-remark duty-without-day duty-remark",  # what has a day
    "organisation.svg": SHOWN["organisation"],  # names alone, in lines
    "organisation.xlsx": SHOWN["organisation"],  # members alone
    "grant-2024.360giving.json": SHOWN["grant-2024"],  # judged as open data
}


def places_of(path):
    """What this file must show: the names of places."""
    if path.parent.name == "schemas":
        return set()
    shown = set(SHOWN.get(path.name.split(".")[0], "").split())
    return (shown | set(MORE.get(path.name, "").split())) - set(LESS.get(path.name, "").split())


def tokens(text):
    """The one normaliser: NFC, spaces alike, without soft hyphens, ligatures apart, marks of bullets left out."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").translate(LIGATURES)
    text = text.replace(PAGE_END, f" {PAGE_END} ").replace("\ue002", " \ue002").replace("\ue003", "\ue003 ")
    return [word for word in re.sub(r"[\s\u00a0\u200b]+", " ", text).split() if word not in MARKS]


def mark(number, depth, letters):
    """The number of a point as it is printed: 1. a. i., where the format has letters."""
    if not depth or not letters:
        return f" {number}. "
    return f" {chr(96 + number)}. " if depth == 1 else f" {ROMAN[number]}. "


def wanted(text, letters):
    return tokens(re.sub("\ue000(\\d+):(\\d+)\ue001", lambda found: mark(int(found[1]), int(found[2]), letters), text.shown))


class Reading:
    """What one file shows, and how it differs from what was written."""

    def __init__(self, path, source, texts):
        self.path, self.source, self.texts = path, source, {text.number: text for text in texts}
        self.is_paper = path.suffix == ".pdf"
        self.is_register = path.name.startswith("decisions.")

    def regions(self, start, end):
        return [found[1] for found in re.finditer(f"{start}(.*?){end}", self.source, re.S)]

    def differences(self):
        places = places_of(self.path)
        for text in self.texts.values():
            if text.place not in places:
                continue
            found = self.regions(text.start, text.end)
            if not found:
                yield f"{self.path.name}, text {text.number} ({text.place}): it is not there\n{text.written}"
            for region in found:
                if told := self.difference(region, text):
                    yield f"{self.path.name}, text {text.number} ({text.place}): {told}\n{text.written}"
                    break

    def difference(self, region, text):
        if self.path.suffix == ".json" and not self.is_register:
            return self.as_written(region, text)
        words = self.words(region, text)
        ways = [wanted(text, True)] + [wanted(text, False)] * (self.path.suffix == ".md")
        parted = [first_difference(words, way, self.is_paper) for way in ways]
        if None in parted:
            return None
        at, place = max(parted)
        return f"word {place}: {words[at:at + 8]} for {ways[parted.index((at, place))][place:place + 8]}"

    def as_written(self, region, text):
        """JSON has the Markdown itself."""
        inside = text.written.partition(text.start)[2].rpartition(text.end)[0]
        return None if region == inside else f"{region[:300]!r} for {inside[:300]!r}"

    def words(self, region, text):
        """The words of a region, with an EMBED for each thing that is shown in it as it must be."""
        for at, numbers in enumerate(text.embeds):
            name = f"{text.number}x{at}"
            for inside in re.findall(f"QBEFORE{name}Q(.*?)QAFTER{name}Q", region, re.S):
                if self.shows(inside, numbers):
                    region = region.replace(f"QBEFORE{name}Q{inside}QAFTER{name}Q", f" \ue002{at}\ue003 ", 1)
        words = tokens(self.without_labels(region))
        return without_heads(words, [tokens(head) for head in text.heads]) if self.is_paper else words

    def shows(self, inside, numbers):
        if self.is_register:
            return "vist ord" in inside
        part = Reading(self.path, inside, self.texts.values())
        return all(regions and not any(part.difference(region, self.texts[number]) for region in regions)
                   for number in numbers for regions in [part.regions(self.texts[number].start, self.texts[number].end)])

    def without_labels(self, region):
        """The rows of a register: what is around the words of a point, but for its number."""
        if not self.is_register:
            return region
        return re.sub(ROW, lambda found: point(found[1] or ""), re.sub(HEAD, PAGE_END, region), flags=re.S)


# Status, committee, day, case, point, title: not all of them in each format, and not all in this order.
GAP = rf"[\s{LINE_END}{PAGE_END}]+"
HEAD = rf"{PAGE_END}{GAP}Sak(?:{GAP}Punkt)?{GAP}Vedtak(?:{GAP}Hvem)?(?:{GAP}Frist)?{GAP}Status"  # columns without words are left out
TITLE = rf"(?:QSTART\d+Q(?:(?!QEND).)*QEND\d+Q{GAP})?"
ROW = (rf"vedtatt{GAP}ASU{GAP}(?:2024-11-05 00:00:00{GAP})?\d+/24{GAP}(?:5\.{GAP}november{GAP}2024{GAP})?"
       rf"{TITLE}(?:(\d+[a-z]*){GAP})?{TITLE}")


def point(name):
    """"3a" is the first item within point 3."""
    number, letters = re.fullmatch(r"(\d*)([a-z]*)", name).groups()
    return f" {letters or number}. " if name else " "


def without_heads(words, heads):
    """A table that goes on on the next page has its head there again."""
    kept, at = [], 0
    while at < len(words):
        if words[at] == PAGE_END:
            at += 1
            at += next((count for count in (length_of_head(words[at:at + 300], head) for head in heads) if count), 0)
        else:
            kept.append(words[at])
            at += 1
    return kept


def length_of_head(words, head):
    """How many words, some of them cut at the ends of lines, are that head; 0 where they begin with something else."""
    built, whole = "", "".join(head)
    for count, word in enumerate(words):
        if built and built == whole:
            return count
        built += "" if word == LINE_END else word.rstrip("\u2010")
        if not whole.startswith(built):
            return 0
    return 0


def first_difference(found, expected, is_paper):
    """Places in both where they part; None when they do not. On paper a word may be cut at the end of a line, with a hyphen of
    its own or none."""
    at = 0
    for place, word in enumerate(expected):
        begun, built = at, ""
        while built != word:
            while at < len(found) and found[at] == LINE_END and is_paper:
                at += 1
            if at == len(found) or not word.startswith((built + found[at]).rstrip("\u2010") if is_paper else found[at]):
                return begun, place
            built += found[at]
            at += 1
            if built != word:
                if at == len(found) or found[at] != LINE_END or not is_paper:
                    return begun, place
                built = built.rstrip("\u2010")
    return None if all(word == LINE_END for word in found[at:]) else (at, len(expected))
