// What stands within the element: the page, from when the element is put into a document until it is
// taken out, and what was asked of it.

import { boot, wasm } from "./browser.js";
import { acquire, instantiate, release } from "./checker.js";
import { styles } from "./styles.js";

/** One sheet for all elements, where the browser can share one; a policy has no say in it. */
let sheet;

function dress(root) {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    root.adoptedStyleSheets = [sheet];
  } else {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("./styles.css", import.meta.url).href;
    root.append(link);
  }
}

/** What was put in: a string, a file of the browser, or what `check` takes. */
async function given(input) {
  if (!(input instanceof Blob)) return input;
  return { name: input.name || "", bytes: new Uint8Array(await new Response(input).arrayBuffer()) };
}

/** The attributes that the page is told of. */
export const ATTRIBUTES = ["lang", "readonly", "settings"];

/** When the scripts that stand in the page have run. */
const loaded = () => new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else addEventListener("load", resolve, { once: true });
});

const noWorker = { spawn() { throw new Error("no worker is wanted"); } };

/** What a person reads where the page cannot start, before the reason. */
const NOT_STARTED = {
  zh: "年报核没有启动，这里暂时不能核对。请把下面一行转给管理这个网页的同事：",
  en: "The checker could not start. Please show the next line to whoever looks after this page:",
};

export class Inside {
  /** `options` gives the element's `StartOptions`. */
  constructor(element, options) {
    this.element = element;
    this.options = options;
    this.root = element.attachShadow({ mode: "open" });
    /** What was put in last, and its type where it is a string. */
    this.input = undefined;
    this.kind = undefined;
    this.previous = null;
    this.settings = null;
    /** The page, and the time from its element's coming to its going. */
    this.page = undefined;
    this.life = undefined;
    /** The text that was put in and does not stand in the page yet. */
    this.coming = undefined;
    this.waiting = [];
    dress(this.root);
  }

  begin() {
    if (this.life) return;
    const life = { ended: false, failure: undefined, isBroken: () => false, end() {} };
    this.life = life;
    this.start(life).catch(async (error) => {
      if (life.ended) return;
      life.end();
      life.end = this.say(error);
      life.failure = error;
      this.refuse(error);
      // Whoever listens may do so in a script that comes later.
      await loaded();
      if (!life.ended) this.fail(error);
    });
  }

  async start(life) {
    const { wasm: own, worker = true } = this.options();
    const module = await acquire(wasm, own);
    if (life.ended) return release(own);
    life.end = () => release(own);
    const instance = await instantiate(module);
    if (life.ended) return;
    const mount = document.createElement("div");
    this.root.append(mount);
    const workers = worker === false ? noWorker : boot(worker === true ? undefined : worker);
    let running;
    const way = { spawn: (module) => (running = workers.spawn(module)) };
    const page = new instance.Embedded(this.root, mount, way, (kind, detail) => this.hear(life, kind, detail));
    this.page = page;
    const leave = () => {
      this.page = undefined;
      release(own);
      mount.remove();
    };
    life.isBroken = () => instance.isBroken();
    life.abandon = () => {
      leave();
      if (running) running.terminate();
    };
    life.end = () => {
      leave();
      page.dispose();
      page.free();
    };
    for (const name of ATTRIBUTES) this.tell(name);
    if (this.input !== undefined) this.show();
  }
  end() {
    const { life } = this;
    if (!life) return;
    life.ended = true;
    this.life = undefined;
    if (this.page) {
      // Should it come back, it shows the text that it had.
      this.input = this.text();
      this.kind = undefined;
    }
    life.end();
    this.refuse(new Error("nianbao: the element was removed"));
  }

  /** Puts another page in place of one that broke down and cannot be trusted to end by itself. */
  renew() {
    const { life } = this;
    life.ended = true;
    this.life = undefined;
    life.abandon();
    this.begin();
  }

  /** Says in the element that the page is not there, and why; returns what takes the words away. */
  say(error) {
    const words = document.createElement("p");
    words.className = "not-started";
    words.setAttribute("role", "alert");
    words.lang = this.language();
    words.append(NOT_STARTED[words.lang], document.createElement("br"), error.message);
    this.root.append(words);
    return () => words.remove();
  }

  /** Tells the page what an attribute, or the property of that name, says. */
  tell(name) {
    if (!this.page) return;
    try {
      if (name === "lang") this.page.speak(this.language());
      if (name === "readonly") this.page.lock(this.element.readOnly);
      if (name === "settings") this.page.set(this.settings);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The element's language, or that of what it stands in. */
  language() {
    const speaker = this.element.closest("[lang]");
    return speaker && speaker.lang.toLowerCase().startsWith("en") ? "en" : "zh";
  }

  put(input, kind) {
    this.input = input;
    this.kind = kind;
    this.coming = typeof input === "string" ? input : undefined;
    if (this.life && this.life.isBroken()) this.renew();
    else this.show();
  }

  compare(previous) {
    this.previous = previous;
    if (this.input !== undefined) this.show();
  }

  show() {
    if (!this.page) return;
    try {
      if (this.input === "") return this.page.clear();
      this.page.open(this.input, this.kind);
      if (this.previous !== null) this.page.compare(this.previous);
    } catch (error) {
      if (this.life.isBroken()) {
        this.input = undefined;
        this.coming = undefined;
        this.renew();
      }
      this.fail(error);
    }
  }

  /** What the page tells of. */
  hear(life, kind, detail) {
    // The page is not done with what it tells of while it tells it.
    Promise.resolve().then(() => {
      if (life.ended) return;
      if (kind === "error") return this.fail(new Error(detail));
      if (kind === "change") this.coming = undefined;
      if (kind === "check") for (const { resolve } of this.waiting.splice(0)) resolve(detail);
      const event = { bubbles: true, composed: true, detail: kind === "check" ? detail : null };
      this.element.dispatchEvent(new CustomEvent(kind, event));
    });
  }

  /** Whoever waits for a result gets none. */
  refuse(error) {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  fail(error) {
    this.refuse(error);
    this.element.dispatchEvent(new CustomEvent("error", { detail: error }));
  }

  text() {
    if (this.coming !== undefined) return this.coming;
    return this.page ? this.page.value() : "";
  }

  result() {
    return (this.page && this.page.result()) || null;
  }

  async check() {
    const result = this.result();
    if (result) return result;
    if (this.life && this.life.failure) throw this.life.failure;
    const nothing = this.coming === "" || (this.page ? !this.page.ask() : !this.input);
    if (nothing) throw new Error("nianbao: there is no report");
    return this.wait();
  }

  async open(input, kind) {
    const ready = await given(input);
    this.refuse(new Error("nianbao: another report was opened"));
    const result = this.wait();
    this.put(ready, kind);
    return result;
  }

  wait() {
    if (!this.life) return Promise.reject(new Error("nianbao: the element stands in no document"));
    if (this.life.failure) return Promise.reject(this.life.failure);
    return new Promise((resolve, reject) => { this.waiting.push({ resolve, reject }); });
  }
}
