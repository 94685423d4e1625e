/** The budget of `ts/sockets.ts` and ESP-IDF's options are the same numbers, also where the drivers' suites run. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { ALL_SOCKETS, HTTP_HEAD } from "../../ts/sockets.ts";

const root = resolve(import.meta.dirname, "..", "..");

/** What an option is in one of the two files; `sign` stands between name and value. */
function option(file: string, name: string, sign: string): string | undefined {
  return new RegExp(`\\b${name}${sign}(\\w+)$`, "m").exec(readFileSync(join(root, file), "utf8"))?.[1];
}

for (const [name, value] of [
  ["CONFIG_LWIP_MAX_SOCKETS", ALL_SOCKETS],
  ["CONFIG_HTTPD_MAX_REQ_HDR_LEN", HTTP_HEAD],
] as const) {
  test(`${name} is what ts/sockets.ts gives out, on the chip and in the suites`, () => {
    assert.equal(option("sdkconfig.defaults", name, "="), String(value));
    assert.equal(option("test/unity/idf/include/sdkconfig.h", name, " +"), String(value));
  });
}

test("the connection that gives way to one more HTTP client is closed at once", () => {
  assert.equal(option("sdkconfig.defaults", "CONFIG_HTTPD_QUEUE_WORK_BLOCKING", "="), "y");
});
