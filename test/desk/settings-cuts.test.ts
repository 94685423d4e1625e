/** Power cuts while settings are saved: afterwards the old ones hold or the new ones, field by field. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { utf8, Writer } from "ts2c";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as log } from "../../tools/desk/platform/log.ts";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { host as sockets } from "../../tools/desk/platform/sockets.ts";
import { CutDisk, PowerCut } from "../../tools/desk/storage/cut-disk.ts";
import { realDisk, type Disk } from "../../tools/desk/storage/disk.ts";
import { Scratch } from "../../ts/scratch.ts";
import { Keeper } from "../../ts/settings/keeper.ts";
import { LastGood } from "../../ts/settings/last-good.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { Bench } from "../app/support/device.ts";
import { valueOf } from "../app/support/values.ts";
import { chanceOf } from "./support/chance.ts";
import { ENGINES } from "./support/desk-process.ts";

/** How often the power is cut when the save is over: what was told to be kept has to be there. */
const AFTERWARDS = 16;
/** A code that is handed in to have all settings saved as they are. */
const MARK = "1-0:99.99.0";

type Fields = Readonly<Record<string, string>>;

const allOf = (which: 1 | 2): Fields =>
  Object.fromEntries(SETTINGS.map((setting) => [setting.name, valueOf(setting, which)]));
const OLD = allOf(1);
const NEW = allOf(2);

/** The settings of a device, and what keeps them: as `ts/` has them, over the desk's driver. */
class Kept {
  private readonly settings = new Settings();
  private readonly keeper = new Keeper(
    this.settings,
    new Scratch(),
    new LastGood(this.settings, "network", new Scratch()),
    new LastGood(this.settings, "broker", new Scratch()),
  );
  /** What it was told of its last save. */
  told = "nothing";

  /** The device starts: it reads what is in a folder. `disk` does what is done to its files. */
  constructor(state: string, disk: Disk = realDisk) {
    log.listen(() => undefined);
    storage.attach(
      (event) => {
        if (event.kind === "settings") {
          this.told = event.event;
          this.keeper.onEvent(event.event);
        }
      },
      state,
      disk,
    );
    this.settings.reset();
    this.keeper.load();
  }

  get fields(): Fields {
    const memory = new Uint8Array(128);
    return Object.fromEntries(
      SETTINGS.map(({ name }, place) => {
        const out = new Writer(memory);
        this.settings.write(place, out);
        return [name, Buffer.from(out.view()).toString()];
      }),
    );
  }

  async save(fields: Fields): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      assert.equal(this.settings.assign(utf8(name), utf8(value)), "ok", name);
    }
    this.keeper.save();
    await storage.finish();
  }
}

/** A folder below the computer's temporary one, gone with the test. */
class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "p1-cut-"));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

/** Power cuts of one save. */
class Cuts implements Disposable {
  private readonly before = new Folder();
  private readonly made: (disk: CutDisk) => Disk;

  private constructor(made: (disk: CutDisk) => Disk) {
    this.made = made;
  }

  /** `made` makes the disk that the driver works on. */
  static async begin(made: (disk: CutDisk) => Disk = (disk) => disk): Promise<Cuts> {
    const cuts = new Cuts(made);
    await new Kept(cuts.before.path).save({ qos: "1" });
    await new Kept(cuts.before.path).save(OLD);
    return cuts;
  }

  /** Saves all settings in a copy of the folder, until the power goes after so many bytes: what there was to tell of it. */
  private async save(
    state: string,
    bytes: number,
    seed = 0,
  ): Promise<{ readonly told: boolean; readonly used: number }> {
    cpSync(this.before.path, state, { recursive: true });
    const folder = join(state, "settings");
    const disk = new CutDisk(folder, bytes, chanceOf(seed * 7919));
    const kept = new Kept(state, this.made(disk));
    await kept.save(NEW);
    const used = disk.used;
    const told = kept.told === "written";
    if (told && bytes < Infinity) {
      assert.throws(() => disk.append(join(folder, "record_a.bin"), Buffer.alloc(1)), PowerCut);
    }
    return { told, used };
  }

  /** How many bytes the save takes. */
  async length(): Promise<number> {
    using state = new Folder();
    return (await this.save(state.path, Infinity)).used;
  }

  /** What is wrong after a cut there; null: nothing. `read` starts a device and tells its settings. */
  async faultAt(
    bytes: number,
    seed: number,
    read: (state: string) => Fields | Promise<Fields>,
  ): Promise<string | null> {
    using state = new Folder();
    const { told } = await this.save(state.path, bytes, seed);
    const fields = await read(state.path);
    if (!same(fields, NEW) && (told || !same(fields, OLD))) {
      return `byte ${bytes}: ${told ? "what was kept is gone" : "neither the old settings nor the new ones"}`;
    }
    return null;
  }

  [Symbol.dispose](): void {
    this.before[Symbol.dispose]();
  }
}

const same = (a: Fields, b: Fields): boolean => SETTINGS.every(({ name }) => a[name] === b[name]);

/** The settings of a whole device that starts there, which it saves again. */
async function afterStart(state: string, engine: EngineName): Promise<Fields> {
  const bench = await Bench.create({}, engine, state, { handsIn: false });
  assert.equal(bench.configure(MARK, "off"), "ok");
  await storage.finish();
  sockets.close(); // One of the settings is a port that the device opens.
  return new Kept(state).fields;
}

test("the old and the new settings differ everywhere", () => {
  for (const { name } of SETTINGS) {
    assert.notEqual(OLD[name], NEW[name], name);
  }
});

test("a save that is cut at any byte leaves the old settings or the new ones, and the next save works", async () => {
  using cuts = await Cuts.begin();
  const places = await cuts.length();
  const faults: string[] = [];
  for (let k = 0; k < places + AFTERWARDS; k++) {
    const fault = await cuts.faultAt(Math.min(k, places), k, async (state) => {
      const { fields } = new Kept(state);
      await new Kept(state, new CutDisk(join(state, "settings"), Infinity, Math.random)).save({ qos: "0" });
      return new Kept(state).fields.qos === "0" ? fields : {};
    });
    faults.push(...(fault === null ? [] : [fault]));
  }
  console.log(`settings: ${places + AFTERWARDS} cuts, ${places + AFTERWARDS - faults.length} right`);
  assert.deepEqual(faults, []);
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: a whole device starts with what a cut left, wherever another step begins`,
    { skip },
    async () => {
      using cuts = await Cuts.begin();
      const places = await cuts.length();
      // The file is made, written, synced and given its name, and its name is synced.
      for (const k of [0, 1, 2, places - 4, places - 3, places - 2, places - 1, places]) {
        assert.equal(await cuts.faultAt(k, k, (state) => afterStart(state, engine)), null);
      }
    },
  );
}

for (const left of ["sync", "syncFolder"] as const) {
  test(`a driver without ${left} would be found out`, async () => {
    using cuts = await Cuts.begin((disk) => ({
      create: (file) => disk.create(file),
      append: (file, bytes) => disk.append(file, bytes),
      sync: (file) => (left === "sync" ? undefined : disk.sync(file)),
      rename: (from, to) => disk.rename(from, to),
      syncFolder: () => (left === "syncFolder" ? undefined : disk.syncFolder()),
    }));
    const places = await cuts.length();
    const faults: (string | null)[] = [];
    for (let i = 0; i < AFTERWARDS; i++) {
      faults.push(await cuts.faultAt(places, i, (state) => new Kept(state).fields));
    }
    assert.ok(faults.some((fault) => fault?.endsWith("what was kept is gone")));
  });
}
