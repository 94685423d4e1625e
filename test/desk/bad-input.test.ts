import { test } from "node:test";
import { BAD_INPUT_CHECKS } from "./checks/bad-input.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { ENGINES } from "./support/desk-process.ts";

for (const { engine, skip } of ENGINES) {
  for (const check of BAD_INPUT_CHECKS) {
    test(`engine ${engine}: ${check.name}`, { skip }, async () => {
      await using device = await DeskDevice.start(engine, check);
      await check.run(device);
    });
  }
}
