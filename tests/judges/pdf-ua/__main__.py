# SPDX-License-Identifier: MIT
"""pdf-ua [--spoil] FILE.pdf...: what PDFs lack of PDF/UA-1 (ISO 14289-1); status 1 if one lacks anything.

Beside each is FILE.html, of which it was made.

With --spoil, the judge is judged: of each file one copy for each clause is made in which that clause is broken, and it is
told which of them are found good.
"""
import sys

sys.dont_write_bytecode = True

import clauses
import heard
import pikepdf
import spoil


def main(arguments):
    if arguments[:1] == ["--spoil"]:
        wrong = spoil.unseen(arguments[1:])
    else:
        wrong = []
        for name in arguments:
            with pikepdf.open(name) as pdf:
                wrong += [f"{name}: {fault}" for fault in [*clauses.faults(pdf), *heard.faults(name)]]
    for fault in wrong:
        print(fault)
    return bool(wrong) or not arguments


sys.exit(main(sys.argv[1:]))
