# SPDX-License-Identifier: MIT
"""/usr/bin/python3 tests/judges/conserve [--paper] [--spoil] COUNT [SEED]: what people wrote comes out in every format that shows it, once, in
order, unchanged.

Writes COUNT texts of all that the format allows, at most 500 to a tree, each between two marks: in plans, grants, agendas,
papers and minutes. Builds the trees with tree-build in $BIN, reads each file with the programs of others, and compares
the words and the numbers of points that a reader sees with those that were written. --paper: PDF and DOCX, too, and no
word may lie outside its page. --spoil: a file of each format is spoiled, and must be found wrong. Prints what is wrong, and
exits with 1 if anything is.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import readers  # noqa: E402
import sheets  # noqa: E402
import spoil  # noqa: E402
from compare import Reading, places_of  # noqa: E402
from tree import Tree  # noqa: E402

TOP = pathlib.Path(__file__).resolve().parents[3]
BIN = pathlib.Path(os.environ.get("BIN", TOP / "build/bin")).resolve()
CONVERT = BIN.parent / "share/fellesskap/convert"
TO_A_TREE, TO_A_PAPER_TREE = 500, 80


def build(folder, paper):
    """All documents of the tree, as tree-build makes them; where they are."""
    command = [BIN / "tree-build", "-C", folder / "tree", "-o", folder / "made", "-d", "2025-01-31"]
    done = subprocess.run(command + ([] if paper else ["--without", "pdf,docx,pptx"]), stderr=subprocess.PIPE,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode:
        errors = [line for line in done.stderr.decode().splitlines() if not re.search(": (advarsel|merknad|warning|note): ", line)]
        sys.exit("\n".join([f"tree-build ends with {done.returncode}:"] + errors[:10]))
    return [path for path in sorted((folder / "made/public").rglob("*")) if places_of(path)]


def read(files):
    found = readers.read(files)
    return {path: readers.of_register(path) if path.name == "decisions.json" else
            "\n".join(source) if isinstance(source, list) else source for path, source in found.items()}


def judge(texts, files):
    return [told for path, source in read(files).items() for told in Reading(path, source, texts).differences()]


def beyond_sheet(files):
    """Words of a PDF that lie outside their page, wholly or in part."""
    return [told for path in files if path.suffix == ".pdf" for told in sheets.beyond(path)]


def main():
    arguments = sys.argv[1:]
    options = [argument for argument in arguments if argument.startswith("--")]
    paper, spoils = "--paper" in options, "--spoil" in options
    count, seed = map(int, (arguments[len(options):] + ["1"])[:2])
    wrong, first = [], 0
    while first < count:
        with tempfile.TemporaryDirectory() as box:
            tree = Tree(seed, first, min(count - first, TO_A_PAPER_TREE if paper else TO_A_TREE), paper)
            tree.write(pathlib.Path(box) / "tree")
            first += len(tree.texts)
            files = build(pathlib.Path(box), paper)
            wrong += judge(tree.texts, files) + beyond_sheet(files)
            if spoils and first == len(tree.texts):
                wrong += spoil.spoil(files, lambda path, texts=tree.texts: judge(texts, [path]), CONVERT, paper)
    told = wrong[:3] + [line.split("\n")[0] for line in wrong[3:30]]
    print(*(f"# {line}" for line in told), f"# {first} texts with seed {seed}, {len(wrong)} wrong", sep="\n")
    return count < 1 or len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
