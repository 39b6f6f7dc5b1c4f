/** Registers `<nianbao-checker>`. */
export {};
