// SPDX-License-Identifier: MIT
// Files for the schemas and for plan-check to agree on: the files of a good tree, each changed in one place.
// Every key of every schema gets values of all kinds, is misspelt, left empty and taken away. The same files in the
// same order each time.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isMap, isSeq, parseDocument } from "yaml";

// What people write after a key, rightly or wrongly.
const probes = [
    "x", '"x"', "", '""', '"  "', '"to\\nlinjer"', "true", "12", '"12"', "1.2", "0", "-1", "1000000000",
    "2024", "1899", "2024-10-29", '"2024-10-29"', "2024-02-30", "2024-02-29", "2023-02-29", "1900-02-29", "2024-1-1", "29.10.2024",
    "1899-12-31", "2200-12-31", "2201-01-01", "2201", "1899–2025",
    "13.00", "13:00", "9.30", "25.00", "13.00–17.00", "13:00-17:00", "13.00–", "41/24", "0/24", "PSU-5/24", "41/2024",
    "120 000", "1 20 000", "1 850 000,50", "100,505", "4,5 mill.", "1,25 mrd", "4,5 mil.", "kr 100", "100,- kr", "1.500",
    "60 %", "160 %", "60", "2022–2025", "2022-2025", "22–25", "høst", "Vår/Høst", "sommer", "pågår", "på gang", "nb", "vedtak", "faglig",
    "utgangen av juni 2025", "utgangen av jun 2025", "fyrste ASU-møte i 2025", "https://example.no/a", "http://example.no/a",
    "2.1.3A", "2.1.", "offl. § 14", "offl. 14",
    "{a: b}", "[a, b]", "[]", "[[a]]", "[{a: b}]", "[2022, 2023]", "[2022, x]", "{2022: høst, 2023: X}", "{2022: sommer}",
    "{x: høst}", "{2022: {a: b}}",
];
// Enough for a key that is of the same form as another.
const fewProbes = ["x", "", "12", '"to\\nlinjer"', "{a: b}", "[a, b]", "[{a: b}]"];

// What only the text tells: YAML makes the same number of 13 and 13.00, and gives an editor only that.
const seenAsNumber = { integer: ["13.00", "25.00"], time: ["12", "1.2", "1.500", "0"] };
const isTime = (schema) => JSON.stringify(schema).includes("24[.:]00") && !JSON.stringify(schema).includes("–");
const isWhole = (schema) => JSON.stringify(schema).includes('"integer"');
// An empty text in quotes counts as nothing; a schema says that of texts, and of nothing else.
const takesText = (schema) => alternatives(schema).some((one) => one.pattern);

function tellsMore(schema, probe) {
    if (isWhole(schema) && seenAsNumber.integer.includes(probe)) return true;
    if (isTime(schema) && seenAsNumber.time.includes(probe)) return true;
    return !takesText(schema) && ['""', '"  "'].includes(probe);
}

const alternatives = (schema) => [schema, ...(schema.anyOf ?? [])];
const asMap = (schema) => alternatives(schema).find((one) => one.properties);
const asList = (schema) => alternatives(schema).find((one) => one.items?.properties);

// Every key that the schema has, at the first place where its map stands: [{name, path, schema, present}].
function placesOf(schema, document) {
    const places = new Map();
    const visit = (map, node, path, pattern) => {
        for (const [key, value] of Object.entries(map.properties)) {
            const child = isMap(node) ? node.get(key, true) : undefined;
            const name = `${pattern}/${key}`;
            if (!places.has(name) || (child && !places.get(name).present))
                places.set(name, { name, path: [...path, key], schema: value, present: child !== undefined });
            if (asMap(value) && isMap(child)) visit(asMap(value), child, [...path, key], name);
            if (asList(value) && isSeq(child))
                child.items.forEach((item, i) => visit(asList(value).items, item, [...path, key, i], `${name}/*`));
        }
    };
    visit(schema, document.contents, [], "");
    return [...places.values()];
}

const nodeOf = (probe) => parseDocument(`k: ${probe}\n`).get("k", true);

function* changesOf(place, all) {
    const { path, schema, present } = place;
    for (const probe of all ? probes : fewProbes)
        if (!tellsMore(schema, probe))
            yield { what: `${path.join(".")}: ${probe}`, change: (document) => document.setIn(path, nodeOf(probe)) };
    if (!present) return;
    const map = path.slice(0, -1);
    const last = path[path.length - 1];
    yield { what: `without ${path.join(".")}`, change: (document) => document.deleteIn(path) };
    yield {
        what: `${path.join(".")} misspelt`,
        change: (document) => {
            const pair = (map.length ? document.getIn(map, true) : document.contents).items.find((one) => one.key.value === last);
            pair.key.value = `${last}x`;
        },
    };
    if (asList(schema))
        for (const probe of ["x", "", "[a]", "{}"])
            yield {
                what: `${path.join(".")}.0: ${probe}`,
                change: (document) => document.setIn([...path, 0], nodeOf(probe === "" ? "~" : probe) ?? null),
            };
}

export function filesOf(folder) {
    return readdirSync(folder).sort().flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

// The YAML of a file, and how to put another in its place.
export function yamlOf(path, text) {
    if (path.endsWith(".yaml")) return { yaml: text, whole: (yaml) => yaml };
    const end = text.indexOf("\n---\n", 3);
    return { yaml: text.slice(4, end + 1), whole: (yaml) => `---\n${yaml}${text.slice(end + 1)}` };
}

// A file of the tree, with its places.
function read(tree, path, schemas) {
    const text = readFileSync(path, "utf8");
    const { yaml, whole } = yamlOf(path, text);
    const document = parseDocument(yaml);
    const kind = document.get("dokument");
    return { path: path.slice(tree.length + 1), kind, yaml, text, whole, document, places: placesOf(schemas[kind], document) };
}

// The form of a value, without what its keys are.
function formOf({ title, description, examples, ...form }) {
    return JSON.stringify(form, (key, value) => (key === "properties" || key === "required" ? undefined : value));
}

// {path, kind, yaml, text, what} for each file of the corpus; `schemas` are by kind.
export function* corpusOf(tree, schemas) {
    const files = filesOf(tree).filter((name) => /\.(yaml|md)$/.test(name)).map((path) => read(tree, path, schemas));
    const changed = new Set(), forms = new Set();
    for (const file of files) {
        yield { ...file, what: "as it was" };
        for (const place of file.places) {
            const name = `${file.kind} ${place.name}`;
            const elsewhere = files.some((one) => one.kind === file.kind && one.places.some((other) => other.name === place.name && other.present));
            if (changed.has(name) || (!place.present && elsewhere)) continue;
            changed.add(name);
            for (const { what, change } of changesOf(place, !forms.has(formOf(place.schema)))) {
                const document = file.document.clone();
                change(document);
                const yaml = document.toString({ lineWidth: 0 });
                if (parseDocument(yaml).errors.length === 0) yield { ...file, yaml, text: file.whole(yaml), what };
            }
            forms.add(formOf(place.schema));
        }
    }
}
