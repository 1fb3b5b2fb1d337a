#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// What does a screen reader say of the rows of a document, and can all of it be used without a mouse? Judged by the
// accessibility tree of a real browser, on a phone and on a desk, in forced colours and without motion.
//
// usage: heard-browser.mjs FILE.html...
//   FILE.json, if there is one, is the same document from the same command: what must be heard is computed from it.
//   - each row of the agenda, the matrix, the overview, the strategy, the notes, the registers and the amounts is a row,
//     with cells, below heads of columns, and what is heard of it has the words and amounts of its record, in their order;
//   - each point of a decision is an item of a list;
//   - every other table has a name and heads of columns, and its rows are rows;
//   - below one heading of a list of documents, no two links that lead elsewhere are heard alike;
//   - there is one main part, and the heading of the first level is the title of the page;
//   - Tab reaches each control, on a phone the first 40, and what has the focus is seen, and is marked;
//   - nothing moves for those who do not want it.
// Findings, one a line. Exit status: 0 no findings, 1 findings, 2 wrong usage.

import { existsSync, readFileSync } from "node:fs";
import { fileUrl, show, usage, withBrowser } from "./browser.mjs";

const files = process.argv.slice(2);
if (!files.length || files.some((file) => !file.endsWith(".html"))) usage("heard-browser.mjs FILE.html...");
const LOOKS = [{ width: 320, tabs: 40 }, { width: 1280, tabs: Infinity }, { width: 1280, tabs: 40, forced: "active" }];

const plain = (text) => String(text ?? "").replace(/[\u00a0\u202f\s]+/g, " ").trim();
const kroner = (amount) => String(amount).replace(/\B(?=(\d{3})+$)/g, " ");
function* records(value, key) {
  if (Array.isArray(value)) for (const inside of value) yield* records(inside, key);
  else if (value && typeof value === "object") {
    if (key in value) yield value;
    for (const inside of Object.values(value)) yield* records(inside, key);
  }
}

// By the kind of a document: the rows of its table, and what is heard of each.
const agenda = {
  rows: ".saksliste tbody tr",
  heard: (document) =>
    document.saksliste.map((item) => [item.kl, item.sak, item.tittel, item["ansvarlig-tekst"], item.minutter && `${item.minutter} min`]),
};
const KINDS = {
  møteinnkalling: agenda,
  sakspapirer: agenda,
  handlingsplan: {
    rows: ".matrise tbody tr[data-tiltak]",
    heard: (document) => [...records(document, "ansvar-id")].map((action) => [action.nr, action.kort, action.status && action["status-tekst"]]),
  },
  oversikt: {
    rows: "table.oversikt tbody tr:not(.omrade)",
    heard: (document, file, width) => [...records(document, "ansvar-id")].map((action) => [action.nr, action.kort, ...(width > 1000 ? [action["ansvar-tekst"], action.status && action["status-tekst"]] : [])]),
  },
  strategi: {
    rows: ".grupper tbody tr, .maltabell tbody tr",
    heard: (document) => [
      ...document.pasientgrupper.map((group) => [group.navn, ...group.mål.map((goal) => goal.nr), String(group.antall)]),
      ...document.områder.flatMap((area) => area.mål.map((goal) => [goal.nr, ...goal.pasientgrupper.map((group) => group.navn), ...goal.tiltak.flatMap((action) => [action.nr, action.kort, action.status && action["status-tekst"]])])),
    ],
  },
  statusnotat: {
    rows: ".tiltaksstatus tbody tr",
    heard: (document) => [
      ...document.områder.flatMap((area) => area.tiltak.map((action) => [action.nr, action.kort, action["status-tekst"], action.kilde])),
      ...document.deler.flatMap((part) => part.grupper.flatMap((group) => group.mål.map((goal) => [goal.nr, goal.mål.split(/[*_\[]/)[0], goal.status]))),
    ],
  },
  lysark: {
    rows: ".tiltaksstatus tbody tr",
    heard: (document) => document.lysark.flatMap((slide) => slide.tiltak.map((action) => [action.nr, action.kort, action["status-tekst"], action.kommentar?.split(/[*_\[]/)[0]])),
  },
  vedtaksoversikt: {
    rows: ".vedtaksliste tbody tr",
    heard: (document) => document.vedtak.map((d) => [d.utvalg.kort, d.sak, d["dato-tekst"], d.punkt, d.tittel, d["hvem-tekst"], d["frist-tekst"]]),
  },
  tilskudd: {
    rows: ".tildelinger tbody:not(.sum) tr, .bruk tbody:not(.sum) tr",
    heard: (document, file) =>
      document.tildelinger.map((of) => (file.endsWith("-report.html") ? [of.navn, kroner(Math.trunc(of.gjeldende)), kroner(Math.trunc(of.utbetalt))] : [of.nr, of.navn, kroner(of.beløp), of.andel])),
  },
  register: {
    rows: "table tbody:not(.sum) tr",
    heard: (document) => document.deler.flatMap((part) => part.rader.filter((row) => !row["er-sum"]).map((row) => row.celler.flatMap((cell) => plain(cell.ord).split(", ")))),
  },
};

let checks = 0;
const found = [];
let where = "";
function check(truth, message) {
  checks += 1;
  if (!truth) found.push(`${where}: ${message}`);
}

// The nodes of the accessibility tree, by the number of their element.
async function tree(session) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const byElement = new Map(nodes.filter((node) => node.backendDOMNodeId).map((node) => [node.backendDOMNodeId, node]));
  const words = (node) => {
    if (node.role?.value === "StaticText") return node.name?.value ?? "";
    const inside = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
    return inside.length ? inside.map(words).join(" ") : (node.name?.value ?? "");
  };
  const roles = (node) =>
    (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap((child) => (child.ignored ? roles(child) : [child.role?.value]));
  return { nodes: nodes.filter((node) => !node.ignored), byElement, words: (node) => plain(words(node)), roles };
}

// The elements of a page by their selectors: the whole tree is fetched at once.
async function finder(session) {
  const { root } = await session.send("DOM.getDocument", { depth: -1 });
  const numbers = new Map();
  const note = (node) => {
    numbers.set(node.nodeId, node.backendNodeId);
    node.children?.forEach(note);
  };
  note(root);
  return async (selector) => (await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector })).nodeIds.map((id) => numbers.get(id));
}

