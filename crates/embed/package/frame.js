// Talks to the hosted page in a frame. See frame.d.ts.

/** The version of the messages. */
const PROTOCOL = 1;

/** The address of the hosted page, told that this page may talk to it. */
export function address(page, origin = location.origin) {
  const url = new URL(page, location.href);
  url.searchParams.append("embed", origin);
  return url.href;
}

export function connect(frame, { origin = new URL(frame.src, location.href).origin, timeout = 20000, autoHeight = true } = {}) {
  const events = new EventTarget();
  const waiting = new Map();
  let last = 0;
  let greet;

  const post = (message) => {
    // One that was taken out of the page has no window, and one that is not loaded an empty document.
    const { contentWindow, contentDocument } = frame;
    const isThere = contentWindow && !(contentDocument && contentDocument.URL === "about:blank");
    if (isThere) contentWindow.postMessage({ nianbao: PROTOCOL, ...message }, origin);
  };
  const tell = (type, detail) => events.dispatchEvent(new CustomEvent(type, { detail }));

  const ready = new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      clearInterval(greet);
      reject(new Error(`nianbao: ${frame.src} does not answer`));
    }, timeout);
    events.addEventListener("ready", ({ detail }) => {
      clearTimeout(limit);
      clearInterval(greet);
      // It may have spoken first, and tells nothing more before it knows who listens.
      post({ type: "hello" });
      resolve(detail);
    }, { once: true });
  });
  // Who never asks for it need not hear of it.
  ready.catch(() => {});

  /** Tells the page in the frame how much of it is out of view, so that its bar and list stay there. */
  function tellView() {
    const { top, bottom } = frame.getBoundingClientRect();
    post({ type: "view", above: Math.max(0, -top), below: Math.max(0, bottom - innerHeight) });
  }

  function settle(id, way, value) {
    if (!waiting.has(id)) return;
    waiting.get(id)[way](value);
    waiting.delete(id);
  }

  function listen(event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    if (!event.data || event.data.nianbao !== PROTOCOL) return;
    const { type, id, result, message, value, height, version, schema } = event.data;
    if (type === "ready") tell("ready", { version, schema });
    if (type === "change") tell("change", null);
    if (type === "value") settle(id, "resolve", value);
    if (type === "result") {
      settle(id, "resolve", result);
      tell("check", result);
    }
    if (type === "error") {
      settle(id, "reject", new Error(message));
      tell("error", new Error(message));
    }
    if (type === "size") {
      if (autoHeight) {
        frame.style.height = `${height}px`;
        tellView();
      }
      tell("size", height);
    }
  }

  async function ask(message) {
    await ready;
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ ...message, id });
    });
  }

  addEventListener("message", listen);
  // Whatever scrolls, the page or what the frame stands in.
  const listening = [["scroll", { capture: true, passive: true }], ["resize", {}]];
  if (autoHeight) for (const [type, way] of listening) addEventListener(type, tellView, way);
  // The page in the frame may be there already, or not yet.
  greet = setInterval(() => post({ type: "hello" }), 250);
  post({ type: "hello" });

  return {
    ready,
    events,
    open: (input, { type, language, previous, settings, readonly } = {}) =>
      ask({ type: "open", input, kind: type, language, previous, settings, readonly }),
    value: () => ask({ type: "value" }),
    clear: () => ready.then(() => post({ type: "clear" })),
    disconnect() {
      clearInterval(greet);
      removeEventListener("message", listen);
      for (const [type, way] of listening) removeEventListener(type, tellView, way);
      for (const id of [...waiting.keys()]) settle(id, "reject", new Error("nianbao: disconnected"));
    },
  };
}
