/** A JSON tokenizer (RFC 8259): where each token of a text starts and ends, with no memory of its own. */
import { utf8, type Bytes, type u32, type u8 } from "ts2c";

type Kind = "{" | "}" | "[" | "]" | ":" | "," | "string" | "number" | "true" | "false" | "null" | "end" | "error";

interface Token {
  readonly kind: Kind;
  readonly start: u32;
  readonly end: u32;
}

function isDigit(byte: u8): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: u8): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

function isSpace(byte: u8): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

export class Tokenizer {
  private readonly text: Bytes;
  private at: u32 = 0;

  constructor(text: Bytes) {
    this.text = text;
  }

  next(): Token {
    while (this.at < this.text.length && isSpace(this.text[this.at])) {
      this.at++;
    }
    const start = this.at;
    const kind = this.kind();
    return { kind, start, end: this.at };
  }

  private kind(): Kind {
    const byte = this.peek();
    switch (byte) {
      case 0x7b:
        return this.one("{");
      case 0x7d:
        return this.one("}");
      case 0x5b:
        return this.one("[");
      case 0x5d:
        return this.one("]");
      case 0x3a:
        return this.one(":");
      case 0x2c:
        return this.one(",");
      case 0x22:
        return this.string() ? "string" : "error";
      case 0x74:
        return this.word(utf8("true")) ? "true" : "error";
      case 0x66:
        return this.word(utf8("false")) ? "false" : "error";
      case 0x6e:
        return this.word(utf8("null")) ? "null" : "error";
    }
    if (byte === 0x2d || isDigit(byte)) {
      return this.number() ? "number" : "error";
    }
    return this.at === this.text.length ? "end" : "error";
  }

  private one(kind: Kind): Kind {
    this.advance();
    return kind;
  }

  private peek(): u8 {
    return this.text[this.at] ?? 0;
  }

  private advance() {
    if (this.at < this.text.length) {
      this.at++;
    }
  }

  private word(wanted: Bytes): boolean {
    for (const byte of wanted) {
      if (!this.take(byte)) {
        return false;
      }
    }
    return true;
  }

  private string(): boolean {
    this.advance();
    while (this.at < this.text.length) {
      const byte = this.text[this.at];
      this.at++;
      if (byte === 0x22) {
        return true;
      }
      if (byte < 0x20) {
        return false;
      }
      if (byte === 0x5c && !this.escape()) {
        return false;
      }
    }
    return false;
  }

  private escape(): boolean {
    const byte = this.peek();
    this.advance();
    if (byte !== 0x75) {
      return utf8('"\\/bfnrt').indexOf(byte) >= 0;
    }
    for (let i = 0; i < 4; i++) {
      if (!isHex(this.peek())) {
        return false;
      }
      this.advance();
    }
    return true;
  }

  private digits(): boolean {
    const start = this.at;
    while (isDigit(this.peek())) {
      this.advance();
    }
    return this.at > start;
  }

  private take(byte: u8): boolean {
    if (this.peek() !== byte) {
      return false;
    }
    this.advance();
    return true;
  }

  private number(): boolean {
    this.take(0x2d);
    if (!this.take(0x30) && !this.digits()) {
      return false;
    }
    if (this.take(0x2e) && !this.digits()) {
      return false;
    }
    if (this.take(0x65) || this.take(0x45)) {
      if (!this.take(0x2b)) {
        this.take(0x2d);
      }
      return this.digits();
    }
    return true;
  }
}

function show(text: string) {
  console.log(text);
  const tokens = new Tokenizer(utf8(text));
  let token = tokens.next();
  while (token.kind !== "end" && token.kind !== "error") {
    console.log(token.kind, token.start, token.end);
    token = tokens.next();
  }
  console.log(token.kind, token.start, token.end);
}

show('{"a": [1, -2.5e+3, true], "b\\u00e9\\n": null}');
show("  [ ] ");
show("01");
show("-");
show("1.");
show("nul");
show('"open');
show('"\\x"');
show('"\\u12g4"');
show("");
