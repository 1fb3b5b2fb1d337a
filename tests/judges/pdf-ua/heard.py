# SPDX-License-Identifier: MIT
"""The words that poppler reads in the tree of a PDF are words of the page that it was made of: none is cut, no two are one."""
import html
import pathlib
import re
import subprocess

IN_LINE = r"</?(?:a|b|code|del|em|i|ins|span|strong|sub|sup|time)\b[^>]*>"


def written(page):
    """The words of a page of HTML, and what they are where words in a line have no space between them."""
    page = re.sub(r"<(style|script).*?</\1>", "", page, flags=re.S)
    texts = html.unescape(re.sub("<[^>]*>", " ", page)), html.unescape(re.sub("<[^>]*>", " ", re.sub(IN_LINE, "", page)))
    return {word for text in texts for word in text.lower().split()}


def is_mark(word):
    """Of an item of a list, or a comma between two."""
    return re.fullmatch(r"[•◦▪,.:…]|[0-9a-zæøå]{1,4}\.", word) is not None


def said(tree):
    """The texts of a tree of tags; of a figure its alternative is said, and not what is drawn in it."""
    figure = None
    for line in tree.split("\n"):
        depth = len(line) - len(line.lstrip())
        if figure is not None and depth > figure:
            continue
        figure = depth if line.lstrip().startswith("Figure") else None
        if text := re.fullmatch(r' *"(.*)"', line):
            yield text[1]


def faults(name):
    known = written(pathlib.Path(name).with_suffix(".html").read_text("utf-8"))
    tree = subprocess.run(["pdfinfo", "-struct-text", name], capture_output=True, check=True, encoding="utf-8").stdout
    words = [word for text in said(tree) for word in text.lower().split()]
    if not words:
        yield "nothing is heard [heard]"
    for word in words:
        spellings = {word, word.rstrip(",.:"), word.replace("\u2010", ""), word.replace("\u2010", "").rstrip(",.:")}
        if not is_mark(word) and not spellings & known:
            yield f"the word {word} is heard, which is in no text [heard]"
