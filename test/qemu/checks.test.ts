/** The firmware in QEMU does over HTTP what the desk does: the same checks, with ESP-IDF's server and the drivers of the chip. */

import { test } from "node:test";
import { API_CHECKS } from "../desk/checks/api.ts";
import { HTTP_CHECKS } from "../desk/checks/http.ts";
import { boardSkip } from "./support/board.ts";
import { BoardDevice } from "./support/board-device.ts";

const skip = boardSkip();

for (const check of [...HTTP_CHECKS, ...API_CHECKS]) {
  test(check.name, { skip }, async () => {
    await using device = await BoardDevice.start(check);
    await check.run(device);
  });
}
