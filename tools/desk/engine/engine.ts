import { pathToFileURL } from "node:url";
import { messageOf, Unavailable } from "../failure.ts";
import { CACHE, ROOT } from "../place.ts";
import { loadNative } from "./native.ts";

/** Which of the two runs: the C that was made from the TypeScript, or the TypeScript itself. */
export type EngineName = "c" | "ts";

/** A running application: its entries are the exports of its TypeScript module, whatever runs behind them. */
export interface Engine<Entries> {
  readonly name: EngineName;
  readonly entries: Entries;
}

/** What an engine is started from. */
export interface EngineOptions<Entries> {
  /** The engine that was asked for; without one it is C, or TypeScript where C can't be had. */
  readonly wanted?: EngineName | undefined;
  /** The module of `ts/` whose exports are the entries: `device` for `ts/device.ts`. */
  readonly module: string;
  /** Imports that module. */
  readonly typescript: () => Promise<Entries>;
  /** Hears what is worth knowing while the engine starts. */
  readonly say: (line: string) => void;
}

/** The folder of the generated C. A test names another one in P1_GENERATED. */
export function generatedFolder(): string {
  return process.env.P1_GENERATED ?? `${ROOT}generated`;
}

/** Starts the engine that was asked for, or the best that can be had. */
export async function startEngine<Entries>(options: EngineOptions<Entries>): Promise<Engine<Entries>> {
  if (options.wanted === "ts") {
    return startTypeScript(options);
  }
  try {
    return await startNative(options);
  } catch (error) {
    if (options.wanted === "c" || !(error instanceof Unavailable)) {
      throw error;
    }
    options.say(`${error.message} Running the TypeScript instead.`);
    return startTypeScript(options);
  }
}

async function startTypeScript<Entries>({ typescript }: EngineOptions<Entries>): Promise<Engine<Entries>> {
  return { name: "ts", entries: await typescript() };
}

async function startNative<Entries>({ module, say }: EngineOptions<Entries>): Promise<Engine<Entries>> {
  const entries = await loadNative({
    folder: generatedFolder(),
    module,
    cache: CACHE,
    driver: (name) => import(`../platform/${name}.ts`) as Promise<object>,
    say,
  });
  return { name: "c", entries: entries as Entries };
}

/** The sentence of a panic, if that is what TypeScript threw: the place is the line of `ts/` that did not hold. */
export function panicOf(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== "Panic") {
    return null;
  }
  const frames = (error.stack ?? "").replaceAll(pathToFileURL(ROOT).href, ROOT).split("\n");
  const places = frames.map((frame) => frame.split(ROOT)[1] ?? "");
  const place = /^ts\/.*?:\d+/.exec(places.find((one) => one.startsWith("ts/")) ?? "")?.[0];
  return `panic at ${place ?? messageOf(error)}`;
}
