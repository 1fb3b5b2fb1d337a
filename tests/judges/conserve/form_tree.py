# SPDX-License-Identifier: MIT
"""A tree of tests/trees as its own files say it, read without our code: what each document of a meeting must say, in order."""
import pathlib
import re

import yaml

PROPOSALS = {"forslag til vedtak", "framlegg til vedtak", "tilråding", "tilrådning", "innstilling", "innstilling til vedtak",
             "sekretariatets innstilling"}
SAID = {"handsaming i møtet", "oppsummering fra møtet"}


# Keys whose values are not shown as they are: ids, choices, numbers, days, places of files.
NOT_WORDS = {"dokument", "utvalg", "sak", "nr", "dato", "tid", "utsendt", "språk", "minutter", "pause", "kl", "møteleder", "referent",
             "til-stede", "hvem", "vara", "grupper", "godkjent", "type", "utfall", "for", "mot", "godkjenner", "følger", "utført",
             "rapportert", "fra-sak", "til-sak", "representerer", "url", "fil", "saksgang", "ansvar", "støtte", "eier", "id", "år",
             "frist", "status", "betyr", "statuser", "nivåer", "gjelder", "vedtak", "fremdrift", "saksbehandler"}
# Of these, what is in a map is a guest, and what is in a list or alone is an id.
PEOPLE = {"ansvarlig", "meldt-av", "hvem", "andre", "til-stede", "forfall"}


