// The old builds of Chromium that the packages of this folder carry.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { startChromium } from "./devtools.js";

const PACKAGES = fileURLToPath(new URL("node_modules", import.meta.url));
const UNPACKED = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "nianbao", "browsers");

/** Starts the Chromium of a version that package.json of this folder names. */
export const startOld = (version, ...options) => startChromium(program(version), ...options);

/** Unpacks a version once; returns its path. */
function program(version) {
  const carrier = join(PACKAGES, `chromium-${version}`);
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
