import { carriageOf, type DriverFunction, type EntryFunction, type Interface, type Parameter } from "./interface.ts";

/**
 * The C between the generated code and JavaScript. Every driver function is defined here and calls a function pointer
 * that JavaScript sets; every entry has a wrapper. Only integers and pointers are left in what JavaScript sees: a view
 * is a pointer and a length, an enum an `int32_t`.
 */
export function bridgeSource(description: Interface): string {
  const { programs, drivers, entries, enums } = description;
  const headers = new Set(["ts2c.h"]);
  for (const driver of drivers) {
    headers.add(`platform/${driver.name}.h`);
  }
  for (const entry of entries) {
    headers.add(entry.header);
  }
  return [
    ...[...headers].map((header) => `#include "${header}"`),
    "#include <stdlib.h>",
    "",
    "static void (*call_panic)(const char *where);",
    "void bridge_set_panic(void (*function)(const char *)) { call_panic = function; }",
    "_Noreturn void ts_panic(const char *where)",
    "{",
    "    call_panic(where);",
    "    exit(70);",
    "}",
    "",
    ...programs.map(({ symbol }) => `void ${symbol}(void);`),
    "",
    ...drivers.map((driver, index) => driverSource(driver, index, enums)),
    ...entries.map((entry, index) => entrySource(entry, index, enums)),
  ].join("\n");
}

/** The prototype of the callback of driver function `index`, for C and koffi alike. */
export function callbackPrototype(driver: DriverFunction, index: number, enums: Interface["enums"]): string {
  const place = `${driver.name}.${driver.function}`;
  return `${plainType(driver.returns, place, enums)} bridge_call_${index}(${plainParameters(driver.parameters, place, enums)})`;
}

/** The prototype of the wrapper of entry `index`. */
export function entryPrototype(entry: EntryFunction, index: number, enums: Interface["enums"]): string {
  const { name, parameters, returns } = entry;
  return `${plainType(returns, name, enums)} bridge_entry_${index}(${plainParameters(parameters, name, enums)})`;
}

function driverSource(driver: DriverFunction, index: number, enums: Interface["enums"]): string {
  const given = driver.parameters.map(({ type, name }) => `${type} ${name}`).join(", ") || "void";
  const passed = driver.parameters.map(({ type, name }) => {
    const carriage = carriageOf(type, name, enums);
    if (carriage === "bytes" || carriage === "span") {
      return `${name}.data, ${name}.length`;
    }
    return carriage === "enum" ? `(int32_t)${name}` : name;
  });
  const call = `set_${index}(${passed.join(", ")});`;
  const result = driver.returns === "void" ? call : `return (${driver.returns})${call}`;
  return [
    `typedef ${callbackPrototype(driver, index, enums)};`,
    `static bridge_call_${index} *set_${index};`,
    `void bridge_set_${index}(bridge_call_${index} *function) { set_${index} = function; }`,
    `${driver.returns} ${driver.symbol}(${given})`,
    "{",
    `    ${result}`,
    "}",
    "",
  ].join("\n");
}

function entrySource(entry: EntryFunction, index: number, enums: Interface["enums"]): string {
  const passed = entry.parameters.map(({ type, name }) => {
    const carriage = carriageOf(type, name, enums);
    if (carriage === "bytes" || carriage === "span") {
      return `(${type}){ ${name}, ${name}_length }`;
    }
    return `(${type})${name}`;
  });
  const call = `${entry.symbol}(${passed.join(", ")});`;
  return [
    entryPrototype(entry, index, enums),
    "{",
    entry.returns === "void" ? `    ${call}` : `    return (${plainType(entry.returns, entry.name, enums)})${call}`,
    "}",
    "",
  ].join("\n");
}

function plainParameters(parameters: readonly Parameter[], place: string, enums: Interface["enums"]): string {
  const plain = parameters.map(({ type, name }) => {
    switch (carriageOf(type, `${place}, parameter ${name},`, enums)) {
      case "bytes":
        return `const uint8_t *${name}, uint32_t ${name}_length`;
      case "span":
        return `uint8_t *${name}, uint32_t ${name}_length`;
      default:
        return `${plainType(type, place, enums)} ${name}`;
    }
  });
  return plain.join(", ") || "void";
}

function plainType(type: string, place: string, enums: Interface["enums"]): string {
  const carriage = carriageOf(type, place, enums);
  if (carriage === "bytes" || carriage === "span") {
    return carriageOf(`${type} as a result`, place, {});
  }
  return carriage === "enum" ? "int32_t" : type;
}
