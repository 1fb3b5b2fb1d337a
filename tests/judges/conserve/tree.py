# SPDX-License-Identifier: MIT
"""A tree of texts: bodies, a plan, a grant with payments, a year, and a meeting that was held, with every key in which people
write."""
import json

from texts import Text, Writer

MEETING = "2024-11-05-asu"
FIRST_CASE = 100
ORGANISATION = """dokument: organisasjon
navn: Helsefellesskapet i Prøvefjorden
orgnummer: 883 974 832
epost: post@prove.example
innsyn-epost: innsyn@prove.example
nettsted: https://prove.example/
organer:
  - {id: ASU, navn: Administrativt samarbeidsutvalg, kort: ASU, nivå: administrativt}
"""
PEOPLE = """personer:
  - {id: leder-asu, rolle: Leder ASU, organ: ASU}
  - {id: medlem, rolle: Medlem, organ: ASU}
"""


class Tree:
    """Texts by number, and the files in which they stand."""

    # What is shown in cells of tables: a row that is cut between two pages has its cells beside each other on both. That does
    # not hinder those who read a plan by its tags.
    IN_CELLS = {"allocation-remark", "grant-change", "agenda-point", "decision"}

    def __init__(self, seed, first, count, on_paper):
        self.writer, self.first, self.count, self.on_paper = Writer(f"{seed}:{first}"), first, count, on_paper
        self.texts, self.embeddable, self.bodies = [], [], []

    def is_full(self):
        return len(self.texts) >= self.count

    def new(self, place, kind="prose", **options):
        """The next text as its key writes it, or nothing when there are enough."""
        if self.is_full():
            return None
        text = Text(self.first + len(self.texts), place)
        if kind == "prose" and self.on_paper:
            options["short"] = place in self.IN_CELLS
        if kind == "prose" and self.writer.chance(0.2):
            kind = "sentence"
        getattr(self.writer, kind)(text, **options)
        self.texts.append(text)
        return text

    def key(self, indent, name, place, kind="prose", share=1.0, **options):
        """A line or a block of YAML, or none."""
        text = self.new(place, kind, **options) if self.writer.chance(share) else None
        return [yaml(indent, name, text, kind)] if text else []

    def plain_or(self, place, otherwise):
        text = self.new(place, "plain")
        return json.dumps(text.written if text else otherwise, ensure_ascii=False)

    def organisation(self):
        lines = []
        for number in range(max(self.count // 100, 1)):
            if self.is_full():
                break
            self.bodies.append(f"råd-{number}")
            lines += [f"  - id: råd-{number}", "    nivå: faglig", f"    navn: {self.plain_or('body', 'Råd')}",
                      f"    kort: {self.plain_or('body-short', 'Råd')}", *self.key(4, "mandat", "mandate", "plain"),
                      *self.key(4, "beslutning", "decides", "plain"), *self.key(4, "møter", "meets", "plain")]
        return ORGANISATION + "".join(line + "\n" for line in lines) + PEOPLE

    def action(self, number):
        at = len(self.texts)
        text = self.new("action")
        lines = [f"          - nr: {number}"]
        # Without a short title the overview would have the first words of the text, and so its mark, too.
        lines += [f"            kort: Kortnavn {number}"]
        lines += [yaml(12, "tiltak", text) if text else "            tiltak: Ord."]
        if text:
            self.embeddable.append((f"tiltak:{number}", [text.number]))
        lines += self.key(12, "merknad", "action-remark", share=0.4) + self.key(12, "kommentar", "action-comment", share=0.4)
        if self.bodies:
            lines += [f"            ansvar: [{self.writer.random.choice(self.bodies)}]"]
        lines += ["            år: [2024]", "            status: pågår"]
        if self.writer.chance(0.2) and (title := self.new("link", "plain")):
            lines += ["            lenker:", f"              - tittel: {json.dumps(title.written, ensure_ascii=False)}",
                      "                url: https://example.org/"]
        assert at <= len(self.texts)
        return lines

    def plan(self, until):
        lines = ["dokument: handlingsplan", f"tittel: {self.plain_or('plan-title', 'Plan')}", "eier: ASU", "år: 2023–2025",
                 "områder:"]
        area = 0
        while area == 0 or len(self.texts) < until:
            area += 1
            lines += [f"  - nr: {area}", f"    navn: {self.plain_or('area', 'Område')}"]
            lines += self.key(4, "merknad", "area-remark", share=0.5) + ["    mål:"]
            lines += [f"      - nr: {area}.1", *(self.key(8, "mål", "goal") or ["        mål: Ord"])]
            lines += self.key(8, "merknad", "goal-remark", share=0.5) + ["        tiltak:"]
            for number in range(1, 6):
                lines += self.action(f"{area}.1.{number}")
        return "\n".join(lines) + "\n"

    def grant(self, until):
        lines = ["dokument: tilskudd", "id: 2024", f"tittel: {self.plain_or('grant-title', 'Tilskudd')}", "eier: ASU",
                 "ramme: 900 000 000", f"vedtatt: {FIRST_CASE}/24", "mva: uten", *self.key(0, "merknad", "grant-remark"), "tildelinger:"]
        number, names, changes, payments = 0, [], [], ["dato;prosjektnummer;bilag;leverandør;beløp;tekst"]
        while number == 0 or len(self.texts) < until:
            number += 1
            name, phase = self.new("allocation", "plain"), self.new("phase", "plain")
            names += [text.number for text in (name, phase) if text]
            lines += [f"  - id: p{number}", yaml(4, "navn", name, "plain") if name else "    navn: Prosjekt", "    beløp: 100 000",
                      f"    prosjektnummer: '{number + 10000}'", "    rapporteres: 2024-12-01"]
            lines += [yaml(4, "fase", phase, "plain")] if phase else []
            lines += self.key(4, "merknad", "allocation-remark")
            lines += ["    rapport:", "      mottatt: 2024-11-30", *self.key(6, "omtale", "report-text"),
                      *self.key(6, "avvik", "report-deviation")]
            changes += ["  - dato: 2024-11-05", f"    sak: {FIRST_CASE}/24", f"    tildeling: p{number}", "    endring: tillegg",
                        "    beløp: 1 000", *self.key(4, "merknad", "grant-change")]
            payments.append(f"2024-11-20;{number + 10000};{number};{self.cell('supplier')};1,00;{self.cell('payment')}")
        self.embeddable.append(("tilskudd:2024", names))
        return "\n".join(lines + ["endringer:"] + changes) + "\n", "\n".join(payments) + "\n"

    def cell(self, place):
        text = self.new(place, "plain")
        return '"' + (text.written if text else "ord").replace('"', '""') + '"'

    def year(self, until):
        lines = ["dokument: årshjul", "tittel: Året", "eier: ASU", "dato: 2024-11-15", *self.key(0, "merknad", "year-remark"), "oppgaver:"]
        number = 0
        while number == 0 or len(self.texts) < until:
            number += 1
            when = self.writer.random.choice([[], ["    måned: mars"], ["    uke: 12"], ["    dato: 17. mai", "    hvert: halvår"]])
            name = self.plain_or("duty" if when else "duty-without-day", "Oppgave")
            lines += [f"  - id: oppgave-{number}", f"    navn: {name}", "    hvem: [ASU]"]
            lines += when + self.key(4, "merknad", "duty-remark", share=0.5)
            if when and self.writer.chance(0.4) and (text := self.new("preparation", "plain")):
                lines += ["    forberedelser:", yaml(6, "- navn", text, "plain"), "        dager-før: 30"]
        return "\n".join(lines) + "\n"

    def paper(self, number, until):
        """A case with what was proposed and decided, its background, and what was said of it."""
        subtitle = self.key(0, "undertittel", "subtitle", "plain", 0.3)
        lines = ["---", "dokument: sak", f"sak: {number}/24", f"tittel: {self.plain_or('title', 'Sak')}", *subtitle, "type: vedtak",
                 "ansvarlig: [leder-asu]", "utfall: som forslag"]
        if self.writer.chance(0.1) and (reason := self.new("reason", "plain")):
            lines += ["inhabile:", "  - hvem: medlem", yaml(4, "grunn", reason, "plain")]
        lines += ["---", "## Forslag til vedtak", "", self.section("decision"), ""]
        for heading, place, share in (("Bakgrunn", "background", 0.8), ("Behandling i møtet", "discussion", 0.3),
                                      ("Protokolltilførsel", "entry", 0.2)):
            if not self.is_full() and self.writer.chance(share):
                lines += ["## " + heading, "", self.section(place), ""]
        return "\n".join(lines)

    def section(self, place):
        text = self.new(place, headings=True, embeddable=self.embeddable)
        return text.written if text else "ASU slutter seg til saken."

    def agenda(self, numbers, until):
        lines = []
        for number in numbers:
            lines += [f"  - sak: {number}/24", "    minutter: 1"]
            points = []
            while len(points) < 2 and self.writer.chance(0.3) and (text := self.new("agenda-point")):
                points.append(text)
            if points:
                lines += ["    punkter:"] + [item(6, text) for text in points]
            if self.writer.chance(0.05) and (text := self.new("agenda-text", "plain")):
                lines += [f"  - tekst: {json.dumps(text.written, ensure_ascii=False)}"]
        return lines

    def meeting(self, papers, last):
        """What is decided at the meeting, and who was there."""
        numbers = [int(name.split("-")[0]) for name in papers] + [last]
        end = f"{8 + len(numbers) // 60}.{len(numbers) % 60:02}"
        lines = ["dokument: møte", "utvalg: ASU", "nr: 9/24", "dato: 2024-11-05", f"tid: 8.00–{end}", "utsendt: 2024-10-20",
                 f"sted: {self.plain_or('place', 'Rådhuset')}", *self.key(0, "merknad", "meeting-remark"),
                 "endringer:", "  - dato: 2024-10-21", f"    endring: {self.plain_or('change', 'Nytt rom')}", "saksliste:"]
        lines += self.agenda(numbers, self.count)
        lines += ["protokoll:", "  møteleder: leder-asu", "  til-stede: [leder-asu, medlem]",
                  *self.key(2, "merknad", "minutes-remark"), "  eventuelt:"]
        raised = 0
        while raised < 3 or not self.is_full():
            raised += 1
            lines += [f"    - tittel: {self.plain_or('other-title', 'Annet')}", *self.key(6, "tekst", "other-text", share=0.7)]
        return "\n".join(lines) + "\n"

    def files(self):
        """Paths and contents. A seventh each is the plan's, the grant's and the meeting's own, half of one the year's; the
        rest is of cases."""
        files = {"plan/organisation.yaml": self.organisation(), "plan/action-plan.yaml": self.plan(self.count * 2 // 7)}
        files["plan/grant-2024.yaml"], files["plan/grant-2024-payments.csv"] = self.grant(self.count * 3 // 7)
        files["plan/year.yaml"] = self.year(self.count * 7 // 14)
        files[".plan-check.yaml"] = "dokument: kontroll\nfaste-saker: []\n"
        papers, number = {}, FIRST_CASE
        while not papers or len(self.texts) < self.count * 6 // 7 - 10:
            papers[f"{number}-24.md"] = self.paper(number, self.count)
            number += 1
        folder = f"meetings/{MEETING}/"
        files |= {folder + name: paper for name, paper in papers.items()}
        files[f"{folder}{number}-24.md"] = (f"---\ndokument: sak\nsak: {number}/24\ntittel: Eventuelt\ntype: eventuelt\n"
                                            "ansvarlig: [leder-asu]\n---\n")
        files[folder + "meeting.yaml"] = self.meeting(papers, number)
        return files

    def write(self, folder):
        for name, content in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)


def yaml(indent, name, text, kind="prose"):
    """A key with a text of one line in quotes, or of several after a bar."""
    space = " " * indent
    if kind == "plain":
        return f"{space}{name}: {json.dumps(text.written, ensure_ascii=False)}"
    return f"{space}{name}: |\n" + "\n".join(f"{space}  {line}".rstrip() if not line.strip() else f"{space}  {line}"
                                             for line in text.written.split("\n"))


def item(indent, text):
    space = " " * indent
    return f"{space}- |\n" + "\n".join(f"{space}  {line}" if line else "" for line in text.written.split("\n"))
