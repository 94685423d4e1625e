import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { host as http, port } from "../../tools/desk/platform/http.ts";
import { HTTP_CHECKS } from "./checks/http.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { ENGINES } from "./support/desk-process.ts";

for (const { engine, skip } of ENGINES) {
  for (const check of HTTP_CHECKS) {
    test(`engine ${engine}: ${check.name}`, { skip }, async () => {
      await using device = await DeskDevice.start(engine, check);
      await check.run(device);
    });
  }
}

test("where another program has the usual port, another one that is free will do; one that was named has to be it", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const taken = (other.address() as AddressInfo).port;
  await assert.rejects(http.listen({ address: "127.0.0.1", port: taken, orFree: false }), /can't be served on port/);
  await http.listen({ address: "127.0.0.1", port: taken, orFree: true });
  assert.ok(port() > 0 && port() !== taken);
  await http.close();
  other.close();
});
