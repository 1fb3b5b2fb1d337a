// SPDX-License-Identifier: MIT
// What the browser judges share: a Chromium of the system, with a private profile, and the command line.
//
// CHROMIUM names the browser (default /usr/bin/chromium).

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// Pixels of a sheet of A4 at 96 dpi.
export const a4 = { portrait: { width: 794, height: 1123 }, landscape: { width: 1123, height: 794 } };

// Prints how the program is used, and ends it.
export function usage(line) {
  process.stderr.write(`usage: ${line}\n`);
  process.exit(2);
}

// The URL of a file; ends the program when there is none.
export function fileUrl(file) {
  try {
    if (!statSync(file).isFile()) throw new Error("not a file");
  } catch (error) {
    process.stderr.write(`${file}: ${error.code === "ENOENT" ? "no such file" : error.message}\n`);
    process.exit(2);
  }
  return pathToFileURL(resolve(file)).href;
}

// Shows a page as a view has it. What is so already is not asked for again: each change costs a layout.
const views = new WeakMap();
export async function show(page, { width, height = 800, media = null, scheme = "light", forced = "none" }) {
  const size = `${width} ${height}`;
  const style = `${media} ${scheme} ${forced}`;
  const now = views.get(page) ?? {};
  if (size !== now.size) await page.setViewportSize({ width, height });
  if (style !== now.style) await page.emulateMedia({ media, colorScheme: scheme, forcedColors: forced, reducedMotion: "reduce" });
  views.set(page, { size, style });
}

// Runs work(browser) and ends the program with the status that it returns.
export async function withBrowser(work) {
  const home = mkdtempSync(join(tmpdir(), "judge-"));
  let browser;
  let status = 1;
  try {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      headless: true,
      chromiumSandbox: process.getuid() !== 0, // Chromium refuses its sandbox to root
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-color-profile=srgb",
      ],
    });
    status = await work(browser);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  } finally {
    await browser?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
  process.exit(status);
}
