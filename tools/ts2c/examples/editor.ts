/** A line editor for a serial console: backspace, a cursor, and a history, all in fixed memory. */
import { array, utf8, type Bytes, type FixedArray, type range, type u16, type u8 } from "ts2c";

const WIDTH = 32;
const REMEMBERED = 4;

class Line {
  readonly bytes = new Uint8Array(WIDTH);
  length: range<0, 32> = 0;

  view(): Bytes {
    return this.bytes.subarray(0, this.length);
  }

  copyFrom(other: Line) {
    this.bytes.set(other.bytes);
    this.length = other.length;
  }
}

type State = "plain" | "escape" | "bracket";

export class LineEditor {
  private readonly line = new Line();
  private readonly history: FixedArray<Line, 4> = array(REMEMBERED, () => new Line());
  private remembered: range<0, 4> = 0;
  /** How many lines back in the history; 0 is the line being written. */
  private back: range<0, 4> = 0;
  private cursor: range<0, 32> = 0;
  private state: State = "plain";

  current(): Bytes {
    return this.line.view();
  }

  position(): u8 {
    return this.cursor;
  }

  clear() {
    this.line.length = 0;
    this.cursor = 0;
    this.back = 0;
  }

  /** Takes one byte from the terminal; true when a line is complete. */
  key(byte: u8): boolean {
    switch (this.state) {
      case "escape":
        this.state = byte === 0x5b ? "bracket" : "plain";
        return false;
      case "bracket":
        this.state = "plain";
        this.arrow(byte);
        return false;
      case "plain":
        return this.plain(byte);
    }
  }

  private plain(byte: u8): boolean {
    if (byte === 0x0d) {
      this.remember();
      return true;
    }
    if (byte === 0x1b) {
      this.state = "escape";
    } else if (byte === 0x08 || byte === 0x7f) {
      this.backspace();
    } else if (byte === 0x01) {
      this.cursor = 0;
    } else if (byte === 0x05) {
      this.cursor = this.line.length;
    } else if (byte === 0x0b) {
      this.line.length = this.cursor;
    } else if (byte >= 0x20 && byte < 0x7f) {
      this.insert(byte);
    }
    return false;
  }

  private insert(byte: u8) {
    const line = this.line;
    if (line.length === WIDTH || this.cursor === WIDTH) {
      return;
    }
    line.bytes.copyWithin(this.cursor + 1, this.cursor, line.length);
    line.bytes[this.cursor] = byte;
    this.cursor++;
    line.length++;
  }

  private backspace() {
    const line = this.line;
    if (this.cursor === 0 || line.length === 0) {
      return;
    }
    line.bytes.copyWithin(this.cursor - 1, this.cursor, line.length);
    this.cursor--;
    line.length--;
  }

  private arrow(byte: u8) {
    switch (byte) {
      case 0x41:
        this.recall(this.back + 1);
        break;
      case 0x42:
        this.recall(this.back - 1);
        break;
      case 0x43:
        if (this.cursor < this.line.length) {
          this.cursor++;
        }
        break;
      case 0x44:
        if (this.cursor > 0) {
          this.cursor--;
        }
        break;
    }
  }

  private recall(back: range<-1, 5>) {
    if (back < 0 || back > this.remembered) {
      return;
    }
    this.back = back;
    if (back === 0) {
      this.line.length = 0;
    } else {
      this.line.copyFrom(this.history[back - 1]);
    }
    this.cursor = this.line.length;
  }

  /** The newest line comes first; the oldest is forgotten. */
  private remember() {
    if (this.line.length === 0) {
      return;
    }
    for (let i = REMEMBERED - 1; i > 0; i--) {
      this.history[i].copyFrom(this.history[i - 1]);
    }
    this.history[0].copyFrom(this.line);
    this.remembered = Math.min(this.remembered + 1, REMEMBERED);
  }
}

const editor = new LineEditor();

function type(text: string) {
  for (const byte of utf8(text)) {
    if (editor.key(byte)) {
      show("line");
      editor.clear();
    }
  }
}

function show(what: string) {
  console.log("editor:", what, editor.current().length, editor.position(), sum(editor.current()));
}

/** Something to compare a line by. */
function sum(bytes: Bytes): u16 {
  let all = 0;
  for (const byte of bytes) {
    all = (all * 31 + byte) % 65521;
  }
  return all;
}

type("hello\r");
type("wrld");
show("before");
type("\x1b[D\x1b[D\x1b[Do\x05!");
show("inserted");
type("\b\x7f\x7f\x7f\x7f\x7f\x7f");
show("deleted");
type("one\rtwo\rthree\rfour\rfive\r");
type("\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A");
show("oldest");
type("\x1b[B\x1b[B\r");
type("0123456789012345678901234567890123456789");
show("full");
type("\x01\x0b");
show("killed");
