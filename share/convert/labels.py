# SPDX-License-Identifier: MIT
"""The words of documents: those of the tree, which is the current folder, or those that are installed."""
import pathlib

PLACES = (pathlib.Path("templates"), pathlib.Path(__file__).resolve().parent.parent / "templates")


def read(language):
    """The labels of a language, from the first place that has its file: {key: words}."""
    file = next(file for file in (place / f"labels.{language}.txt" for place in PLACES) if file.is_file())
    return dict(line.split(": ", 1) for line in file.read_text("utf-8").splitlines() if ": " in line)
