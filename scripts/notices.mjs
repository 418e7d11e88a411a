// The licences of the packages that the bundles contain, as one text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./provision/cache.mjs";

/** @param {readonly string[]} sources Paths of all bundled files, relative to the root. */
export function thirdPartyNotices(sources) {
  const folders = new Set(sources.map(packageFolder).filter((folder) => folder !== undefined));
  const parts = [...folders].sort().map(notice);
  return ["Superion contains the following packages.", ...parts].join(`\n\n${"-".repeat(80)}\n\n`) + "\n";
}

/** `a/node_modules/@scope/name/lib/x.js` lies in `a/node_modules/@scope/name`. @param {string} path */
function packageFolder(path) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const files = readdirSync(join(root, folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(root, folder, file), "utf8").trim());
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}
