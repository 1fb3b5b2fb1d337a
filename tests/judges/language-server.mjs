#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// language-server.mjs FOLDER: what yaml-language-server tells in an editor that has FOLDER open, with the settings of
// its .vscode. A TAP line for each expectation. The server runs without network.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { filesOf } from "./schema-corpus.mjs";

const folder = resolve(process.argv[2]);
const judges = dirname(fileURLToPath(import.meta.url));
const settings = JSON.parse(readFileSync(join(folder, ".vscode/settings.json"), "utf8"));

// {"yaml.schemaStore.enable": false} as a section of its own: {schemaStore: {enable: false}}
function section(name) {
    const tree = {};
    for (const [key, value] of Object.entries(settings)) {
        const parts = key.split(".");
        if (parts.shift() !== name) continue;
        const last = parts.pop();
        parts.reduce((at, part) => (at[part] ??= {}), tree)[last] = value;
    }
    return tree;
}

class Editor {
    constructor() {
        const server = join(judges, "node_modules/yaml-language-server/bin/yaml-language-server");
        this.process = spawn(process.execPath, ["--require", join(judges, "no-network.cjs"), server, "--stdio"], {
            cwd: folder,
            stdio: ["pipe", "pipe", "pipe"],
        });
        this.said = "";
        this.next = 0;
        this.answers = new Map();
        this.diagnostics = new Map();
        this.versions = new Map();
        this.bytes = Buffer.alloc(0);
        this.process.stderr.on("data", (bytes) => (this.said += bytes));
        this.process.stdout.on("data", (bytes) => this.read(bytes));
        this.process.on("exit", (status) => {
            console.log(`not ok - the server ended with ${status}: ${this.said}`);
            process.exit(1);
        });
    }
    read(bytes) {
        this.bytes = Buffer.concat([this.bytes, bytes]);
        for (let head; (head = this.bytes.indexOf("\r\n\r\n")) >= 0; ) {
            const size = Number(/Content-Length: (\d+)/.exec(this.bytes.subarray(0, head).toString())[1]);
            if (this.bytes.length < head + 4 + size) return;
            const message = JSON.parse(this.bytes.subarray(head + 4, head + 4 + size).toString());
            this.bytes = this.bytes.subarray(head + 4 + size);
            this.take(message);
        }
    }
    take({ id, method, params, result, error }) {
        if (method === "workspace/configuration")
            this.send({ id, result: params.items.map((item) => section(item.section)) });
        else if (method === "textDocument/publishDiagnostics") this.diagnostics.get(params.uri)?.(params.diagnostics);
        else if (method !== undefined && id !== undefined) this.send({ id, result: null });
        else if (id !== undefined) this.answers.get(id)(error ?? result);
    }
    send(message) {
        const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
        this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
        this.process.stdin.write(body);
    }
    ask(method, params) {
        return new Promise((answer) => {
            this.answers.set(++this.next, answer);
            this.send({ id: this.next, method, params });
        });
    }
    async start() {
        const uri = pathToFileURL(folder).href;
        await this.ask("initialize", {
            processId: process.pid,
            rootUri: uri,
            workspaceFolders: [{ uri, name: "tree" }],
            capabilities: {
                workspace: { configuration: true, workspaceFolders: true },
                textDocument: {
                    hover: { contentFormat: ["markdown"] },
                    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
                },
            },
        });
        this.send({ method: "initialized", params: {} });
    }
    // What is wrong with `text` at `path`: ["line: message"].
    async open(path, text) {
        const uri = pathToFileURL(join(folder, path)).href;
        const found = new Promise((answer) => this.diagnostics.set(uri, answer));
        const version = (this.versions.get(uri) ?? 0) + 1;
        this.versions.set(uri, version);
        if (version === 1)
            this.send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version, text } } });
        else
            this.send({ method: "textDocument/didChange", params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
        this.uri = uri;
        this.text = text;
        return (await found).map((one) => `${one.range.start.line + 1}: ${one.message}`);
    }
    // Where `mark` ends in the text.
    behind(mark) {
        const before = this.text.slice(0, this.text.indexOf(mark) + mark.length).split("\n");
        return { textDocument: { uri: this.uri }, position: { line: before.length - 1, character: before.at(-1).length } };
    }
    async complete(mark) {
        return (await this.ask("textDocument/completion", this.behind(mark))).items.map((item) => item.label);
    }
    async hover(mark) {
        return (await this.ask("textDocument/hover", this.behind(mark)))?.contents.value ?? "";
    }
}

let count = 0, failed = 0;
function check(name, good, got) {
    console.log(`${good ? "ok" : "not ok"} ${++count} - ${name}`);
    if (good) return;
    failed++;
    console.log(`# ${JSON.stringify(got)}`);
}

const editor = new Editor();
await editor.start();
const files = ["plan", "meetings"]
    .flatMap((name) => filesOf(join(folder, name)))
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => path.slice(folder.length + 1));
for (const path of files) {
    const faults = await editor.open(path, readFileSync(join(folder, path), "utf8"));
    check(`${path} has nothing to complain of`, faults.length === 0, faults);
}

const withoutModeline = (path) => readFileSync(join(folder, path), "utf8").replace(/^# yaml-language-server.*\n/, "");
for (const path of files) {
    const faults = await editor.open(path, `${withoutModeline(path)}\nukjent: nøkkel\n`);
    check(`${path} is known by the settings alone`, faults.length === 1 && /ukjent/.test(faults[0]), faults);
}

const plan = readFileSync(join(folder, "plan/action-plan.yaml"), "utf8");
const action = plan.indexOf("          - nr: ");
const at = plan.indexOf("\n", action) + 1;
const line = plan.slice(0, at).split("\n").length;
const withLines = (...lines) => plan.slice(0, at) + lines.map((text) => `            ${text}\n`).join("") + plan.slice(at);

let faults = await editor.open("plan/action-plan.yaml", withLines("anvar: [ASU]"));
check("a misspelt key is marked where it stands", faults.length === 1 && faults[0] === `${line}: Property anvar is not allowed.`, faults);
faults = await editor.open("plan/action-plan.yaml", withLines("frist: 30.6.2025"));
check("a wrong date is told how to be written", faults.some((one) => one.startsWith(`${line}: Skriv 2025-06-30, «utgangen av juni 2025»`)), faults);

await editor.open("plan/action-plan.yaml", withLines(""));
let offered = await editor.complete(withLines("").slice(action, at) + "            ");
check("keys are offered", ["frist", "lenker", "avhenger-av"].every((key) => offered.includes(key)), offered);
check("keys that are there are not offered again", !offered.includes("nr"), offered);

const meeting = "dokument: møte\nutvalg: ASU\nspråk: \ntid: 13.00–17.00\nsted: \ndato: \nsaksliste:\n  - tekst: Ord\n    ansvarlig: [ASU]\n";
faults = await editor.open("meetings/2030-01-01-asu/meeting.yaml", meeting);
check("what must be there and is empty is marked", faults.length === 1 && faults[0].startsWith("6: "), faults);
offered = await editor.complete("språk: ");
check("choices are offered, and nothing else", offered.join() === "nb,nn", offered);
offered = await editor.complete("sted: ");
check("null, true and false are never offered", !offered.some((one) => /^(null|true|false)$/.test(one)), offered);
const words = await editor.hover("ansva");
check("a key tells what it means, in the language of the tree", /Hvem som legger fram punktet/.test(words), words);

check("the server asked for no network and said nothing", editor.said === "", editor.said);
console.log(`1..${count}`);
editor.process.removeAllListeners("exit");
editor.process.kill();
process.exit(failed > 0 ? 1 : 0);
