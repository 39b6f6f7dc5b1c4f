// Checks what is typed or chosen, and lists the findings.

import { check } from "../npm/index.js";

const element = (id) => document.getElementById(id);

async function show(input) {
  try {
    const result = await check(input, { language: "en" });
    element("verdict").value = result.unreadable
      ? `${result.unreadable.message} ${result.unreadable.advice}`
      : `${result.title}: ${result.findings.length} findings`;
    element("findings").textContent = "";
    for (const { severity, message } of result.findings || []) {
      const item = document.createElement("li");
      item.textContent = `${severity}: ${message}`;
      element("findings").append(item);
    }
  } catch (error) {
    element("verdict").value = `The check did not happen: ${error.message}`;
  }
}

element("text").addEventListener("input", () => show(element("text").value));
element("file").addEventListener("change", async () => {
  const file = element("file").files[0];
  show({ name: file.name, bytes: new Uint8Array(await new Response(file).arrayBuffer()) });
});
