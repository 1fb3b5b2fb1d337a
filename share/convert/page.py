# SPDX-License-Identifier: MIT
"""A page of HTML as WeasyPrint lays it out, with nothing from outside: the same every time."""
import os
import pathlib
import re

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

import tables  # noqa: E402
import tagged  # noqa: E402
import weasyprint  # noqa: E402 (reads the environment)
import whole  # noqa: E402


def refuse(url, *_):
    raise ValueError(f"the page asks for {url}, which is not part of it")


def render(html):
    """The document of a page, and the page's element. It is given as text and nothing else can be fetched: neither a file
    nor the network."""
    # A printed page has nowhere to go: links to other documents become their words.
    html = re.sub(r'<a href="(?!#|https:|mailto:)[^"]*">(.*?)</a>', r"\1", html, flags=re.S)
    page = weasyprint.HTML(string=html, url_fetcher=refuse, base_url="about:blank")
    tables.fit_to_sheet(page.etree_element)
    return whole.lay_out(page, presentational_hints=True), page.etree_element


def maker():
    """The name and version of what is installed here, which each PDF tells of."""
    return "fellesskap " + (pathlib.Path(__file__).parent.parent / "version").read_text(encoding="utf-8").strip()


def convert(source, target, bundle, folder):
    """Makes `target`, a PDF, of `source`, HTML; and `bundle`, the same with the attachments in `folder`, unless it is empty."""
    with open(source, encoding="utf-8") as file:
        document, root = render(file.read())
    document.metadata.generator = maker()
    tagged.write(document, root, target)
    if bundle:
        import attachments  # pikepdf needs a while
        attachments.bundle(document, pathlib.Path(source).with_suffix(".json"), folder, bundle)
