// The whole page as an element. See element.d.ts.

import { ATTRIBUTES, Inside } from "./inside.js";

/** What each element keeps to itself; private fields are newer than the oldest browsers. */
const insides = new WeakMap();
const inside = (element) => insides.get(element);

export class NianbaoChecker extends HTMLElement {
  static get observedAttributes() {
    return ATTRIBUTES;
  }

  constructor() {
    super();
    insides.set(this, new Inside(this, () => NianbaoChecker.startOptions));
  }

  connectedCallback() {
    // What was set before the element was defined.
    for (const name of ["value", "file", "previous", "settings"]) {
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    inside(this).begin();
  }

  disconnectedCallback() {
    // An element that is only moved is back in the same task.
    Promise.resolve().then(() => {
      if (!this.isConnected) inside(this).end();
    });
  }

  attributeChangedCallback(name) {
    if (name === "settings") this.settings = this.getAttribute("settings");
    else inside(this).tell(name);
  }

  get value() {
    return inside(this).text();
  }

  set value(text) {
    inside(this).put(text === null || text === undefined ? "" : String(text));
  }

  get file() {
    const { input } = inside(this);
    return input instanceof Object ? input : null;
  }

  set file(file) {
    if (file) this.open(file).catch(() => {});
    else this.clear();
  }

  get previous() {
    return inside(this).previous;
  }

  set previous(previous) {
    inside(this).compare(previous || null);
  }

  get settings() {
    return inside(this).settings;
  }

  set settings(settings) {
    inside(this).settings = settings || null;
    inside(this).tell("settings");
  }

  get readOnly() {
    return this.hasAttribute("readonly");
  }

  set readOnly(readOnly) {
    this.toggleAttribute("readonly", Boolean(readOnly));
  }

  get result() {
    return inside(this).result();
  }

  check() {
    return inside(this).check();
  }

  open(input, { type } = {}) {
    return inside(this).open(input, type);
  }

  clear() {
    inside(this).put("");
  }
}

/** The wasm and the worker, for all elements that come: see `StartOptions`. */
NianbaoChecker.startOptions = {};

/** Registers the element under a name; under one that has it already, nothing happens. */
export function define(name = "nianbao-checker") {
  // A class can have one name only.
  if (!customElements.get(name)) customElements.define(name, class extends NianbaoChecker {});
}
