/**
 * The firmware in QEMU does what the desk does: the same checks, with ESP-IDF's server and client and the drivers of the chip. Those of
 * the desk's tests that are no checks need what QEMU has not (Wi-Fi, mDNS, a clock that is driven) or what only a desk has (its command
 * line, its terminal, its folder of state); updates are in `firmware.test.ts`.
 */

import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { API_CHECKS } from "../desk/checks/api.ts";
import { BAD_INPUT_CHECKS } from "../desk/checks/bad-input.ts";
import { BROKER_CHECKS, SILENT_BROKER } from "../desk/checks/broker.ts";
import { CONSOLE_CHECKS } from "../desk/checks/console.ts";
import type { Check } from "../desk/checks/device.ts";
import { DESCRIPTION_CHECKS } from "../desk/checks/described.ts";
import { HTTP_CHECKS } from "../desk/checks/http.ts";
import { STREAM_CHECKS } from "../desk/checks/streams.ts";
import { TELEGRAM_PORT_CHECKS } from "../desk/checks/telegram-port.ts";
import { boardSkip } from "./support/board.ts";
import { BoardDevice } from "./support/board-device.ts";

const skip = boardSkip();

const groups: readonly (readonly (Check & { readonly skip?: string | false })[])[] = [
  HTTP_CHECKS,
  API_CHECKS,
  STREAM_CHECKS,
  DESCRIPTION_CHECKS,
  BAD_INPUT_CHECKS,
  TELEGRAM_PORT_CHECKS,
  CONSOLE_CHECKS,
];

for (const check of groups.flat()) {
  test(check.name, { skip: skip || (check.skip ?? false) }, async () => {
    await using device = await BoardDevice.start(check);
    await check.run(device);
  });
}

for (const check of [SILENT_BROKER, ...BROKER_CHECKS]) {
  test(check.name, { skip: skip || needs("mosquitto") }, () => check.run((setup) => BoardDevice.start(setup)));
}
