// SPDX-License-Identifier: MIT
// sarif.mjs FILE: is it SARIF 2.1.0, by the schema of the standard? And is it what code scanning wants of it?
import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";

const schema = new URL("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", import.meta.url);
const log = JSON.parse(readFileSync(process.argv[2], "utf8"));
const isUri = (text) => /^[A-Za-z0-9._~!$&'()*+,;=:@/?#%-]*$/.test(text) && !/%(?![0-9A-F]{2})/.test(text);
const ajv = new Ajv({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    formats: { uri: URL.canParse, "uri-reference": isUri, "date-time": true },
});
const faults = [];

if (!ajv.validate(JSON.parse(readFileSync(schema, "utf8")), log))
    faults.push(...ajv.errors.map((error) => `${error.instancePath}: ${error.message}`));
for (const run of log.runs) {
    const rules = run.tool.driver.rules;
    for (const rule of rules)
        if (!rule.shortDescription.text || !rule.help.text) faults.push(`${rule.id} is not explained`);
    for (const [index, result] of run.results.entries()) {
        if (rules[result.ruleIndex]?.id !== result.ruleId) faults.push(`result ${index}: ruleIndex leads elsewhere`);
        const { artifactLocation, region } = result.locations[0].physicalLocation;
        if (!(region.startLine >= 1)) faults.push(`result ${index}: no line`);
        if (artifactLocation.uri.startsWith("/")) faults.push(`result ${index}: an absolute path`);
        if (!run.originalUriBaseIds[artifactLocation.uriBaseId]) faults.push(`result ${index}: an unknown base`);
    }
    const hashes = run.results.map((result) => result.partialFingerprints.primaryLocationLineHash);
    if (new Set(hashes).size !== hashes.length) faults.push("two results have one fingerprint");
}
console.log(faults.join("\n") || `${log.runs[0].results.length} results`);
process.exit(faults.length > 0 ? 1 : 0);
