/** How a command ends that did not come to its end: always in a sentence. */
import { OwnMistake, Problem } from "./problem.ts";

/** The exit status of a mistake in ts2c itself. */
const OWN_MISTAKE = 3;
const REPORT = "Nothing was written. Please report it with the program that brings it out";

/** The sentence for what was thrown, and the exit status. */
export function failureOf(error: unknown): { readonly sentence: string; readonly status: number } {
  if (error instanceof Problem) {
    return { sentence: error.message, status: error.status };
  }
  if (error instanceof RangeError && error.message.includes("call stack")) {
    return { sentence: "the program is nested too deeply to be read. Take it apart.", status: 1 };
  }
  const place = error instanceof OwnMistake ? ` at ${error.place}` : "";
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const sentence = `a mistake of its own${place}: ${reason.replace(/\.$/, "")}. ${REPORT}.`;
  return { sentence, status: OWN_MISTAKE };
}
