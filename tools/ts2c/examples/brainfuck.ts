/** An interpreter of Brainf***: eight commands, a tape that wraps, and a bound on the steps. */
import { u8, utf8, Writer, type Bytes, type u32 } from "ts2c";

const TAPE = 256;

type Result = "done" | "brackets" | "steps" | "too long";

export class Machine {
  private readonly tape = new Uint8Array(TAPE);
  /** For each bracket, where its partner stands. */
  private readonly partners = new Uint16Array(512);
  private readonly open = new Uint16Array(64);
  steps: u32 = 0;

  run(program: Bytes, input: Bytes, output: Writer): Result {
    this.steps = 0;
    if (program.length > this.partners.length) {
      return "too long";
    }
    if (!this.link(program)) {
      return "brackets";
    }
    this.tape.fill(0);
    let pointer = 0;
    let read = 0;
    let at = 0;
    for (; at < program.length; this.steps++) {
      if (this.steps >= 100000) {
        return "steps";
      }
      switch (program[at]) {
        case 0x3e: // >
          pointer = (pointer + 1) % TAPE;
          break;
        case 0x3c: // <
          pointer = (pointer + TAPE - 1) % TAPE;
          break;
        case 0x2b: // +
          this.tape[pointer] = u8(this.tape[pointer] + 1);
          break;
        case 0x2d: // -
          this.tape[pointer] = u8(this.tape[pointer] - 1);
          break;
        case 0x2e: // .
          output.byte(this.tape[pointer]);
          break;
        case 0x2c: // ,
          this.tape[pointer] = input[read] ?? 0;
          if (read < input.length) {
            read++;
          }
          break;
        case 0x5b: // [
          if (this.tape[pointer] === 0) {
            at = this.partners[at];
          }
          break;
        case 0x5d: // ]
          if (this.tape[pointer] !== 0) {
            at = this.partners[at];
          }
          break;
      }
      at++;
    }
    return "done";
  }

  /** Finds each bracket's partner. */
  private link(program: Bytes): boolean {
    let depth = 0;
    for (let at = 0; at < program.length && at < this.partners.length; at++) {
      if (program[at] === 0x5b) {
        if (depth === this.open.length) {
          return false;
        }
        this.open[depth] = at;
        depth++;
      } else if (program[at] === 0x5d) {
        if (depth === 0) {
          return false;
        }
        depth--;
        const start = this.open[depth];
        if (start < at) {
          this.partners[start] = at;
          this.partners[at] = start;
        }
      }
    }
    return depth === 0;
  }
}

const machine = new Machine();
const memory = new Uint8Array(64);

function show(name: string, program: string, input: string) {
  const output = new Writer(memory);
  const result = machine.run(utf8(program), utf8(input), output);
  console.log("program", name, result, machine.steps, output.length());
  for (const byte of output.view()) {
    console.log(byte);
  }
}

show(
  "hello",
  "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.",
  "",
);
show("echo", ",[.,]", "ok");
show("reverse", ">,[>,]<[.<]", "abc");
show("forever", "+[]", "");
show("unbalanced", "[[]", "");
show("closed", "]", "");
