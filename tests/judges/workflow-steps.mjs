#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// workflow-steps.mjs FILE JOB: the commands of a job, a script for "sh -e": each step in a shell of its own, as the
// runner has them. Actions that are used are left out.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const [path, job] = process.argv.slice(2);
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
for (const { run } of parse(readFileSync(path, "utf8")).jobs[job].steps)
    if (run !== undefined) console.log(`sh -e -c ${quoted(run)}`);
