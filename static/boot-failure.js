// Says what to do where the page can't start: in a browser that is too old, or that is told to
// refuse what the page needs. It stands before all other scripts, whose syntax may be too new, and
// is written for the oldest browsers there are (ECMAScript 3).
(function () {
  var started = false;
  var told = null;

  function add(parent, name, text) {
    var element = document.createElement(name);
    if (text) element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  function clear(element) {
    while (element.firstChild) element.removeChild(element.firstChild);
  }

  // `why` is for whoever looks after the computer: an error's message, or what is missing.
  function tell(why) {
    var place = document.getElementById("app");
    if (started || told) return;
    if (!place) {
      window.onload = function () { tell(why); };
      return;
    }
    // A saved copy of the page may hold what it showed.
    clear(place);
    told = add(place, "div");
    told.setAttribute("role", "alert");
    told.style.cssText = "max-width: 42em; margin: 48px auto; padding: 0 16px; font: 16px/1.8 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
    add(told, "h1", "年报核没有启动").style.cssText = "font-size: 24px; font-weight: bold";
    add(told, "p", "多半是浏览器太旧，或者正在用“兼容模式”。请依次试试：");
    var steps = add(told, "ol");
    steps.style.cssText = "margin: 8px 0; padding-left: 32px; list-style: decimal";
    add(steps, "li", "360、QQ、搜狗、奇安信等浏览器：点地址栏右端的小图标，从“兼容模式”换成“极速模式”。");
    add(steps, "li", "IE 打不开本页：请换用 Edge、Chrome、Firefox 或上面这些浏览器的较新版本（内核 Chromium 69 以上）。");
    add(steps, "li", "仍然打不开：请把最下面一行字转给单位管电脑的同事，可能是安全设置关闭了 WebAssembly。");
    var english = add(told, "p", "This page could not start. Open it in a current Edge, Chrome, Firefox or Safari, or in " +
      "any browser on Chromium 69 or later; where a browser has two modes, choose the fast one. " +
      "If that does not help, show the last line to whoever looks after your computer.");
    english.setAttribute("lang", "en");
    add(told, "p", why + " · " + navigator.userAgent).style.cssText = "margin-top: 16px; font-size: 13px; word-wrap: break-word; word-break: break-word";
  }

  // In a browser that lacks what is missing the page must not even try.
  function refuse(missing) {
    window.nianbaoRefused = true;
    tell(missing + "?");
  }

  // The scripts that start the page call this once it runs.
  window.nianbaoStarted = function () {
    if (window.nianbaoRefused) return;
    started = true;
    if (told && told.parentNode) told.parentNode.removeChild(told);
  };

  window.onerror = function (message, source, line) {
    tell(message + (line ? " (" + line + ")" : ""));
  };
  if (window.addEventListener) {
    window.addEventListener("unhandledrejection", function (event) {
      tell(String(event.reason));
    });
    // A file that is missing or refused says so to its own element alone.
    window.addEventListener("error", function (event) {
      if (event.target && event.target.src) tell(event.target.src);
    }, true);
  }
  // Without modules a browser would be silent: it takes the script that starts the page for data.
  if (typeof WebAssembly === "undefined") refuse("WebAssembly");
  else if (!("noModule" in document.createElement("script"))) refuse("noModule");
  // Chromium has it since 69, Firefox since 62, Safari since 12. Chromium 64 starts the page and
  // shows it without most of its words.
  else if (!Array.prototype.flat) refuse("Array.prototype.flat");
})();
