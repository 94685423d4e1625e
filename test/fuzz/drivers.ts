/** Makes the part of the fuzzer that depends on the program: its drivers and the calls of its entries, from interface.json. */

import type { DriverFunction, EntryFunction, Interface, Parameter } from "../../tools/desk/engine/interface.ts";
import { carriageOf } from "../../tools/desk/engine/interface.ts";
import { ANSWERS, RECEIVES, STARTS, STEADY, STOPS, TICKS } from "./answers.ts";

/** The C of a program whose entries are in `module`. */
export function driversOf(made: Interface, module: string): string {
  const entries = made.entries.filter((entry) => entry.module === module);
  const program = made.programs.find((one) => one.module === module);
  const symbolOf = (name: string): string => entries.find((entry) => entry.name === name)?.symbol ?? "";
  const headers = [...new Set(made.drivers.map(({ name }) => `#include "platform/${name}.h"`))];
  return [
    '#include "harness.h"',
    `#include "${module}.h"`,
    '#include "program.h"',
    ...headers,
    `const unsigned fuzz_entry_count = ${entries.length};`,
    `const unsigned fuzz_driver_count = ${made.drivers.length};`,
    `ts_bytes fuzz_answers[${made.drivers.length}];`,
    `void fuzz_power_up(void)\n{\n    ${program?.symbol}();\n}`,
    `void fuzz_start(void)\n{\n    ${symbolOf(STARTS)}();\n}`,
    `void fuzz_receive(ts_bytes bytes)\n{\n    ${symbolOf(RECEIVES)}(bytes);\n}`,
    ...made.drivers.map((driver, index) => driverOf(driver, index, made.enums)),
    "bool fuzz_call(unsigned entry)\n{\n    switch (entry) {",
    ...entries.map((entry, index) => callOf(entry, index, made.enums)),
    "    default:\n        break;\n    }\n    return true;\n}\n",
  ].join("\n");
}

function driverOf(driver: DriverFunction, index: number, enums: Interface["enums"]): string {
  const name = `${driver.name}.${driver.function}`;
  const parameters = driver.parameters.map(({ name: of, type }) => `${type} ${of}`).join(", ") || "void";
  const traces = driver.parameters.map((parameter) => `    ${traceOf(parameter, enums)}`);
  return [
    `${driver.returns} ${driver.symbol}(${parameters})`,
    "{",
    // Asking for the time is nothing that the program does.
    ...(driver.name === "clock" && driver.parameters.length === 0 ? [] : [`    fuzz_trace("${name}");`, ...traces]),
    ...scriptedOf(driver, index, enums),
    ...fillsOf(driver, name),
    ...(driver.returns === "void" ? [] : [`    return ${answerOf(driver, name, enums)};`]),
    "}",
  ].join("\n");
}

function traceOf({ name, type }: Parameter, enums: Interface["enums"]): string {
  switch (carriageOf(type, name, enums)) {
    case "bytes":
      return `fuzz_trace_bytes(${name});`;
    case "span":
      return `fuzz_trace_word(${name}.length);`;
    default:
      return `fuzz_trace_word((uint32_t)${name});`;
  }
}

/** Where the script says what is answered, that is. Numbers have limits that only answers.ts knows. */
function scriptedOf(driver: DriverFunction, index: number, enums: Interface["enums"]): string[] {
  const answer = scriptedAnswer(driver, index, enums);
  return answer === null
    ? []
    : [`    if (fuzz_is_answered(${index})) {`, ...answer.map((line) => `        ${line}`), "    }"];
}

function scriptedAnswer(driver: DriverFunction, index: number, enums: Interface["enums"]): string[] | null {
  const filled = filledBy(driver);
  const carriage = carriageOf(driver.returns, driver.function, enums);
  if (filled !== undefined) {
    const fill = `fuzz_answer_into(${index}, ${filled.name})`;
    return carriage === "integer"
      ? [`return (${driver.returns})${fill};`]
      : [`(void)${fill};`, carriage === "bool" ? "return true;" : "return;"];
  }
  if (carriage === "bool") {
    return [`return (fuzz_answer(${index}) & 1) != 0;`];
  }
  return carriage === "enum"
    ? [`return (${driver.returns})(fuzz_answer(${index}) % ${enums[driver.returns]?.length});`]
    : null;
}

/** What a driver puts where it is told to. */
function fillsOf(driver: DriverFunction, name: string): string[] {
  if (name === "settings.read") {
    return [];
  }
  if (name === "cipher.gcmUpdate") {
    return [
      "    for (uint32_t i = 0; i < plain.length && i < cipher.length; i++) {",
      "        plain.data[i] = cipher.data[i];",
      "    }",
    ];
  }
  return driver.parameters.filter(({ type }) => type === "ts_span_u8").map(({ name: of }) => `    fuzz_fill(${of});`);
}

function answerOf(driver: DriverFunction, name: string, enums: Interface["enums"]): string {
  const answer = ANSWERS[name];
  if (name === "settings.read") {
    return `(${driver.returns})fuzz_kept(key, into)`;
  }
  if (answer !== undefined) {
    const inC = answer.replaceAll("===", "==").replaceAll("!==", "!=");
    const text = inC
      .replace(/\bseed\b/g, "fuzz_seed")
      .replace(/\bnow\b/g, "fuzz_now")
      .replace(/\brandom\b/g, "(int32_t)(fuzz_random() >> 1)");
    return `(${driver.returns})(${text})`;
  }
  const filled = filledBy(driver);
  switch (carriageOf(driver.returns, name, enums)) {
    case "bool":
      return `(fuzz_seed & ${STEADY}) != 0 || fuzz_random() % 8 != 0`;
    case "enum":
      return `(${driver.returns})(fuzz_random() % ${enums[driver.returns]?.length})`;
    default:
      return `(${driver.returns})${filled === undefined ? "fuzz_random()" : `(fuzz_random() % (${filled.name}.length + 1))`}`;
  }
}

/** What a driver is asked to fill. */
function filledBy(driver: DriverFunction): Parameter | undefined {
  return driver.parameters.find(({ type }) => type === "ts_span_u8");
}

function callOf(entry: EntryFunction, index: number, enums: Interface["enums"]): string {
  const lines = entry.parameters.map(
    ({ name, type }) => `const ${type} ${name} = ${argumentOf(type, entry.name, enums)};`,
  );
  const call = `${entry.symbol}(${entry.parameters.map(({ name }) => name).join(", ")})`;
  const given = entry.parameters.filter(({ type }) => type === "ts_bytes");
  return [
    `    case ${index}: {`,
    ...(entry.name === TICKS ? ["fuzz_now += 100;"] : []),
    ...lines,
    `fuzz_trace("${entry.name}");`,
    ...(entry.name === STARTS ? [] : [entry.returns === "void" ? `${call};` : `fuzz_trace_word((uint32_t)${call});`]),
    ...given.map(({ name }) => `fuzz_give_back(${name});`),
    entry.name === STOPS ? "return false;" : "break;",
  ]
    .join("\n        ")
    .concat("\n    }");
}

function argumentOf(type: string, place: string, enums: Interface["enums"]): string {
  switch (carriageOf(type, place, enums)) {
    case "bytes":
      return "fuzz_bytes()";
    case "bool":
      return "(fuzz_byte() & 1) != 0";
    case "enum":
      return `(${type})(fuzz_byte() % ${enums[type]?.length})`;
    default:
      return `(${type})fuzz_number()`;
  }
}
