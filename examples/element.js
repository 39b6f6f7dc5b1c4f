// Tells beside the element what it found.

const checker = document.getElementById("checker");
const verdict = document.getElementById("verdict");

checker.addEventListener("change", () => { verdict.value = "正在核对……"; });
checker.addEventListener("check", ({ detail: result }) => {
  verdict.value = result.unreadable
    ? result.unreadable.message
    : `${result.title || "不是年报"}：${result.findings.filter(({ severity }) => severity === "error").length} 处错误`;
});
checker.addEventListener("error", ({ detail: error }) => { verdict.value = `核对没有完成：${error.message}`; });