function inOrder(text, parts) {
  let at = 0;
  for (const part of parts.map(plain).filter(Boolean)) {
    const place = text.indexOf(part, at);
    if (place < 0) return part;
    at = place + part.length;
  }
  return null;
}

async function checkRows(elements, heard, kind, document, file, width) {
  const rows = await elements(kind.rows);
  const expected = kind.heard(document, file, width);
  check(rows.length === expected.length, `${rows.length} rows for ${expected.length} records`);
  rows.forEach((element, i) => {
    const node = heard.byElement.get(element);
    check(node && !node.ignored && node.role.value === "row", `row ${i + 1} is ${node?.ignored === false ? node.role.value : "nothing"} to a screen reader`);
    if (!node || !expected[i]) return;
    const roles = heard.roles(node);
    check(roles.length > 1 && roles.every((role) => ["cell", "gridcell", "rowheader"].includes(role)), `row ${i + 1} consists of ${roles}`);
    const missing = inOrder(heard.words(node), expected[i]);
    check(missing === null, `row ${i + 1} does not say "${missing}", or not in its place: ${heard.words(node).slice(0, 200)}`);
  });
  check(heard.nodes.some((node) => node.role.value === "columnheader" && node.name?.value), "no head of a column is heard");
}

async function checkPoints(elements, heard, document) {
  const items = await elements("section.forslag > .prosa > ol > li");
  const points = document.saker.filter((item) => item.vedtak).flatMap((item) => [...item.vedtak.matchAll(/^\d+\. /gm)]);
  check(items.length === points.length && points.length > 0, `${items.length} points of decisions are shown, not ${points.length}`);
  items.forEach((element, i) => {
    const role = heard.byElement.get(element)?.role?.value;
    check(role === "listitem", `point ${i + 1} of the decisions is ${role ?? "nothing"} to a screen reader`);
  });
}

async function checkTables(elements, heard) {
  for (const element of await elements("main table:not([hidden] *)")) {
    const node = heard.byElement.get(element);
    if (!node || node.ignored) continue; // not shown at this width
    check(["table", "grid"].includes(node.role.value) && node.name?.value, `a table is ${node.role.value} with the name "${node.name?.value ?? ""}"`);
  }
  for (const element of await elements("main tbody tr")) {
    const node = heard.byElement.get(element);
    if (!node || node.ignored) continue;
    const roles = heard.roles(node);
    check(node.role.value === "row" && roles.every((role) => ["cell", "gridcell", "rowheader", "columnheader"].includes(role)), `a row is ${node.role.value} of ${roles}: ${heard.words(node).slice(0, 60)}`);
  }
}

