// static/inflate.js against the deflate of zlib, which node brings.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { constants, deflateRawSync } from "node:zlib";
import { ROOT } from "./harness.js";

const inflate = new Function(`${readFileSync(join(ROOT, "static/inflate.js"), "utf8")}; return inflate;`)();

// A small generator with a fixed start, so that every run sees the same bytes.
function bytes(length, kinds, seed) {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 16) % kinds;
  });
}

const samples = {
  nothing: new Uint8Array(0),
  "one byte": Uint8Array.of(7),
  "one byte repeated": new Uint8Array(100_000).fill(9),
  "few kinds of bytes": bytes(70_000, 5, 1),
  "all kinds of bytes": bytes(70_000, 256, 2),
  "this file": readFileSync(new URL(import.meta.url)),
};

const ways = {
  best: { level: 9 },
  fast: { level: 1 },
  stored: { level: 0 },
  "fixed codes": { strategy: constants.Z_FIXED },
  "codes alone": { strategy: constants.Z_HUFFMAN_ONLY },
};

for (const [name, sample] of Object.entries(samples)) {
  for (const [way, options] of Object.entries(ways)) {
    test(`${name}, ${way}, comes back`, () => {
      const packed = new Uint8Array(deflateRawSync(sample, options));
      assert.deepEqual(Buffer.from(inflate(packed, sample.length)), Buffer.from(sample));
    });
  }
}

test("damaged data is refused", () => {
  const sample = samples["few kinds of bytes"];
  const packed = new Uint8Array(deflateRawSync(sample));
  assert.throws(() => inflate(packed.subarray(0, packed.length / 2), sample.length), /damaged/);
  assert.throws(() => inflate(packed, sample.length - 1), /damaged/);
  assert.throws(() => inflate(packed, sample.length + 1), /damaged/);
  assert.throws(() => inflate(Uint8Array.of(7), 10), /damaged/);
});