def loaded(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def words_of(value, key=""):
    if isinstance(value, dict):
        for name, inside in value.items():
            if name not in NOT_WORDS or (name in PEOPLE and not isinstance(inside, str)):
                yield from words_of(inside, name)
    elif isinstance(value, list):
        for inside in value:
            if key not in PEOPLE or isinstance(inside, dict):
                yield from words_of(inside, key)
    elif key not in PEOPLE and value:
        yield value


def one_or_more(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def paragraphs_of(text):
    """Without the numbers of points: formats set them in their own ways."""
    return [re.sub(r"\s+", " ", part).strip() for block in re.split(r"\n\s*\n", text.strip())
            for part in re.split(r"^\d+\. ", block, flags=re.M) if part.strip()]


class Case:
    def __init__(self, path):
        _, front, body = path.read_text().split("---\n", 2)
        self.front = loaded(front)
        head, *sections = re.split(r"^## *(.*)\n", body, flags=re.M)
        self.untitled, self.said, self.background, self.proposal, self.decided = paragraphs_of(head), [], [], [], None
        for title, text in zip(sections[::2], sections[1::2]):
            key = title.rstrip(":").lower()
            if key == "vedtak":
                self.decided = paragraphs_of(text)
            elif key in PROPOSALS:
                self.proposal, self.proposal_title = paragraphs_of(text), title
            else:
                (self.said if key in SAID else self.background).extend([title, *paragraphs_of(text)])
        self.number, self.title = self.front["sak"], self.front["tittel"]
        self.passed = self.front.get("utfall") not in ("utsatt", "falt", "trukket")
        self.has_points = re.search(r"^1\. ", body, flags=re.M) is not None
        self.decision = (self.proposal if self.decided is None else self.decided) if self.passed else []


class Tree:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.organisation = self.read("plan/organisation.yaml")
        self.plan = self.read("plan/action-plan.yaml")
        self.people = {person["id"]: person for person in self.organisation["personer"]}
        self.bodies = {body["id"]: body for body in self.organisation["organer"]}
        self.grants = [self.read(path.relative_to(self.folder)) for path in sorted((self.folder / "plan").glob("grant-*.yaml"))]
        self.meetings = [Meeting(self, path) for path in sorted((self.folder / "meetings").iterdir())]

    def read(self, path):
        return loaded((self.folder / path).read_text())

    def words_of(self, who, language):
        """Pieces of what a person, a body or a guest is called."""
        def in_language(of, key):
            return of.get(f"{key}-nn" if language == "nn" and f"{key}-nn" in of else key)
        if isinstance(who, dict) and "hvem" not in who:
            pieces = [who.get(key) for key in ("navn", "stilling", "tilhører")]
        else:
            id = who["hvem"] if isinstance(who, dict) else who
            of = self.people.get(id)
            pieces = [of.get("navn"), in_language(of, "rolle")] if of else [in_language(self.bodies[id], "navn")]
        return [piece for piece in [*pieces, who.get("merknad") if isinstance(who, dict) else None] if piece]

    def actions(self):
        """In the order of the plan, each with the names of what it is below."""
        def below(of, names):
            name = of.get("navn") or of.get("mål") or of.get("delmål") or of.get("målet")
            if isinstance(name, str):
                names = [*names, name]
            yield from ((names, action) for action in of.get("tiltak", []))
            for key in ("områder", "mål", "delmål"):
                if isinstance(of.get(key), list):
                    for inside in of[key]:
                        yield from below(inside, names)
        yield from below({key: value for key, value in self.plan.items() if key in ("tiltak", "områder")}, [])


class Meeting:
    def __init__(self, tree, path):
        self.tree, self.path, self.file = tree, path, loaded((path / "meeting.yaml").read_text())
        self.language = self.file.get("språk") or tree.organisation.get("språk", "nb")
        self.minutes = self.file.get("protokoll") or {}
        cases = {case.number: case for case in map(Case, path.glob("*.md"))}
        self.items = [(item, cases.get(item.get("sak"))) for item in self.file["saksliste"]]

    def who(self, people):
        return [piece for who in one_or_more(people) for piece in self.tree.words_of(who, self.language)]

    def tasks(self, of):
        for task in of.get("oppfølging", []):
            yield from self.who(task["hvem"])
            yield task["frist"]

    def agenda(self):
        yield from [self.file[key] for key in ("sted",) if key in self.file]
        for item, case in self.items:
            yield from [case.number, case.title] if case else [item["tekst"]] if "tekst" in item else []
            yield from item.get("punkter", [])

    def packet(self):
        yield from self.agenda()
        for _, case in self.items:
            if case:
                yield from [case.number, case.title]
        for _, case in self.items:
            if case:
                yield from [case.number, case.title, *[case.front[key] for key in ("arkivsak",) if key in case.front]]
                yield from [*self.who(case.front.get("ansvarlig")), *self.who(case.front.get("saksbehandler")), *case.untitled]
                yield from [case.proposal_title, *case.proposal] if case.proposal else []
                yield from self.tasks(case.front)
                yield from [attachment["tittel"] for attachment in case.front.get("vedlegg", [])]
                yield from case.background

    def record(self):
        """The minutes."""
        yield from [self.file[key] for key in ("sted",) if key in self.file]
        yield from [piece for key in ("møteleder", "referent") for piece in self.who(self.minutes.get(key))]
        as_table = "oppmøte" in self.tree.bodies[self.file["utvalg"]]
        keys = ("forfall", "til-stede", "andre") if as_table else ("til-stede", "forfall", "andre")
        yield from [piece for key in keys for piece in self.who(self.minutes.get(key))]
        for item, case in self.items:
            if case:
                yield from [case.number, case.title, *case.said, *case.decision, *self.tasks(case.front)]
            elif "referat" in item or "oppfølging" in item:
                yield from [item["tekst"], *item.get("punkter", []), *[item[key] for key in ("referat",) if key in item]]
                yield from self.tasks(item)
            elif item.get("tekst") == "Eventuelt":
                for raised in self.minutes.get("eventuelt", []):
                    yield from [raised["tittel"], *self.who(raised.get("meldt-av")), raised["tekst"]]

    def texts(self):
        """Everything that people wrote of it, in any order."""
        yield from words_of(self.file)
        for path in sorted(self.path.glob("*.md")):
            _, front, body = path.read_text().split("---\n", 2)
            yield from words_of(loaded(front))
            yield from paragraphs_of(re.sub(r"^## *(.*)$", r"\n\1\n", body, flags=re.M))

    def titles(self):
        """These come in contents and references, too."""
        return {words for item, case in self.items for words in [case.title if case else item.get("tekst", "")]}

    def rows(self):
        """Of the register of decisions: number, wording, who and when; in a list."""
        language = self.tree.organisation.get("språk", "nb")
        for item, case in self.items:
            tasks = (case.front if case else item).get("oppfølging", [])
            said = case.decision if case else [item["referat"]] if "referat" in item and tasks else []
            decided = bool(case and (case.decision or not case.passed))
            whole = [(" ".join(piece for who in one_or_more(task["hvem"]) for piece in self.tree.words_of(who, language)),
                      task["frist"]) for task in tasks]
            number = case.number if case else ""
            if case and not case.has_points:
                said = [" ".join(said)] if said else []
            if len(said) > 1:
                yield from [(number, point, "", "") for point in said]
                said = []
                decided = False
            yield from [(number, said[0] if said else "", *task) for task in whole]
            if not whole and (said or decided):
                yield (number, said[0] if said else "", "", "")
