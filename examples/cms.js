// A content management system that has annual reports checked before it publishes them: an error
// keeps a report from being published, anything less is told and let pass.

import { check } from "../npm/index.js";

const element = (id) => document.getElementById(id);

/** What keeps an article from being published, and what is only told; nothing of what is no annual report. */
async function judge(title, body) {
  if (!title.includes("政府信息公开工作年度报告")) return { reasons: [], remarks: [] };
  const { unreadable, findings } = await check(`<h1>${title}</h1>${body}`, { type: "text/html" });
  if (unreadable) return { reasons: [unreadable.message + unreadable.advice], remarks: [] };
  const isError = ({ severity }) => severity === "error";
  return {
    reasons: findings.filter(isError).map(({ message }) => message),
    remarks: findings.filter((finding) => !isError(finding)).map(({ message }) => message),
  };
}

function tell(verdict, sentences) {
  element("verdict").value = verdict;
  element("sentences").textContent = "";
  for (const sentence of sentences) {
    const item = document.createElement("li");
    item.textContent = sentence;
    element("sentences").append(item);
  }
}

element("article").addEventListener("submit", async (event) => {
  event.preventDefault();
  element("publish").disabled = true;
  try {
    const { reasons, remarks } = await judge(element("title").value, element("body").value);
    if (reasons.length > 0) tell(`没有发布：请先改正 ${reasons.length} 处`, reasons);
    else tell(remarks.length > 0 ? `已发布，另有 ${remarks.length} 处请留意` : "已发布", remarks);
  } catch (error) {
    // A check that did not happen is no reason to hold anybody up, but must be said.
    tell("已发布，但这一次没有核对", [error.message]);
  }
  element("publish").disabled = false;
});
