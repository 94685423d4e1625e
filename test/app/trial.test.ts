import assert from "node:assert/strict";
import { test } from "node:test";
import { host as update } from "../../tools/desk/platform/update.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { Slots } from "../../tools/desk/update/slots.ts";
import { needs } from "../../tools/test/needs.ts";
import type { UpdateEvent } from "../../ts/platform/update.ts";
import { Bench, telegram } from "./support/device.ts";
import { firmwareImage } from "./support/image.ts";

/** What a firmware notes before it hands over: format, and whether broker and meter worked (1, 2). */
const BROKER = Uint8Array.of(1, 1);
const METER = Uint8Array.of(1, 2);
const NOTHING = Uint8Array.of(1, 0);

/** What the update driver told, for a test to hand over. */
const told: UpdateEvent[] = [];

/** A device whose new image 2.0.0 has just been installed; it restarts so many times. */
async function restarted(
  times: number,
  run: (bench: Bench, slots: () => Slots) => Promise<void>,
  note?: Uint8Array,
  engine: EngineName = "ts",
): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), "p1-trial-"));
  try {
    const folder = join(state, "firmware");
    const slots = new Slots(folder);
    slots.begin();
    slots.append(firmwareImage({ version: "2.0.0" }));
    if (note !== undefined) {
      slots.note = note;
    }
    slots.finish();
    update.attach((event) => {
      if (event.kind === "update") {
        told.push(event.event);
      }
    }, state);
    for (let i = 0; i < times; i++) {
      update.boot();
    }
    await run(await Bench.create({}, engine), () => new Slots(folder));
  } finally {
    update.attach(() => undefined);
    told.length = 0;
    rmSync(state, { recursive: true });
  }
}

/** The flash does what it was asked for; the device is not told of it yet. */
const flashWorks = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The flash does what it was asked for, and the device hears of it. */
async function hearOfFlash(bench: Bench): Promise<void> {
  await flashWorks();
  told.splice(0).forEach((event) => bench.update(event));
}

const isConfirmed = (bench: Bench): boolean => bench.log.includes("info: The firmware is confirmed.");

const stateOf = (bench: Bench): string =>
  (JSON.parse(bench.requests.send("get", "/api/status").body) as { firmware: { state: string } }).firmware.state;

for (const engine of ["ts", "c"] as const) {
  const options = { skip: engine === "c" ? needs("cc") : false };
  test(`engine ${engine}: the firmware is on trial until the flash has it that it stays`, options, async () => {
    await restarted(
      1,
      async (bench, slots) => {
        await bench.pass(100);
        assert.ok(slots().trial, "the flash had no time yet");
        assert.equal(stateOf(bench), "trial");
        await flashWorks();
        assert.ok(!slots().trial);
        assert.equal(stateOf(bench), "trial");
        assert.ok(!isConfirmed(bench));
        await hearOfFlash(bench);
        assert.equal(stateOf(bench), "confirmed");
        assert.ok(isConfirmed(bench));
      },
      NOTHING,
      engine,
    );
  });

  test(`engine ${engine}: a flash that does not answer is asked again, once a minute`, options, async () => {
    await restarted(
      1,
      async (bench) => {
        const asked = async (): Promise<number> => {
          await flashWorks();
          return told.splice(0).length;
        };
        await bench.pass(100);
        assert.equal(await asked(), 1);
        await bench.pass(59_900);
        assert.equal(await asked(), 0);
        await bench.pass(100);
        assert.equal(await asked(), 1);
        bench.update("confirmed");
        bench.update("confirmed");
        await bench.pass(120_000);
        assert.equal(await asked(), 0);
        assert.equal(bench.log.filter((line) => line.endsWith("The firmware is confirmed.")).length, 1);
      },
      NOTHING,
      engine,
    );
  });
}

test("what the flash says of a confirmation that nobody asked for changes nothing", async () => {
  await restarted(1, async (bench) => {
    await bench.pass(100);
    bench.update("confirmed");
    assert.equal(stateOf(bench), "trial");
    assert.ok(!isConfirmed(bench));
  });
});

test("where broker and meter worked before, both have to work again", async () => {
  await restarted(1, async (bench, slots) => {
    assert.ok(bench.log.some((line) => /^info: Firmware 2.0.0 is on trial.*broker and meter/.test(line)));
    await bench.pass(100);
    bench.broker("connected");
    await bench.pass(60_000);
    assert.ok(slots().trial);
    bench.hear(telegram(["1-3:0.2.8(50)"]));
    await bench.pass(100);
    await hearOfFlash(bench);
    assert.ok(!slots().trial);
    assert.ok(isConfirmed(bench));
  });
});

test("what did not work before is not waited for", async () => {
  await restarted(
    1,
    async (bench) => {
      await bench.pass(60_000);
      assert.ok(!isConfirmed(bench));
      bench.broker("connected");
      await bench.pass(100);
      await hearOfFlash(bench);
      assert.ok(isConfirmed(bench));
    },
    BROKER,
  );
  await restarted(
    1,
    async (bench) => {
      bench.hear(telegram(["1-3:0.2.8(50)"]));
      await bench.pass(100);
      await hearOfFlash(bench);
      assert.ok(isConfirmed(bench));
    },
    METER,
  );
  await restarted(
    1,
    async (bench) => {
      assert.ok(bench.log.some((line) => line.includes("on trial: it stays when the network works")));
      await bench.pass(100);
      await hearOfFlash(bench);
      assert.ok(isConfirmed(bench));
    },
    NOTHING,
  );
});

test("without the network nothing is confirmed before ten minutes, though nothing else is waited for", async () => {
  await restarted(
    1,
    async (bench) => {
      bench.network("down");
      await bench.pass(599_900);
      assert.ok(!isConfirmed(bench));
      await bench.pass(100);
      await hearOfFlash(bench);
      assert.ok(isConfirmed(bench));
    },
    NOTHING,
  );
});

test("without a broker ten minutes without a crash confirm it", async () => {
  await restarted(1, async (bench, slots) => {
    await bench.pass(599_900);
    assert.ok(slots().trial);
    await bench.pass(100);
    await flashWorks();
    assert.ok(!slots().trial);
  });
});

test("an image that restarted before it was confirmed is rolled back, which log and broker are told", async () => {
  await restarted(2, async (bench, slots) => {
    assert.ok(!slots().trial);
    assert.ok(bench.log.some((line) => line.startsWith("warning: Firmware 2.0.0 was rolled back")));
    await bench.pass(100);
    bench.broker("connected");
    await bench.pass(100);
    const told = bench.messages.find(({ topic }) => topic === "p1_meter/sensor/firmware_rolled_back");
    assert.equal(told?.payload, "2.0.0");
    await bench.pass(700_000);
    assert.ok(!isConfirmed(bench));
  });
});

test("what was begun after a rollback is not taken for what was rolled back", async () => {
  await restarted(
    2,
    async (bench) => {
      assert.ok(bench.log.some((line) => line.startsWith("info: Firmware")));
      assert.ok(!bench.log.some((line) => line.includes("rolled back")));
      await bench.pass(100);
      bench.broker("connected");
      await bench.pass(100);
      assert.ok(!bench.messages.some(({ topic }) => topic.endsWith("/firmware_rolled_back")));
    },
    Uint8Array.of(1, 4),
  );
});
