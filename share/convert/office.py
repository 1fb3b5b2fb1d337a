# SPDX-License-Identifier: MIT
"""What Word documents and slides are both made with: pandoc, the parts of an archive, the width of words."""
import io
import os
import subprocess
import zipfile

ENVIRONMENT = {"SOURCE_DATE_EPOCH": "0"} | os.environ
LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO"}

# Widths of Arial's letters in thousandths of the size; the others are 556, capitals 690. Bold ones are wider by 56 at most.
WIDTHS = {letter: width for letters, width in (
    ("ijl'", 222), ("ft.,:;/ !|\u00a0", 278), ("r-()", 333), ("cksvxyzJ", 500), ("mMæÆ", 860), ("wW–%▬", 900), ("—", 1000),
) for letter in letters}
BOLDER = 56


def measure(text, size, bold):
    """The width of a text, in the unit of its size."""
    width = sum(WIDTHS.get(letter, 690 if letter.isupper() else 556) for letter in text)
    return (width + (BOLDER * len(text) if bold else 0)) * size / 1000


def pandoc(arguments, source):
    """What pandoc makes of `source`, bytes: a name could be taken for an address."""
    made = subprocess.run(["pandoc", "--quiet", *arguments], env=ENVIRONMENT, input=source, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if made.returncode:
        raise OSError(f"pandoc: {made.stderr.decode('utf-8', 'replace').strip() or made.returncode}")
    return made.stdout


def unpack(archive):
    """The parts of an archive: {name: bytes}."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        return {name: parts.read(name) for name in parts.namelist() if not name.endswith("/")}


def pack(parts, target):
    """The same bytes for the same parts. `target` is a file, or its name."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts):  # the list of types comes first
            archive.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)


def set_dates(core, day):
    """The document is of its day, or of none."""
    for date in [part for part in core if part.tag.startswith("{http://purl.org/dc/terms/}")]:
        if day:
            date.text = f"{day}T00:00:00Z"
        else:
            core.remove(date)
