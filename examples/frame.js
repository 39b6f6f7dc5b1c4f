// Opens a chosen file in the hosted page, which stands in a frame, and tells what it found. The
// hosted page may be on another server: frame.html?page=https://another.example/nianbao/

import { address, connect } from "../npm/frame.js";

const element = (id) => document.getElementById(id);
const page = new URLSearchParams(location.search).get("page") || "../dist/index.html";

element("frame").src = address(page);
const connection = connect(element("frame"));

connection.events.addEventListener("check", ({ detail: result }) => {
  element("verdict").value = result.unreadable
    ? result.unreadable.message
    : `${result.title || "不是年报"}：${result.findings.filter(({ severity }) => severity === "error").length} 处错误`;
});

element("file").addEventListener("change", async () => {
  const file = element("file").files[0];
  try {
    await connection.open({ name: file.name, bytes: new Uint8Array(await new Response(file).arrayBuffer()) });
  } catch (error) {
    element("verdict").value = `核对没有完成：${error.message}`;
  }
});
