# SPDX-License-Identifier: MIT
"""The words of documents: those of the tree, which is the current folder, or those that are installed."""
import pathlib

PLACES = (pathlib.Path(__file__).resolve().parent.parent / "templates", pathlib.Path("templates"))


def read(language):
    """The labels of a language, those of the tree over those that are installed: {key: words}."""
    files = [place / f"labels.{language}.txt" for place in PLACES]
    lines = [line for file in files if file.is_file() for line in file.read_text("utf-8-sig").splitlines()]
    pairs = (line.split(":", 1) for line in lines if ":" in line and not line.startswith("#"))
    return {key.strip(): words.strip() for key, words in pairs}
