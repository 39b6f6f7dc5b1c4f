// Registers <nianbao-checker>.

import { define } from "./element.js";

define();
