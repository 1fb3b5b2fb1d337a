#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// feed-read.mjs FILE...: what a feed reader from outside finds in each, in the lines of judges/atom.
import { readFileSync } from "node:fs";
import { parseFeed } from "@rowanmanning/feed-parser";

const moment = (date) => date.toISOString().replace(".000Z", "Z");

for (const file of process.argv.slice(2)) {
    const feed = parseFeed(readFileSync(file, "utf8"));
    if (feed.meta.type !== "atom" || feed.meta.version !== "1.0") throw new Error(`${file}: ${feed.meta.type}`);
    console.log([feed.title, moment(feed.updated), feed.self ?? "-"].join("\t"));
    for (const item of feed.items) {
        if (!item.content) throw new Error(`${file}: ${item.title} says nothing`);
        console.log([item.id, item.title, moment(item.updated), item.url].join("\t"));
    }
}
