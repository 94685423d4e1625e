/** What the random programs live in: a module that they import, a driver, and the programs that run them one by one. */

/** A module that every program may import: nothing in it changes. */
export const SHARED = `import { type u8, type i32, type u32 } from "ts2c";

/** How a thing moves. */
export type Motion = "still" | "slow" | "fast";

/** A place on a plane. */
export interface Point {
  readonly x: i32;
  readonly y: i32;
}

export const LIMIT: u8 = 37;
export const FAR: u32 = 4294967295;
export const NAME: string = "sh\\u00e4red";
export const ORIGIN: Point = { x: 0, y: -1 };
export const PRIMES: readonly u8[] = [2, 3, 5, 7, 11, 13, 17, 19];
export const POINTS: readonly Point[] = [
  { x: 1, y: 2 },
  { x: -2147483648, y: 2147483647 },
];

/** Sums a point. */
export function sumOf(point: Point): i32 {
  return (point.x + point.y) | 0;
}

export function motionOf(speed: u8): Motion {
  return speed === 0 ? "still" : speed < LIMIT ? "slow" : "fast";
}

export class Meter {
  total: i32 = 0;
  private readonly step: u8;

  constructor(step: u8) {
    this.step = step;
  }

  /** Adds the step, or takes it away. */
  move(motion: Motion): void {
    switch (motion) {
      case "still":
        break;
      case "slow":
        this.total = (this.total + this.step) | 0;
        break;
      case "fast":
        this.total = (this.total - this.step) | 0;
        break;
    }
  }
}
`;

/** A driver whose answers are numbers in a row. */
export const DRIVER = `import type { Bytes, i32, u8, u32 } from "ts2c";

/** The next sample. */
export declare function sample(channel: u8): i32;

/** Takes bytes in. */
export declare function send(bytes: Bytes): void;

/** Gives bytes out. */
export declare function receive(into: Uint8Array): u32;
`;

/** The same driver for Node. */
export const DRIVER_IN_NODE = `let state = 1;
export function restart() {
  state = 1;
}
export function sample(channel) {
  state = (Math.imul(state, 1103515245) + 12345 + channel) | 0;
  return state;
}
export function send(bytes) {
  for (const byte of bytes) {
    state = (Math.imul(state, 31) + byte) | 0;
  }
}
export function receive(into) {
  const count = into.length >> 1;
  for (let i = 0; i < count; i++) {
    into[i] = sample(i & 255) & 255;
  }
  return count;
}
`;

/** Where no program of a batch imports it, there is no header. */
export const DRIVER_IN_C = `static uint32_t state = 1;
#if __has_include("platform/probe.h")
#include "platform/probe.h"
int32_t p1_probe_sample(uint8_t channel)
{
    state = state * UINT32_C(1103515245) + UINT32_C(12345) + channel;
    return (int32_t)state;
}
void p1_probe_send(ts_bytes bytes)
{
    for (uint32_t i = 0; i < bytes.length; i++) {
        state = state * 31u + bytes.data[i];
    }
}
uint32_t p1_probe_receive(ts_span_u8 into)
{
    const uint32_t count = into.length >> 1;
    for (uint32_t i = 0; i < count; i++) {
        into.data[i] = (uint8_t)p1_probe_sample((uint8_t)i);
    }
    return count;
}
#endif
`;

/** Begins the line that stands before each program's output. */
export const MARK = "\u0001";
/** What a program's output ends with when an \`assert\` did not hold. */
export const PANIC = "\u0002panic";

/** The C program that runs the programs \`names\` from the one whose number is its argument. */
export function mainInC(names: readonly string[], init: string): string {
  const starts = [...new Set(init.match(/\b\w+_module_init(?=\(\))/g))];
  const own = (name: string): string => starts.find((start) => start === `${name}_module_init`) ?? "";
  const common = starts.filter((start) => !names.some((name) => own(name) === start));
  return `#include <stdio.h>
#include <stdlib.h>
#include "program.h"
#include "ts2c.h"
${[...new Set(init.match(/#include "(?!program)[^"]*"/g))].join("\n")}
${names.map((name) => `#include "${name}.h"`).join("\n")}
${DRIVER_IN_C}
_Noreturn void ts_panic(const char *where);
_Noreturn void ts_panic(const char *where)
{
    (void)where;
    (void)fputs("${PANIC.replace("\u0002", "\\002")}\\n", stdout);
    (void)fflush(stdout);
    _Exit(70);
}
${names.map((name) => `static void run_${name}(void) { ${own(name) === "" ? "" : `${own(name)}(); `}${name}_run(); }`).join("\n")}
static void (*const programs[])(void) = {${names.map((name) => `run_${name}`).join(", ")}};
int main(int count, char **given)
{
    const int first = count > 1 ? atoi(given[1]) : 0;
${common.map((start) => `    ${start}();`).join("\n")}
    for (int i = first; i < ${String(names.length)}; i++) {
        state = 1;
        (void)printf("\\001%d\\n", i);
        (void)fflush(stdout);
        programs[i]();
        (void)fflush(stdout);
    }
    return 0;
}
`;
}

/** The same for Node. */
export function mainInNode(names: readonly string[]): string {
  return `import { restart } from "#platform/probe";
const names = ${JSON.stringify(names)};
for (let i = Number(process.argv[2] ?? 0); i < names.length; i++) {
  restart();
  console.log("\\u0001" + String(i));
  try {
    const { run } = await import("./" + names[i] + ".js");
    run();
  } catch (error) {
    console.log(error.name === "Panic" ? "\\u0002panic" : "\\u0002" + error.stack);
  }
}
`;
}
