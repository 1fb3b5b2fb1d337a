# SPDX-License-Identifier: MIT
"""LibreOffice without a window, with a profile of its own that is thrown away. Shared by the judges."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    uno = None

# Recalculate every formula on load, whichever program wrote the file: 0 is "always".
# LibreOffice 24 and later counts links between documents to it, too.
ACTIVE_CONTENT = '<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>'
SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">{ACTIVE_CONTENT}</item>
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


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def start(directory, follows_links=False):
    """Returns its process and its desktop, through which documents are opened and changed. A formula of a document may
    follow its links to another one."""
    user = pathlib.Path(directory) / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    settings = SETTINGS.replace(ACTIVE_CONTENT, ACTIVE_CONTENT.replace("true", "false")) if follows_links else SETTINGS
    (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    pipe = f"judge{os.getpid()}"
    environment = {**os.environ, "HOME": str(directory), "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(["soffice", "--headless", "--norestore", "--nolockcheck", "--nodefault",
                                f"-env:UserInstallation={user.parent.as_uri()}", f"--accept=pipe,name={pipe};urp;"],
                               env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # not listening yet
            time.sleep(0.5)
    process.kill()
    raise OfficeError("LibreOffice did not listen in 150 s")
