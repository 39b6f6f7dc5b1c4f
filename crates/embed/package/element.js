// The whole page as an element. See element.d.ts.

import { boot, wasm } from "./browser.js";
import { acquire, instantiate, release } from "./checker.js";
import { styles } from "./styles.js";

/** One sheet for all elements, where the browser can share one; a policy has no say in it. */
let sheet;

function dress(root) {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    sheet ??= new CSSStyleSheet();
    if (sheet.cssRules.length === 0) sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } else {
    const style = document.createElement("style");
    style.textContent = styles;
    root.append(style);
  }
}

/** What was put in: a string, a file of the browser, or what `check` takes. */
async function given(input) {
  if (!(input instanceof Blob)) return input;
  return { name: input.name ?? "", bytes: new Uint8Array(await new Response(input).arrayBuffer()) };
}

export class NianbaoChecker extends HTMLElement {
  static observedAttributes = ["lang", "readonly", "settings"];

  /** The wasm and the worker, for all elements that come: see `StartOptions`. */
  static startOptions = {};

  #root = this.attachShadow({ mode: "open" });
  #input;
  #kind;
  #previous = null;
  #settings = null;
  #page;
  #life;
  /** The text that was put in and does not stand in the page yet. */
  #coming;
  #waiting = [];

  constructor() {
    super();
    dress(this.#root);
  }

  connectedCallback() {
    for (const name of ["value", "file", "previous", "settings"]) this.#upgrade(name);
    if (this.#life) return;
    const life = { ended: false };
    this.#life = life;
    this.#start(life).catch((error) => {
      if (!life.ended) this.#fail(error);
    });
  }

  disconnectedCallback() {
    // An element that is only moved is back in the same task.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name) {
    if (name === "settings") this.#settings = this.getAttribute("settings");
    if (this.#page) this.#tell(name);
  }

  /** Sets what was set before the element was defined. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  async #start(life) {
    const { wasm: own, worker = true } = NianbaoChecker.startOptions;
    const module = await acquire(wasm, own);
    if (life.ended) return release(own);
    life.end = () => release(own);
    const instance = await instantiate(module);
    if (life.ended) return;
    const mount = document.createElement("div");
    this.#root.append(mount);
    const way = worker === false ? { spawn() { throw new Error("no worker is wanted"); } } : boot(worker === true ? undefined : worker);
    this.#page = new instance.Embedded(this.#root, mount, way, (kind, detail) => this.#hear(life, kind, detail));
    life.end = () => {
      this.#page.dispose();
      this.#page.free();
      this.#page = undefined;
      mount.remove();
      release(own);
    };
    for (const name of ["lang", "readonly", "settings"]) this.#tell(name);
    if (this.#input !== undefined) this.#show();
  }

  #end() {
    const life = this.#life;
    if (!life) return;
    life.ended = true;
    this.#life = undefined;
    if (this.#page) {
      // Should it come back, it shows the text that it had.
      this.#input = this.value;
      this.#kind = undefined;
    }
    life.end?.();
    this.#fail(new Error("nianbao: the element was removed"), false);
  }

  #tell(name) {
    try {
      if (name === "lang") this.#page.speak(this.#language());
      if (name === "readonly") this.#page.lock(this.readOnly);
      if (name === "settings") this.#page.set(this.#settings);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The element's language, or that of what it stands in. */
  #language() {
    return this.closest("[lang]")?.lang.toLowerCase().startsWith("en") ? "en" : "zh";
  }

  #show() {
    try {
      if (this.#input === "") return this.#page.clear();
      this.#page.open(this.#input, this.#kind);
      if (this.#previous !== null) this.#page.compare(this.#previous);
    } catch (error) {
      this.#fail(error);
    }
  }

  #hear(life, kind, detail) {
    // The page is not done with what it tells of while it tells it.
    queueMicrotask(() => {
      if (life.ended) return;
      if (kind === "error") return this.#fail(new Error(detail));
      if (kind === "change") this.#coming = undefined;
      if (kind === "check") for (const { resolve } of this.#waiting.splice(0)) resolve(detail);
      this.dispatchEvent(new CustomEvent(kind, { bubbles: true, composed: true, detail: kind === "check" ? detail : null }));
    });
  }

  #fail(error, told = true) {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    if (told) this.dispatchEvent(new CustomEvent("error", { detail: error }));
  }

  #put(input, kind) {
    this.#input = input;
    this.#kind = kind;
    this.#coming = typeof input === "string" ? input : undefined;
    if (this.#page) this.#show();
  }

  get value() {
    return this.#coming ?? this.#page?.value() ?? "";
  }

  set value(text) {
    this.#put(String(text ?? ""));
  }

  get file() {
    return this.#input instanceof Object ? this.#input : null;
  }

  set file(file) {
    if (file) this.open(file).catch(() => {});
    else this.clear();
  }

  get previous() {
    return this.#previous;
  }

  set previous(previous) {
    this.#previous = previous ?? null;
    if (this.#page && this.#input !== undefined) this.#show();
  }

  get settings() {
    return this.#settings;
  }

  set settings(settings) {
    this.#settings = settings ?? null;
    if (this.#page) this.#tell("settings");
  }

  get readOnly() {
    return this.hasAttribute("readonly");
  }

  set readOnly(readOnly) {
    this.toggleAttribute("readonly", Boolean(readOnly));
  }

  get result() {
    return this.#page?.result() ?? null;
  }

  async check() {
    const result = this.result;
    if (result) return result;
    const nothing = this.#coming === "" || (this.#page ? !this.#page.ask() : !this.#input);
    if (nothing) throw new Error("nianbao: there is no report");
    return this.#wait();
  }

  async open(input, { type } = {}) {
    const ready = await given(input);
    for (const { reject } of this.#waiting.splice(0)) reject(new Error("nianbao: another report was opened"));
    const result = this.#wait();
    this.#put(ready, type);
    return result;
  }

  #wait() {
    if (!this.#life) return Promise.reject(new Error("nianbao: the element stands in no document"));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  clear() {
    this.#put("");
  }
}

/** Registers the element under a name; under one that has it already, nothing happens. */
export function define(name = "nianbao-checker") {
  // A class can have one name only.
  if (!customElements.get(name)) customElements.define(name, class extends NianbaoChecker {});
}
