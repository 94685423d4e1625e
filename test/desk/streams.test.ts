import { test } from "node:test";
import { STREAM_CHECKS } from "./checks/streams.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { ENGINES } from "./support/desk-process.ts";

for (const { engine, skip } of ENGINES) {
  for (const check of STREAM_CHECKS) {
    test(`engine ${engine}: ${check.name}`, { skip }, async () => {
      await using device = await DeskDevice.start(engine, check);
      await check.run(device);
    });
  }
}
