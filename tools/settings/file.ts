import { readFileSync } from "node:fs";
import { Failure, messageOf, systemReason } from "../desk/failure.ts";
import type { Value } from "./image.ts";

/** The settings in a file: one JSON object. What is wrong with it is a failure that says so. */
export function readSettings(file: string): Readonly<Record<string, Value>> {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`${file} can't be read: ${systemReason(error)}.`, 2);
  }
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${messageOf(error)}.`, 2);
  }
  if (!isValues(values)) {
    throw new Failure(`${file} must be one object of texts, numbers, true and false: { "broker_host": "…" }.`, 2);
  }
  return values;
}

function isValues(values: unknown): values is Readonly<Record<string, Value>> {
  return (
    typeof values === "object" &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => ["string", "number", "boolean"].includes(typeof value))
  );
}
