# SPDX-License-Identifier: MIT
"""The small changes that a test should notice: where in a source, and what becomes of it."""

import hashlib
import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<skip>//[^\n]*|/\*.*?\*/|\#(?:[^\n\\]|\\.)*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\s+)
    |(?P<word>[^\W\d]\w*)
    |(?P<number>0[xX][\da-fA-F]+\w*|\d[\w.]*)
    |(?P<operator><<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)""",
    re.VERBOSE | re.DOTALL)

NEIGHBOURS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
              "+": "-", "-": "+", "+=": "-=", "-=": "+=", "true": "false", "false": "true"}
LEAVING = {"break", "continue"}
# What stands before a sign, and not before a subtraction.
BEFORE_SIGN = set("(,={[?:<>+-*/%&|!;") | {"return", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "case"}
# A line or a year is 0 where there is none; no text has one of 1 there.
COMPARED = {">", "==", "!="}
# A table has this many for any byte; in one of more the last is never asked for.
BYTES = "256"
# A number or a sum there is only how much room there is: too little of it is what the sanitisers are for.
ROOM = {"map_begin", "arena_alloc", "arena_append"}


@dataclass(frozen=True)
class Mutant:
    path: str
    line: int
    start: int
    end: int
    new: str
    words: str  # what was changed, for people
    text: str  # the line

    def apply(self, source):
        return source[:self.start] + self.new + source[self.end:]

    def key(self):
        """Names the change in the list of equivalent ones, wherever its line moves."""
        return f"{self.path}: {self.text}: {self.words}"


def tokens(source):
    return [(m.lastgroup, m.group(), m.start()) for m in TOKEN.finditer(source) if m.lastgroup != "skip"]


def closing(found, at):
    """The token that closes the bracket at `at`."""
    depth = 0
    for i in range(at, len(found)):
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(found[i][1], 0)
        if depth == 0:
            return i
    return len(found) - 1


def without(found):
    """Tokens that say how large things are, how they are called, or that something is not given."""
    out = set()
    for i, (_, word, _) in enumerate(found):
        if [token for _, token, _ in found[i:i + 3:2]] in (["line", "0"], ["year", "0"]) and found[i + 1][1] in COMPARED:
            out.add(i + 2)
        elif [token for _, token, _ in found[i:i + 3]] == ["[", BYTES, "]"]:
            out.add(i + 1)
        elif word == "{" and {token for _, token, _ in found[i + 1:closing(found, i)]} <= {"0", "NULL", ","}:
            out.update(range(i, closing(found, i)))
        if word in {"enum", "struct"}:
            after = next((j for j in (i + 1, i + 2) if j < len(found) and found[j][1] == "{"), None)
            if after:
                out.update(range(i, closing(found, after)))
        elif word in ROOM or word in {"static_assert", "_Static_assert"}:
            out.update(j for j in range(i, closing(found, i + 1)) if word not in ROOM or found[j][0] == "number" or found[j][1] in "+-")
    return out


def changes(found, i):
    """(first token, last token, what takes their place, words) for each change that begins at a token."""
    kind, word, _ = found[i]
    before = found[i - 1][1] if i else ""
    after = found[i + 1][1] if i + 1 < len(found) else ""
    if word in NEIGHBOURS and not (word in "+-" and before in BEFORE_SIGN):
        yield i, i, NEIGHBOURS[word], f"{word} → {NEIGHBOURS[word]}"
    elif kind == "number" and re.fullmatch(r"\d+", word):
        yield i, i, str(int(word) + 1), f"{word} → {int(word) + 1}"
        if int(word) > 0:
            yield i, i, str(int(word) - 1), f"{word} → {int(word) - 1}"
    elif word in LEAVING and after == ";":
        yield i, i, "", f"{word} removed"
    elif word == "if" and after == "(":
        yield i + 1, closing(found, i + 1), None, "condition negated"


def mutants(path, source):
    found = tokens(source)
    skipped = without(found)
    lines = source.split("\n")
    for i in range(len(found)):
        if i in skipped:
            continue
        for first, last, new, words in changes(found, i):
            start, end = found[first][2], found[last][2] + len(found[last][1])
            line = source.count("\n", 0, start) + 1
            text = lines[line - 1].strip()
            # One of several on a line is told by its column.
            same = [m.start() for m in re.finditer(re.escape(found[i][1]), lines[line - 1])]
            column = start - source.rfind("\n", 0, start)
            which = f" (column {column - len(lines[line - 1]) + len(lines[line - 1].lstrip())})" if len(same) > 1 else ""
            yield Mutant(path, line, start, end, new if new is not None else f"(!{source[start:end]})", words + which, text)


def shuffled(all_mutants, seed):
    """In an order of the seed's, in which a mutant keeps its place when other lines move."""
    def place(mutant):
        file = mutant.path.rsplit("/", 1)[1]
        return hashlib.sha256(f"{seed}:{file}:{mutant.text}:{mutant.words}".encode()).digest()
    return sorted(all_mutants, key=place)
