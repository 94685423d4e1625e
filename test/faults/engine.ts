/** The device of `ts/device.ts` with other drivers: its TypeScript as one piece of JavaScript, or its C. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type { Plugin } from "esbuild";
import koffi from "koffi";
import type * as device from "../../ts/device.ts";
import { generatedFolder, type EngineName } from "../../tools/desk/engine/engine.ts";
import { readInterface } from "../../tools/desk/engine/interface.ts";
import { loadNative } from "../../tools/desk/engine/native.ts";
import { bundleOf } from "../support/bundle.ts";
import type { Sabotage } from "./sabotage.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The entries of the device. */
export type Entries = typeof device;

/** A driver's functions by name. */
export type Driver = Readonly<Record<string, (...parameters: never[]) => unknown>>;

/** The drivers of the device that is played now, by name: another world puts others there. */
export type Drivers = Record<string, Driver>;

/** Starts devices, one after the other, each as at power-up. */
export interface Engine {
  readonly name: EngineName;
  /** The power comes: a device whose drivers are those that the engine was made with. */
  powerUp(): Promise<Entries>;
  /** All that the device keeps in its memory; null where it can't be seen. */
  state(): object | null;
}

/** What the bundle gives beside the entries. */
interface Bundle extends Entries {
  readonly powerUp: () => void;
  readonly state: () => object;
}

/**
 * The TypeScript. One piece of JavaScript plays all devices, so that it is compiled once: all state hangs on one object, which
 * `powerUp` makes anew. With a sabotage something in it is broken.
 */
export async function typescript(drivers: Drivers, sabotage: Sabotage | null): Promise<Engine> {
  const changes = [
    {
      file: "ts/device.ts",
      from: "const device = new Device();",
      to: "let device = new Device();\nexport function powerUp() { device = new Device(); }\nexport function state() { return device; }\n",
    },
    ...(sabotage?.changes ?? []),
  ];
  const text = await bundleOf("device", [withDrivers(), withChanges(changes)]);
  const script = new Script(`(drivers) => { ${text}\nreturn program; }`, {
    filename: "device.js",
  });
  const make = script.runInThisContext() as (given: typeof drivers) => Bundle;
  const bundle = make(drivers);
  return {
    name: "ts",
    powerUp: () => {
      bundle.powerUp();
      return Promise.resolve(bundle);
    },
    state: () => bundle.state(),
  };
}

/** The generated C. */
export function native(drivers: Drivers): Engine {
  return {
    name: "c",
    powerUp: async () => {
      koffi.reset(); // What the device before this one told it is told again.
      const entries = await loadNative({
        folder: generatedFolder(),
        module: "device",
        cache: `${ROOT}build/desk`,
        driver: (name) => Promise.resolve(drivers[name] ?? {}),
        say: () => undefined,
      });
      return entries as unknown as Entries;
    },
    state: () => null,
  };
}

/** Modules of drivers whose functions are the ones that were given. */
function withDrivers(): Plugin {
  const made = readInterface(generatedFolder());
  return {
    name: "drivers",
    setup(of) {
      of.onResolve({ filter: /^#platform\// }, ({ path }) => ({ path, namespace: "drivers" }));
      of.onLoad({ filter: /.*/, namespace: "drivers" }, ({ path }) => ({
        contents: made.drivers
          .filter(({ name }) => path === `#platform/${name}`)
          .map(({ name, function: of, parameters }) => {
            const given = parameters.map((one) => one.name).join(", ");
            return `export const ${of} = (${given}) => drivers.${name}.${of}(${given});`;
          })
          .join("\n"),
      }));
    },
  };
}

/** Files of `ts/` with something else in the place of a text that they have exactly once. */
function withChanges(changes: Sabotage["changes"]): Plugin {
  return {
    name: "changes",
    setup(of) {
      of.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const own = changes.filter(({ file }) => file === relative(ROOT, path));
        let contents = readFileSync(path, "utf8");
        for (const { file, from, to } of own) {
          assert.equal(contents.split(from).length, 2, `${file} has to have this once: ${from}`);
          contents = contents.replace(from, () => to);
        }
        return { contents, loader: "ts" };
      });
    },
  };
}
