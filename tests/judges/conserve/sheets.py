#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""sheets.py FILE.pdf...: does any word lie outside its page? Prints those, and exits with 1 if there are any.

pdftotext leaves out what is not on the page: it is shown a page with a margin of five metres around the sheet.
"""
import html
import pathlib
import re
import subprocess
import sys
import tempfile

import pikepdf

AROUND = 14000  # points, five metres; a PDF page may not be larger
SLACK = 0.5


def widened(path, target):
    """The same with more around each page; the sheets as they were, from the lower left corner of the new ones."""
    with pikepdf.open(path) as document:
        sheets = []
        for page in document.pages:
            left, bottom, right, top = map(float, page.cropbox)
            sheets.append((right - left, top - bottom))
            for box in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if box in page:
                    del page[box]
            page.MediaBox = [left - AROUND / 2, bottom - AROUND / 2, right + AROUND / 2, top + AROUND / 2]
        document.save(target)
    return sheets


def beyond(path):
    """What lies outside, page by page."""
    with tempfile.TemporaryDirectory() as box:
        wide = pathlib.Path(box) / "wide.pdf"
        sheets = widened(path, wide)
        pages = subprocess.run(["pdftotext", "-raw", "-bbox", wide, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    found = 0
    for number, (page, (width, height)) in enumerate(zip(pages.split("<page ")[1:], sheets), 1):
        for *sides, word in re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page):
            left, top, right, bottom = (float(side) - AROUND / 2 for side in sides)
            found += 1
            if left < -SLACK or top < -SLACK or right > width + SLACK or bottom > height + SLACK:
                yield f"{path.name}, page {number}: '{html.unescape(word)}' ends at {right:.0f} of {width:.0f}, {bottom:.0f} of {height:.0f}"
    if not found:
        yield f"{path.name}: no words"


def main():
    told = [line for name in sys.argv[1:] for line in beyond(pathlib.Path(name))]
    print(*told[:20], sep="\n")
    return len(sys.argv) < 2 or len(told) > 0


if __name__ == "__main__":
    sys.exit(main())
