// How the page starts: from a server, from a disk, with a worker and without one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, outward, ROOT, serve, SINGLE_FILE, until } from "./harness.js";

let browser;
let server;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const policyOf = (page) => page.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute("content");

const ALL_REFUSED = ["refused", "refused", "refused"];

// Runs in the page and in its worker: tries three ways to send something to an address.
const tryToSend = async (out) => {
  const outcome = (attempt) => new Promise(attempt).then(() => "sent", () => "refused");
  return [
    await outcome((sent, refused) => fetch(`${out}sent`).then(sent, refused)),
    await outcome((sent, refused) => {
      const request = new XMLHttpRequest();
      request.onload = sent;
      request.onerror = refused;
      request.open("POST", `${out}sent`);
      request.send("text");
    }),
    await outcome((sent, refused) => {
      const socket = new WebSocket(`${out.replace("http", "ws")}sent`);
      socket.onopen = sent;
      socket.onerror = refused;
    }),
  ];
};

// Runs in the page: tries to send something as the address of a picture.
const tryImage = (out) => new Promise((resolve) => {
  const image = new Image();
  image.onload = () => resolve("sent");
  image.onerror = () => resolve("refused");
  image.src = `${out}sent.svg`;
});

for (const [name, address] of [["from a server", () => server.address], ["from a disk", () => SINGLE_FILE]]) {
  test(`${name}, the page starts with one worker and no error`, async () => {
    const { context, page, errors } = await open(browser, address());
    await until(() => page.workers().length === 1, "there is a worker");
    assert.deepEqual(errors, []);
    await context.close();
  });

  test(`${name}, the browser itself refuses every way out, in the page and in its worker`, async () => {
    const { context, page } = await open(browser, address());
    await until(() => page.workers().length === 1, "there is a worker");
    assert.match(await policyOf(page), /default-src 'none'.*connect-src '(self|none)'/);
    const outside = await serve();
    for (const out of [outside.address, server.address]) {
      assert.deepEqual(await page.evaluate(tryToSend, out), ALL_REFUSED);
      assert.deepEqual(await page.workers()[0].evaluate(tryToSend, out), ALL_REFUSED);
    }
    assert.equal(await page.evaluate(tryImage, outside.address), "refused");
    assert.deepEqual(outside.received, []);
    assert.ok(!server.received.includes("/sent"));
    await outside.close();
    await context.close();
  });
}

test("from a server, only its own files are fetched", async () => {
  const { context, page, requests } = await open(browser, server.address);
  await until(() => page.workers().length === 1, "there is a worker");
  assert.ok(outward(requests).length >= 4);
  assert.deepEqual(outward(requests).filter((url) => !url.startsWith(server.address)), []);
  await context.close();
});

test("from a disk, only the file itself is read", async () => {
  const { context, page, requests } = await open(browser, SINGLE_FILE);
  await until(() => page.workers().length === 1, "there is a worker");
  assert.deepEqual(outward(requests), [SINGLE_FILE]);
  await context.close();
});

test("the folder dist works below any other folder of a server", async () => {
  const outer = await serve(ROOT);
  const { context, page, errors } = await open(browser, `${outer.address}dist/`);
  await until(() => page.workers().length === 1, "there is a worker");
  assert.deepEqual(errors, []);
  assert.deepEqual(outer.received.filter((path) => !path.startsWith("/dist/")), []);
  await context.close();
  await outer.close();
});
