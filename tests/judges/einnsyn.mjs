#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// einnsyn.mjs FILE...: would eInnsyn take these deliveries? Judged by einnsyn.schema.json, through ajv, and by what no
// schema can say: no text has a valid national identity number, and no externalId is used twice.
// Findings, one a line. Exit status: 0 none, 1 some, 2 wrong usage.

import { readFileSync } from "node:fs";
import Ajv from "ajv";

// The expression is eInnsyn's own.
const numbers = /\b(\d{11}|\d{6}\s\d{5}|\d{4}[.\s]\d{2}[.\s]\d{5})\b/g;
const remainder = (digits, weights) => weights.reduce((sum, weight, i) => sum + weight * digits[i], 0) % 11;
const isPersonal = (text) => {
  const digits = [...text.replace(/\D/g, "")].map(Number);
  return remainder(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) === 0 && remainder(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
};

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: einnsyn.mjs FILE...");
  process.exit(2);
}
const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addKeyword({
  keyword: "noPersonalNumber",
  type: "string",
  validate: (_, text) => !(text.match(numbers) ?? []).some(isPersonal),
});
const validate = ajv.compile(JSON.parse(readFileSync(new URL("einnsyn.schema.json", import.meta.url), "utf8")));
let status = 0;
const say = (file, finding) => {
  console.log(`${file}: ${finding}`);
  status = 1;
};
for (const file of files) {
  const delivery = JSON.parse(readFileSync(file, "utf8"));
  if (!validate(delivery)) for (const error of validate.errors) say(file, `${error.instancePath} ${error.message}`);
  const seen = new Set();
  const walk = (value) => {
    if (value === null || typeof value !== "object") return;
    if (value.externalId !== undefined && seen.size === seen.add(value.externalId).size) say(file, `twice: ${value.externalId}`);
    Object.values(value).forEach(walk);
  };
  walk(delivery);
}
process.exit(status);
