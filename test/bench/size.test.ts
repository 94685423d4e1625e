/** What grows with size: by how much, on two sizes each; and the page and the plots are what the kept figures give. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { RV32_COMPILER } from "../../tools/bench/c.ts";
import { measureClients } from "../../tools/bench/growth/clients.ts";
import { measureDevices } from "../../tools/bench/growth/devices.ts";
import { FOLDER, readFigures } from "../../tools/bench/growth/figures.ts";
import { measureLengths, telegramOf } from "../../tools/bench/growth/length.ts";
import { fleetBlock, fleetOf, growthOf, growthPlots, growthText } from "../../tools/bench/growth/report.ts";
import { draw } from "../../tools/bench/growth/plot.ts";
import { needs } from "../../tools/test/needs.ts";

const quiet = (): void => undefined;

test(
  "a telegram twice as long takes twice the instructions, whatever makes it long",
  { skip: needs(RV32_COMPILER, "qemu-system-riscv32") },
  () => {
    const figures = measureLengths([16384, 32768], quiet);
    assert.equal(figures.length, 8);
    for (let i = 0; i < figures.length; i += 2) {
      const [short, long] = figures.slice(i, i + 2);
      const ratio = (long?.whole ?? 0) / (short?.whole ?? 0);
      assert.ok(ratio > 1.7 && ratio < 2.2, `${short?.kind ?? ""}: ${ratio}`);
      assert.ok((long?.worst ?? 0) < 70_000, `${long?.kind ?? ""}: the worst byte takes ${long?.worst ?? 0}`);
      assert.equal(long?.ram, short?.ram);
    }
  },
);

test("a telegram of a wanted length has exactly that", () => {
  for (const length of [512, 777, 4096]) {
    assert.equal(telegramOf("texts", length).work.bytes.length, length);
  }
});

test("docs/performance.md, docs/fleet.md and the plots are what the kept figures give", () => {
  const figures = readFigures();
  const page = readFileSync(resolve(FOLDER, "..", "performance.md"), "utf8");
  assert.equal(growthOf(page), growthText(figures), "run: npm run bench -- --growth --docs");
  const fleet = readFileSync(resolve(FOLDER, "..", "fleet.md"), "utf8");
  assert.equal(fleetOf(fleet), fleetBlock(figures), "run: npm run bench -- --growth --docs");
  const plots = growthPlots(figures);
  assert.deepEqual(readdirSync(FOLDER).sort(), [...plots.keys(), "figures.json"].sort());
  for (const [name, svg] of plots) {
    assert.equal(readFileSync(join(FOLDER, name), "utf8"), svg, name);
  }
});

test(
  "two devices at a real mosquitto: all that they send arrives, and both come back after the broker was away",
  { skip: needs("mosquitto", "cc") },
  async () => {
    const [figure] = await measureDevices([2], { settleSeconds: 1, seconds: 3, awaySeconds: 1 }, quiet);
    assert.ok(figure !== undefined && figure.sent > 100, `${figure?.sent ?? 0} messages`);
    assert.equal(figure.received, figure.sent);
    assert.ok(figure.messages > 2 && figure.median > 0 && figure.late >= figure.median);
    assert.ok(figure.backAll >= figure.backHalf && figure.peak <= 2);
  },
);

test("a client that comes too many is refused, and the others get every byte", { skip: needs("cc") }, async () => {
  const [figure] = await measureClients([{ clients: 5, idle: 0 }], quiet);
  assert.deepEqual([figure?.refused, figure?.served, figure?.dropped], [1, 4, 0]);
  assert.ok((figure?.bytesOut ?? 0) > 4 * 913 * 0.8 * (figure?.telegrams ?? Infinity));
});

test("a plot is an SVG with its axes, every point of its lines, and the same each time", () => {
  const plot = {
    title: "Cost & <size>",
    x: { name: "size, KiB", doubling: true },
    y: { name: "cost, ms" },
    lines: [
      {
        name: "one",
        points: [
          [1, 10],
          [2, 20],
          [4, 30],
        ],
      },
      {
        name: "other",
        points: [
          [1, 5],
          [4, 40],
        ],
      },
    ],
  } as const;
  const svg = draw(plot);
  assert.match(svg, /^<svg role="img" width="640" height="320"[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.match(svg, /<title>Cost &amp; &lt;size><\/title>/);
  for (const text of ["size, KiB", "cost, ms", "one", "other"]) {
    assert.ok(svg.includes(`>${text}</text>`), text);
  }
  const circles = svg.match(/<path d="M1 0A1 1 0 1 1 1 -0\.1A1 1 0 0 1 1 0"/g) ?? [];
  assert.equal(circles.length, 5);
  assert.equal(draw(plot), svg);
});
