// SPDX-License-Identifier: MIT
// The search box. Without this script, without an index, or from a folder there is none.

const form = document.querySelector("form.søk");
const field = form.querySelector("input");
const status = form.querySelector(".antall");
const nothing = form.querySelector(".ingen");
const list = form.querySelector(".treff");
const more = form.querySelector(".mer");
const filters = [...form.querySelectorAll("select")];
const SHOWN = 10;
const isNumber = /^(?:[A-Za-zÆØÅæøå-]+[- ])?\d+(?:[./]\d+)*[A-Za-z]?$/;
// "tilskudd=tilskot, …": a word, and what the other written language calls it
const synonyms = new Map();
for (const pair of form.dataset.synonymer.split(",")) {
    const [one, other] = pair.trim().split("=");
    synonyms.set(one, other).set(other, one);
}

let engine, numbers, run = 0;

// Of a day its year.
const shown = (select, value) => (select.dataset.filter === "dato" ? value.slice(0, 4) : value);

async function start() {
    engine ??= import("./pagefind/pagefind.js").then(async (pagefind) => {
        await pagefind.options({ excerptLength: 24 });
        await pagefind.init();
        const known = await pagefind.filters();
        for (const select of filters) {
            const values = Object.keys(known[select.dataset.filter] ?? {});
            const names = [...new Set(values.map((value) => shown(select, value)))];
            names.sort((a, b) => (select.dataset.filter === "dato" ? b.localeCompare(a) : a.localeCompare(b, "nb")));
            for (const name of names) select.add(new Option(name, name));
            select.parentElement.hidden = names.length < 2;
        }
        form.querySelector(".filtre").hidden = filters.every((select) => select.parentElement.hidden);
        return { pagefind, known };
    });
    return engine;
}

// What has the number; first what has it whole.
async function numbered(text) {
    if (!isNumber.test(text)) return [];
    numbers ??= fetch("pagefind/numbers.json").then((answer) => answer.json());
    const wanted = text.replace(/^.*[- ](?=\d)/, "");
    return (await numbers)
        .filter(([number]) => number === wanted)
        .map(([number, title, url]) => ({ url, title: `${number} ${title}`, words: "" }));
}

// The text as it is, and with words of the other language.
function variants(text) {
    const other = text.toLowerCase().split(/\s+/).map((word) => synonyms.get(word) ?? word).join(" ");
    return other === text.toLowerCase() ? [text] : [text, other];
}

// A word that the index does not know is left out by it: what is found then is of other words, or of none.
const has = (page, texts) => {
    const all = `${page.meta.title} ${page.content}`.toLowerCase();
    return texts.some((text) => text.toLowerCase().split(/\s+/).some((word) => all.includes(word.slice(0, Math.max(3, word.length - 3)))));
};

async function found(text) {
    const { pagefind, known } = await start();
    const chosen = {};
    for (const select of filters.filter((one) => one.value)) {
        const values = Object.keys(known[select.dataset.filter]);
        chosen[select.dataset.filter] = { any: values.filter((value) => shown(select, value) === select.value) };
    }
    const texts = variants(text);
    const best = new Map();
    for (const variant of texts)
        for (const result of (await pagefind.search(variant, { filters: chosen })).results)
            if ((best.get(result.id)?.score ?? -1) < result.score) best.set(result.id, result);
    return { results: [...best.values()].sort((a, b) => b.score - a.score), texts };
}

function item({ url, title, words }) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    entry.append(link);
    if (words) {
        const text = document.createElement("p");
        // pagefind marks what was found, and escapes the rest
        for (const node of new DOMParser().parseFromString(words, "text/html").body.childNodes)
            text.append(node.nodeName === "MARK" ? Object.assign(document.createElement("mark"), { textContent: node.textContent }) : node.textContent);
        entry.append(text);
    }
    return entry;
}

async function page(result, texts) {
    const data = await result.data();
    if (!has(data, texts)) return null;
    return { url: data.url.replace(/^\/+/, ""), title: data.meta.title, words: data.excerpt };
}

async function search() {
    const mine = ++run;
    const text = field.value.trim();
    history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    if (!text) return show([], [], [], 0, true);
    const first = await numbered(text);
    const { results, texts } = await found(text);
    const pages = [];
    let next = 0;
    while (next < results.length && pages.length < SHOWN) {
        const one = await page(results[next++], texts);
        if (one) pages.push(one);
    }
    if (mine === run) show(first, pages, results.slice(next), texts, false);
}

function show(first, pages, rest, texts, empty) {
    const isShown = new Set(first.map((one) => one.url));
    const all = [...first, ...pages.filter((one) => !isShown.has(one.url))];
    list.replaceChildren(...all.map(item));
    nothing.hidden = empty || all.length > 0;
    status.textContent = empty || all.length === 0 ? "" : all.length === 1 ? form.dataset.ettTreff : form.dataset.treff.replace("{antall}", all.length + rest.length);
    more.hidden = rest.length === 0;
    more.firstElementChild.onclick = async () => {
        const next = (await Promise.all(rest.splice(0, SHOWN).map((result) => page(result, texts)))).filter(Boolean);
        list.append(...next.map(item));
        more.hidden = rest.length === 0;
    };
}

function fails(error) {
    status.textContent = form.dataset.feil;
    console.error(error);
}

let waiting;
field.addEventListener("focus", () => start().catch(fails), { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => search().catch(fails), 150);
});
form.hidden = false;
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search().catch(fails);
