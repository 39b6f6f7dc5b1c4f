// The same for node: the wasm is read from the disk, and checking happens on the thread that asks.

import { readFile } from "node:fs/promises";
import { api } from "./checker.js";

export const { check, createChecker, dispose, init } = api(() => readFile(new URL("./nianbao.wasm", import.meta.url)));
