# SPDX-License-Identifier: MIT
"""LibreOffice without a window, with a profile of its own that is thrown away. Shared by xlsx-recalculate and open-documents."""

import os
import pathlib
import shutil
import subprocess
import tempfile

# Recalculate every formula on load, whichever program wrote the file: 0 is "always".
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nb-NO</value></prop></item>
</oor:items>
"""


class OfficeError(Exception):
    """LibreOffice is missing, or made no file. Its words are in the message."""


class Office:
    """Used as a context: with Office() as office: office.convert(...)"""

    def __enter__(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="judge-"))
        user = self.directory / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        self.runs = 0
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.directory, ignore_errors=True)

    def convert(self, files, suffix):
        """Converts all files in one run; returns the new file of each, or None where none was made."""
        self.runs += 1
        inside = self.directory / f"in{self.runs}"
        outside = self.directory / f"out{self.runs}"
        inside.mkdir()
        outside.mkdir()
        copies = []
        for number, file in enumerate(files):  # numbered, for two folders may have files of one name
            copy = inside / f"{number}{pathlib.Path(file).suffix.lower()}"
            shutil.copyfile(file, copy)
            copies.append(copy)
        command = ["soffice", "--headless", "--norestore", "--nolockcheck", "--nodefault",
                   f"-env:UserInstallation={(self.directory / 'profile').as_uri()}",
                   "--convert-to", suffix, "--outdir", str(outside), *map(str, copies)]
        environment = {**os.environ, "HOME": str(self.directory), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
        try:
            run = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, timeout=300, check=False)
        except FileNotFoundError as error:
            raise OfficeError("LibreOffice is not installed: run ./bootstrap --test") from error
        except subprocess.TimeoutExpired as error:
            raise OfficeError("LibreOffice did not end in 300 s") from error
        made = [outside / f"{copy.stem}.{suffix}" for copy in copies]
        if not any(file.is_file() for file in made):
            raise OfficeError("LibreOffice made no file: " + run.stdout.decode("utf-8", "replace").strip())
        return [file if file.is_file() else None for file in made]
