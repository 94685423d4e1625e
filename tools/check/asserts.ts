import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";

import type { Outcome } from "./parts.ts";

/** What sees input from outside: no byte, request or setting may stop the device. */
const WITHOUT = ["p1", "meter", "portal", "settings", "update"];

/** Counts the calls of `assert` in each module of the application below `root`; fails where a module must have none. */
export function checkAsserts(root: string): Outcome {
  const counts = new Map<string, number>(WITHOUT.map((module) => [module, 0]));
  for (const path of readdirSync(join(root, "ts"), { recursive: true, encoding: "utf8" }).sort()) {
    if (path.endsWith(".ts")) {
      const module = path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
      const text = readFileSync(join(root, "ts", path), "utf8");
      counts.set(module, (counts.get(module) ?? 0) + assertsIn(path, text));
    }
  }
  const forbidden = WITHOUT.filter((module) => counts.get(module) !== 0);
  return { ok: forbidden.length === 0, output: [...counts].map(([module, n]) => `${module} ${n}`).join(", ") };
}

export function assertsIn(path: string, text: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "assert") {
      count++;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return count;
}