// Runs in the page.
function focused() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0];
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  const style = getComputedStyle(e);
  return {
    name: `${e.localName} "${(e.getAttribute("aria-label") || e.textContent || e.name || "").trim().slice(0, 40)}"`,
    shown: y >= 0 && y < innerHeight && Boolean(top) && (e.contains(top) || top.contains(e)),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}

// Runs in the page: where the links of lists of documents lead, and below which heading they are.
function listed() {
  const parts = [...document.querySelectorAll("article, section")];
  return [...document.querySelectorAll(".dokumenter a")].map((link) => ({ to: link.href, part: parts.indexOf(link.closest("article, section")) }));
}

async function checkLinks(page, elements, heard) {
  const links = await page.evaluate(listed);
  const seen = new Map();
  (await elements(".dokumenter a")).forEach((element, i) => {
    const { to, part } = links[i];
    const name = plain(heard.byElement.get(element)?.name?.value);
    const before = seen.get(`${part} ${name}`) ?? to;
    check(name, `a link to ${to} says nothing`);
    check(before === to, `"${name}" leads to ${to} and to ${before}`);
    seen.set(`${part} ${name}`, to);
  });
}

// Runs in the page.
function moving() {
  const moves = (e) => {
    const style = getComputedStyle(e);
    return style.animationName !== "none" || /[1-9]/.test(style.transitionDuration) || style.scrollBehavior === "smooth";
  };
  return [...document.querySelectorAll("*")].filter(moves).map((e) => e.localName);
}

async function checkKeyboard(page, tabs) {
  const count = await page.evaluate(
    () => [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")].filter((e) => e.getClientRects().length).length,
  );
  await page.evaluate(() => scrollTo(0, 0));
  let reached = 0;
  for (; reached < Math.min(count, tabs); reached++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(focused);
    if (!now) break;
    check(now.marked, `Tab ${reached + 1}: the focus cannot be seen on ${now.name}`);
    check(now.shown, `Tab ${reached + 1}: ${now.name} has the focus but is outside of the window or covered`);
  }
  check(reached === Math.min(count, tabs), `Tab reaches ${reached} of ${count} controls`);
}

async function judge(page, session, file, look) {
  where = `${file}, ${look.width} px${look.forced ? ", forced colours" : ""}`;
  const data = file.replace(/\.html$/, ".json");
  const document = existsSync(data) ? JSON.parse(readFileSync(data, "utf8")) : {};
  await show(page, look);
  await page.goto(fileUrl(file));
  await page.evaluate(() => document.querySelectorAll("details").forEach((e) => (e.open = true)));
  await session.send("Accessibility.enable");
  const heard = await tree(session);
  const elements = await finder(session);
  check(heard.nodes.filter((node) => node.role.value === "main").length === 1, "not one main part");
  const levels = heard.nodes.filter((node) => node.role.value === "heading").map((node) => [node.properties.find((p) => p.name === "level").value.value, node.name.value]);
  check(levels.filter(([level]) => level === 1).length === 1 && levels[0]?.[0] === 1, `the headings begin with ${levels[0]}`);
  const kind = KINDS[file.endsWith("-overview.html") ? "oversikt" : document.dokument];
  if (kind && (await elements(kind.rows)).length > 0) await checkRows(elements, heard, kind, document, file, look.width);
  else check(!kind || document.dokument === "handlingsplan", "none of its rows is shown");
  if (document.dokument === "protokoll") await checkPoints(elements, heard, document);
  await checkTables(elements, heard);
  await session.send("Accessibility.disable"); // or every Tab is told to it
  await checkLinks(page, elements, heard);
  const moved = await page.evaluate(moving);
  check(!moved.length, `${moved[0]} moves for those who do not want it`);
  await checkKeyboard(page, look.tabs);
}

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  for (const file of files) for (const look of LOOKS) await judge(page, session, file, look);
  for (const line of found) console.log(line);
  if (!found.length) console.log(`${files.length} files: ok (${checks} checks)`);
  return found.length ? 1 : 0;
});
