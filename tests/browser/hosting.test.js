// The tar of dist, unpacked on Debian's nginx with the configuration that docs/nginx.conf tells.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort, launch, open, outward, ROOT, until, verdict } from "./harness.js";

const TYPES = {
  right: "include /etc/nginx/mime.types;",
  "without wasm": "types { text/html html; text/javascript js; text/css css; image/svg+xml svg; }",
  "wasm as text": "types { text/html html; text/javascript js; text/css css; image/svg+xml svg; text/plain wasm; }",
};

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  chmodSync(folder, 0o755);
  const tar = readdirSync(ROOT).find((name) => /^nianbao-.*\.tar\.gz$/.test(name));
  mkdirSync(join(folder, "page"));
  execFileSync("tar", ["-xzf", join(ROOT, tar), "--strip-components=1", "-C", join(folder, "page")]);
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Starts nginx with our part of its configuration, changed by `change`. */
async function nginx(types, change = (part) => part) {
  const port = await freePort();
  const part = readFileSync(join(ROOT, "docs/nginx.conf"), "utf8").replaceAll("/srv/nianbao/", `${folder}/page/`);
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  const configuration = join(folder, "nginx.conf");
  writeFileSync(configuration, `
    daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors;
    events {}
    http {
      ${paths.join(" ")} access_log off; default_type application/octet-stream;
      ${types}
      server { listen 127.0.0.1:${port}; ${change(part)} }
    }`);
  const server = spawn("nginx", ["-e", join(folder, "errors"), "-c", configuration], { stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const address = `http://127.0.0.1:${port}/`;
  await until(() => fetch(address).catch(() => false), "nginx answers");
  return {
    address,
    async close() {
      server.kill();
      await ended;
    },
  };
}

/** Opens the page and checks its example. */
async function works(address) {
  const { context, page, errors, requests } = await open(browser, address);
  await until(() => page.workers().length === 1, "there is a worker");
  await page.getByRole("button", { name: "看一个例子" }).click();
  assert.match(await verdict(page), /^\d+ 处错误/);
  assert.deepEqual(errors, []);
  assert.deepEqual(outward(requests).filter((url) => !url.startsWith(address)), []);
  await context.close();
}

const wasmOf = async (address) => {
  const name = /[\w-]+\.wasm/.exec(await (await fetch(address)).text())[0];
  return fetch(new URL(name, address), { headers: { "accept-encoding": "gzip" } });
};

for (const [name, types] of Object.entries(TYPES)) {
  test(`on nginx, below a folder, types ${name}: the page works`, async () => {
    const server = await nginx(types);
    await works(`${server.address}nianbao/`);
    await server.close();
  });
}

test("on nginx, at the root and without compression, the page works", async () => {
  const server = await nginx(TYPES.right, (part) => part.replace("/nianbao/ {", "/ {").replace("gzip on", "gzip off"));
  assert.equal((await wasmOf(server.address)).headers.get("content-encoding"), null);
  await works(server.address);
  await server.close();
});

test("on nginx, the wasm is sent compressed, and not again while it is the same", async () => {
  const server = await nginx(TYPES.right);
  const wasm = await wasmOf(`${server.address}nianbao/`);
  assert.equal(wasm.headers.get("content-encoding"), "gzip");
  const again = await fetch(wasm.url, { headers: { "if-none-match": wasm.headers.get("etag") } });
  assert.equal(again.status, 304);
  await server.close();
});

test("the same dist gives the same tar", () => {
  const tar = readdirSync(ROOT).find((name) => /^nianbao-.*\.tar\.gz$/.test(name));
  const before = readFileSync(join(ROOT, tar));
  const pack = ". scripts/setup.sh && pack_hosted";
  execFileSync("bash", ["-c", pack], { cwd: ROOT });
  assert.ok(before.equals(readFileSync(join(ROOT, tar))));
});
