// Checks annual reports on open government information. See index.d.ts.

import { boot, wasm } from "./browser.js";
import { api } from "./checker.js";

export const { check, createChecker, dispose, init } = api(wasm, boot);
