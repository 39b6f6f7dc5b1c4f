// Inflates raw deflate data (RFC 1951) in the single file. The browsers that lack
// DecompressionStream need it, so that it serves all of them: one way, always tested.

// `packed` is a Uint8Array, `length` the number of bytes it inflates to. Returns a Uint8Array;
// throws on damaged data.
const inflate = (packed, length) => {
  const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
  const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
  const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const LONGEST = 15;
  // Codes of up to this many bits are looked up at once; the rare longer ones go bit by bit.
  const QUICK = 10;

  const out = new Uint8Array(length);
  let filled = 0;
  let next = 0;
  let held = 0;
  let heldBits = 0;

  const damaged = () => new Error("damaged data");
  const bits = (count) => {
    while (heldBits < count) {
      if (next >= packed.length) throw damaged();
      held |= packed[next++] << heldBits;
      heldBits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    heldBits -= count;
    return value;
  };

  // A code is kept as RFC 1951, 3.2.2 defines it: how many symbols have each length, and the
  // symbols in the order of their codes. `quick` holds, for the next bits of the data, the symbol
  // they begin with and its length, or 0 where that is longer.
  const code = (lengths) => {
    const counts = new Uint16Array(LONGEST + 1);
    for (const bitLength of lengths) counts[bitLength]++;
    counts[0] = 0;
    const starts = new Uint16Array(LONGEST + 2);
    const codes = new Uint16Array(LONGEST + 2);
    for (let i = 1; i <= LONGEST; i++) {
      starts[i + 1] = starts[i] + counts[i];
      codes[i + 1] = (codes[i] + counts[i]) << 1;
    }
    const symbols = new Uint16Array(lengths.length);
    const quick = new Uint16Array(1 << QUICK);
    lengths.forEach((bitLength, symbol) => {
      if (!bitLength) return;
      symbols[starts[bitLength]++] = symbol;
      if (bitLength > QUICK) return;
      // Codes stand in the data with their first bit lowest.
      let value = codes[bitLength]++;
      let reversed = 0;
      for (let i = 0; i < bitLength; i++, value >>= 1) reversed = (reversed << 1) | (value & 1);
      for (let i = reversed; i < quick.length; i += 1 << bitLength) quick[i] = (symbol << 4) | bitLength;
    });
    return { counts, symbols, quick };
  };

  const symbolOf = ({ counts, symbols, quick }) => {
    while (heldBits < LONGEST && next < packed.length) {
      held |= packed[next++] << heldBits;
      heldBits += 8;
    }
    const found = quick[held & (quick.length - 1)];
    const foundBits = found & 15;
    if (found && foundBits <= heldBits) {
      held >>>= foundBits;
      heldBits -= foundBits;
      return found >> 4;
    }
    let value = 0;
    let first = 0;
    let index = 0;
    for (let bitLength = 1; bitLength <= LONGEST; bitLength++) {
      value |= bits(1);
      const count = counts[bitLength];
      if (value - first < count) return symbols[index + value - first];
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw damaged();
  };

  const fixedCodes = () => {
    const lengths = [];
    for (let i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    return [code(lengths), code(new Array(30).fill(5))];
  };

  const writtenCodes = () => {
    const literals = bits(5) + 257;
    const distances = bits(5) + 1;
    const order = CODE_LENGTH_ORDER.slice(0, bits(4) + 4);
    const orderLengths = new Array(19).fill(0);
    for (const symbol of order) orderLengths[symbol] = bits(3);
    const lengthCode = code(orderLengths);
    const lengths = [];
    while (lengths.length < literals + distances) {
      const symbol = symbolOf(lengthCode);
      if (symbol < 16) {
        lengths.push(symbol);
        continue;
      }
      const repeated = symbol === 16 ? lengths[lengths.length - 1] : 0;
      let times = symbol === 16 ? bits(2) + 3 : symbol === 17 ? bits(3) + 3 : bits(7) + 11;
      if (repeated === undefined) throw damaged();
      while (times--) lengths.push(repeated);
    }
    return [code(lengths.slice(0, literals)), code(lengths.slice(literals, literals + distances))];
  };

  const stored = () => {
    // The rest of the byte is left out; whole bytes that were taken ahead go back.
    next -= heldBits >> 3;
    held = 0;
    heldBits = 0;
    const count = packed[next] | (packed[next + 1] << 8);
    next += 4;
    if (next + count > packed.length || filled + count > length) throw damaged();
    out.set(packed.subarray(next, next + count), filled);
    next += count;
    filled += count;
  };

  const compressed = ([literalCode, distanceCode]) => {
    for (;;) {
      const symbol = symbolOf(literalCode);
      if (symbol < 256) {
        if (filled >= length) throw damaged();
        out[filled++] = symbol;
        continue;
      }
      if (symbol === 256) return;
      const run = LENGTH_BASE[symbol - 257] + bits(LENGTH_BITS[symbol - 257]);
      const back = symbolOf(distanceCode);
      const distance = DISTANCE_BASE[back] + bits(DISTANCE_BITS[back]);
      if (!(distance <= filled && filled + run <= length)) throw damaged();
      for (const end = filled + run; filled < end; filled++) out[filled] = out[filled - distance];
    }
  };

  let last = 0;
  while (!last) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) stored();
    else if (kind === 1) compressed(fixedCodes());
    else if (kind === 2) compressed(writtenCodes());
    else throw damaged();
  }
  if (filled !== length) throw damaged();
  return out;
};
