/* Search engine, part 1: reading the coded numbers of the data files.
   The counterpart of search/coder.py, an adaptive binary range coder. */
(function (scope) {
  "use strict";

  const TOP = 0x1000000;
  const HALF = 0x8000;
  const CERTAIN = 64;
  const TREE = 3;
  const RATES = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5];
  const LEARNT = RATES.length - 1;

  /* Bits that a number can have, and the places of a context for numbers. */
  const LONGEST = 22;
  const PLACES = 32 + 8 * ((LONGEST * (LONGEST + 1)) / 2);

  /* A context has a place for each of its bits: the probability of a 0 (of 65,536), times 16, plus how often it was
     used. The contexts of one kind of value are made at once. */
  function contexts(count, places) {
    return Array.from({ length: count }, () => new Int32Array(places || PLACES).fill(HALF << 4));
  }

  /* Zeros after the last byte: the decoder reads a few ahead. */
  const SPARE = 8;

  class Decoder {
    constructor(text) {
      const letters = atob(text);
      this.bytes = new Uint8Array(letters.length + SPARE);
      for (let i = 0; i < letters.length; i++) this.bytes[i] = letters.charCodeAt(i);
      this.at = 4;
      this.range = 0xffffffff;
      this.code = ((this.bytes[0] << 24) | (this.bytes[1] << 16) | (this.bytes[2] << 8) | this.bytes[3]) >>> 0;
    }

    bit(context, place) {
      const chance = context[place] >> 4;
      const uses = context[place] & 15;
      const bound = (this.range >>> 16) * chance;
      const bit = this.code >= bound ? 1 : 0;
      let moved = chance;
      if (bit) {
        this.code -= bound;
        this.range -= bound;
        moved -= chance >> RATES[uses];
        if (moved < CERTAIN) moved = CERTAIN;
      } else {
        this.range = bound;
        moved += (65536 - chance) >> RATES[uses];
        if (moved > 65536 - CERTAIN) moved = 65536 - CERTAIN;
      }
      context[place] = (moved << 4) | (uses < LEARNT ? uses + 1 : uses);
      while (this.range < TOP) {
        this.range = (this.range << 8) >>> 0;
        this.code = ((this.code << 8) | this.bytes[this.at++]) >>> 0;
      }
      return bit;
    }

    /* A whole number from 0: how many bits it has, then the bits, the first few after those above them. */
    number(context) {
      let length = 0;
      while (this.bit(context, length)) length++;
      const first = 32 + 4 * length * (length - 1);
      let value = 1;
      for (let index = length - 1; index >= 0; index--) {
        const above = length - index <= TREE ? value : 0;
        value = (value << 1) | this.bit(context, first + 8 * index + above);
      }
      return value - 1;
    }

    /* A number of a fixed number of bits, each with the bits above it as its context. */
    symbol(context, bits) {
      let value = 1;
      for (let index = 0; index < bits; index++) value = (value << 1) | this.bit(context, value);
      return value - (1 << bits);
    }
  }

  scope.ShekaraSearchParts = { Decoder, contexts };
})(typeof window === "object" ? window : globalThis);
