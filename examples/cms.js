// A content management system that has annual reports checked before it publishes them: an error
// keeps a report from being published, anything less is told and let pass.

import { check } from "../npm/index.js";

const element = (id) => document.getElementById(id);

/** The reasons not to publish: none for what is no annual report, and for one without errors. */
async function objections(title, body) {
  if (!title.includes("政府信息公开工作年度报告")) return [];
  const result = await check(`<h1>${title}</h1>${body}`, { type: "text/html" });
  if (result.unreadable) return [result.unreadable.message];
  return result.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

element("article").addEventListener("submit", async (event) => {
  event.preventDefault();
  element("publish").disabled = true;
  let reasons;
  try {
    reasons = await objections(element("title").value, element("body").value);
  } catch (error) {
    // A check that did not happen is no reason to hold anybody up, but must be said.
    reasons = [];
    console.warn("The report was not checked:", error);
  }
  element("publish").disabled = false;
  element("verdict").value = reasons.length ? `没有发布：请先改正 ${reasons.length} 处` : "已发布";
  element("reasons").textContent = "";
  for (const reason of reasons) {
    const item = document.createElement("li");
    item.textContent = reason;
    element("reasons").append(item);
  }
});
