import assert from "node:assert/strict";
import { test } from "node:test";

import { calls, cycle, deepest, frames } from "./call-graph.ts";

const edge = (from: string, to: string): string => `edge: { sourcename: "${from}" targetname: "${to}" label: "a.c:1:2" }\n`;

test("finds a recursion through three functions in two files", () => {
  const graph = calls([edge("main", "a") + edge("a", "b.c:b"), edge("b.c:b", "c") + edge("c", "a")]);
  assert.deepEqual(cycle(graph), ["a", "b.c:b", "c", "a"]);
});

test("finds a function that calls itself", () => {
  assert.deepEqual(cycle(calls([edge("main", "a") + edge("a", "a")])), ["a", "a"]);
});

test("is content with two ways to one function", () => {
  const graph = calls([edge("main", "a") + edge("main", "b") + edge("a", "c") + edge("b", "c")]);
  assert.deepEqual(cycle(graph), []);
});

test("finds the way that takes most of the stack", () => {
  const node = (name: string, bytes: number): string =>
    `node: { title: "${name}" label: "${name}\\na.c:1:2\\n${bytes} bytes (static)" }\n`;
  const files = [
    edge("main", "a") + edge("main", "b") + edge("b", "memcpy") + node("main", 16) + node("a", 48) + node("b", 32),
    `${edge("b", "c") + node("c", 32)  }node: { title: "memcpy" label: "memcpy\\n<built-in>" shape : ellipse }\n`,
  ];
  assert.deepEqual(deepest(calls(files), frames(files), "main"), { bytes: 80, path: ["main", "b", "c"] });
});
