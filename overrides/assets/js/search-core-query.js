/* Search engine, part 8, loaded after the first results: the query language, read by the same steps as search/query.py. */
(function (scope) {
  "use strict";

  const { clean, SPEAKS } = scope.ShekaraSearchParts.language;
  const FILTERS = ["act", "chapter", "article", "kind", "concept", "amended", "amended-by", "cites", "cited-by"];
  const MAX_DEPTH = 20;
  const NAME = "amended-by|cited-by|chapter|article|concept|amended|cites|kind|act";
  const BARE = "[^\\s()\"]+(?:\\([^\\s()\"]*\\)[^\\s()\"]*)*";
  const PIECE = new RegExp(
    "(?<space>\\s+)|(?<filter>(?:" + NAME + "):(?:\"[^\"]+\"|" + BARE + "))" +
    "|\"(?<phrase>[^\"]*)\"|(?<open>\")|(?<bracket>[()])|(?<not>-(?=[^\\s)-]))|(?<word>" + BARE + ")", "gi");
  const UNKNOWN_FILTER = /^([a-z][a-z-]*):(?=\S|$)/i;
  const OPERATORS = { AND: "and", OR: "or", NOT: "not" };
  const UNITS = ["not", "(", "phrase", "filter", "word"];

  const folded = (text) => text.split(/\s+/).filter(Boolean).join(" ");

  function pieces(text) {
    const found = [];
    let depth = 0;
    let before = "";
    for (const match of text.matchAll(PIECE)) {
      const piece = match[0];
      const group = match.groups;
      if (group.filter !== undefined) {
        const cut = piece.indexOf(":");
        const value = piece.slice(cut + 1);
        if (SPEAKS.test(value)) found.push({ kind: "filter", name: piece.slice(0, cut).toLowerCase(), text: value.replace(/^"+|"+$/g, "").trim() });
        else found.push({ kind: "word", text: piece.slice(0, cut) + ":" });
      } else if (group.bracket !== undefined) {
        if (piece === ")" && depth === 0 && /[0-9]$/.test(before)) continue;
        depth += piece === "(" ? 1 : -1;
        found.push({ kind: piece, text: piece });
      } else if (group.phrase !== undefined) {
        found.push({ kind: "phrase", text: group.phrase });
      } else if (group.open !== undefined) {
        found.push({ kind: "open", text: piece });
      } else if (group.not !== undefined) {
        found.push({ kind: "not", text: piece });
      } else if (group.word !== undefined) {
        found.push({ kind: (Object.prototype.hasOwnProperty.call(OPERATORS, piece) && OPERATORS[piece]) || "word", text: piece });
      }
      before = piece;
    }
    return found;
  }

  function word(text) {
    const bare = text.replace(/^-+/, "").replace(/\*+$/, "");
    const plain = Object.prototype.hasOwnProperty.call(OPERATORS, bare) ? bare.toLowerCase() : bare;
    return { type: "word", text: plain, prefix: /\*$/.test(text) };
  }

  const one = (nodes, type) => (nodes.length === 1 ? nodes[0] : { type, nodes });

  class Malformed extends Error {}

  class Parser {
    constructor(tokens) {
      this.tokens = tokens;
      this.at = 0;
      this.depth = 0;
    }

    get kind() {
      return this.at < this.tokens.length ? this.tokens[this.at].kind : "";
    }

    parse() {
      if (this.tokens.some((token) => token.kind === "open")) throw new Malformed("A quotation mark is missing");
      const node = this.either();
      if (this.kind) throw new Malformed("A bracket is closed that was not opened");
      return node;
    }

    either() {
      return this.joined("or", "either", () => this.both());
    }

    both() {
      return this.joined("and", "both", () => this.list());
    }

    joined(operator, type, part) {
      const nodes = [part()];
      while (this.kind === operator) {
        this.at++;
        nodes.push(part());
      }
      return one(nodes, type);
    }

    list() {
      const nodes = [];
      while (UNITS.indexOf(this.kind) >= 0) nodes.push(this.unit());
      if (!nodes.length) throw new Malformed(this.expected());
      return one(nodes, "list");
    }

    unit() {
      const token = this.tokens[this.at++];
      if (++this.depth > MAX_DEPTH) throw new Malformed("Too many brackets");
      const node = this.read(token);
      this.depth--;
      return node;
    }

    read(token) {
      if (token.kind === "not") {
        if (UNITS.indexOf(this.kind) < 0) throw new Malformed("NOT needs a word after it");
        return { type: "not", node: this.unit() };
      }
      if (token.kind === "(") return this.bracket();
      if (token.kind === "phrase") return { type: "phrase", text: folded(token.text) };
      return token.kind === "filter" ? { type: "filter", name: token.name, value: token.text } : word(token.text);
    }

    bracket() {
      const node = this.either();
      if (this.kind !== ")") throw new Malformed("A bracket is missing");
      this.at++;
      return node;
    }

    expected() {
      const before = this.at ? this.tokens[this.at - 1].kind : "";
      if (["and", "or"].indexOf(this.kind) >= 0 || before === "and" || before === "or") return "AND and OR need words on both sides";
      return this.at ? "Something is missing in the brackets" : "A bracket is closed that was not opened";
    }
  }

  /* Every word and filter of a query, without its operators. */
  function asWords(tokens) {
    const nodes = [];
    tokens.forEach((token) => {
      if (token.kind === "filter") nodes.push({ type: "filter", name: token.name, value: token.text });
      else if (token.kind === "word" || token.kind === "phrase") {
        token.text.split(/\s+/).filter((piece) => SPEAKS.test(piece)).forEach((piece) => nodes.push(word(piece)));
      }
    });
    return nodes.length ? one(nodes, "list") : null;
  }

  function unknownFilter(tokens) {
    for (const token of tokens) {
      const match = token.kind === "word" ? UNKNOWN_FILTER.exec(token.text) : null;
      if (!match) continue;
      const name = match[1].toLowerCase();
      return FILTERS.indexOf(name) >= 0 ? 'The filter "' + name + ':" needs a value.'
        : 'There is no filter "' + name + ':"; searched as words.';
    }
    return null;
  }

  /* What stands outside filters, where there is nothing else than words: where a citation may stand. */
  function plain(text, node) {
    const nodes = node && node.type === "list" ? node.nodes : [node];
    const mere = nodes.every((part) => part && (part.type === "filter" || (part.type === "word" && !part.prefix)));
    return mere ? pieces(text).filter((token) => token.kind !== "filter").map((token) => token.text).join(" ") : "";
  }

  /* Reads a query; this never fails. */
  function parse(query) {
    const text = clean(query);
    const tokens = pieces(text).filter((token) => (token.kind !== "word" && token.kind !== "phrase") || SPEAKS.test(token.text));
    if (!tokens.length) return { text, node: null, hint: null, plain: "" };
    try {
      const node = new Parser(tokens).parse();
      return { text, node, hint: unknownFilter(tokens), plain: plain(text, node) };
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      const node = asWords(tokens);
      return { text, node, hint: error.message + "; searched as words.", plain: plain(text, node) };
    }
  }

  scope.ShekaraSearchParts.parse = parse;
})(typeof window === "object" ? window : globalThis);
