// The old builds of Chromium that the packages of this folder and of its folder `more` carry.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { startChromium } from "./devtools.js";

const FOLDERS = ["node_modules", "more/node_modules"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const UNPACKED = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "nianbao", "browsers");

/** Starts the Chromium of a version that package.json of one of the folders names. */
export const startOld = (version, ...options) => startChromium(program(version), ...options);

/** Unpacks a version once; returns its path. */
function program(version) {
  const carrier = FOLDERS.map((folder) => join(folder, `chromium-${version}`)).find(existsSync);
  if (!carrier) throw new Error(`Chromium ${version} is not here: scripts/old-browsers installs it`);
  const { version: edition } = JSON.parse(readFileSync(join(carrier, "package.json"), "utf8"));
  const unpacked = join(UNPACKED, `chromium-${version}-${edition}`);
  if (!existsSync(unpacked)) {
    const packed = readdirSync(join(carrier, "bin")).find((name) => /^chromium.*\.br$/.test(name));
    mkdirSync(UNPACKED, { recursive: true });
    const half = `${unpacked}.${process.pid}`;
    writeFileSync(half, brotliDecompressSync(readFileSync(join(carrier, "bin", packed))));
    chmodSync(half, 0o755);
    renameSync(half, unpacked);
  }
  return unpacked;
}
