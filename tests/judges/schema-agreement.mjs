#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// schema-agreement.mjs PLAN-CHECK SCHEMAS TREE WORK: ajv takes the schemas in strict mode, and it and plan-check say
// the same of every file of a corpus made of TREE. What they differ on is printed; the status is 1.
import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { corpusOf } from "./schema-corpus.mjs";

const [planCheck, schemaFolder, tree, work] = process.argv.slice(2);

// What is wrong with one value by itself, or with the keys of one map.
const shapeRules = /\[(document-kind|unknown-key|unknown-rule|missing-key|wrong-[a-z-]+)\]$/;
// Of these, what plan-check finds across keys and files, which no schema can say.
const acrossKeys = [
    [/tiltak\.\d+\.(tiltak|samme-som)\b/, /missing-key/], // an action has one of the two
    [/saksliste\.\d+(\.minutter|\.pause|\.sak)?\b/, /missing-key/], // a case of the agenda has minutes
    [/\bunntatt\b|\boffentlig-tittel\b/, /missing-key/],
    [/\bnr$|tiltak\.\d+: \{\}$/, /missing-key/], // all things of a level have a number, or none
    [/^nivåer: /, /wrong-level/], // as many names as the plan has levels
    [/: -1$/, /wrong-amount/], // what a grant gives is more than nothing
];

const ajv = new Ajv({ strict: true, strictRequired: true, allowUnionTypes: true, validateSchema: true });
ajv.addKeyword({ keyword: "errorMessage", schemaType: "string" });
const schemas = {}, validators = {}, problems = [];
for (const name of readdirSync(schemaFolder).sort()) {
    const schema = JSON.parse(readFileSync(join(schemaFolder, name), "utf8"));
    const kind = schema.properties.dokument.const;
    schemas[kind] = schema;
    validators[kind] = ajv.compile(schema); // throws at whatever is not strict
}

// Every key says what it means, and its examples are what it takes.
function checkExplained(schema, path) {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
        if (!(value.description?.length > 5)) problems.push(`${path}.${key}: no description`);
        for (const example of value.examples ?? [])
            if (!ajv.validate(value, example)) problems.push(`${path}.${key}: its example is wrong: ${example}`);
        for (const way of [value, ...(value.anyOf ?? [])])
            checkExplained(way.items ?? way, `${path}.${key}`);
    }
}
for (const [kind, schema] of Object.entries(schemas)) checkExplained(schema, kind);

function run(folder) {
    return new Promise((resolve) => {
        const child = spawn(planCheck, ["-C", folder], { env: { LC_ALL: "C" }, stdio: ["ignore", "pipe", "inherit"] });
        let report = "";
        child.stdout.on("data", (bytes) => (report += bytes));
        child.on("close", (status) => resolve({ report, status }));
    });
}

async function shapeFaults(folder, { path, text, what }) {
    const good = readFileSync(join(folder, path));
    writeFileSync(join(folder, path), text);
    const { report, status } = await run(folder);
    writeFileSync(join(folder, path), good);
    if (status !== 0 && status !== 1) problems.push(`${path}: ${what}: plan-check ended with ${status}`);
    return report.split("\n").filter((line) => line.startsWith(`${path}:`) && shapeRules.test(line))
        .filter((line) => !acrossKeys.some(([where, rule]) => where.test(what) && rule.test(line)));
}

const counts = { files: 0, good: 0, bad: 0 }, keys = new Set(), all = [...corpusOf(tree, schemas)];
// The schema takes the case numbers of every form; plan-check knows which form a body's have. And to a schema 13.00 is 13.
function isBeyondSchema(what, line) {
    return line.endsWith("[wrong-case-number]") || (/^(tid|møteplan\.\d+\.kl): [\d.]+$/.test(what) && line.endsWith("[wrong-time]"));
}

async function judge(folder) {
    cpSync(tree, folder, { recursive: true });
    for (let file; (file = all.pop()); ) {
        const byUs = await shapeFaults(folder, file);
        const validate = validators[file.kind];
        const valid = validate(parse(file.yaml, { version: "1.2", schema: "core" }));
        counts.files++;
        counts[valid ? "good" : "bad"]++;
        keys.add(`${file.kind} ${file.what.split(":")[0]}`);
        if (valid === (byUs.length === 0) || (valid && byUs.every((line) => isBeyondSchema(file.what, line)))) continue;
        problems.push(`${file.path}: ${file.what}\n    schema: ${valid ? "good" : ajv.errorsText(validate.errors)}\n    plan-check: ${byUs.join("\n        ") || "good"}`);
    }
}
await Promise.all([judge(join(work, "one")), judge(join(work, "two"))]);

console.log(`${counts.files} files: ${counts.good} good, ${counts.bad} bad; ${Object.keys(schemas).length} kinds`);
if (counts.good < 200 || counts.bad < 200) problems.push("the corpus is too small");
for (const kind of Object.keys(schemas))
    if (![...keys].some((key) => key.startsWith(`${kind} `))) problems.push(`${kind}: no file of this kind is in ${tree}`);
console.log(problems.sort().join("\n"));
process.exit(problems.length > 0 ? 1 : 0);
