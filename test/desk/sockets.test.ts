import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import type { DeviceEvent } from "../../tools/desk/events.ts";
import { host, listen, send } from "../../tools/desk/platform/sockets.ts";

test("a client that never reads is dropped, while another one gets every byte", async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");

  const events: string[] = [];
  host.attach((event: DeviceEvent) => events.push(event.kind === "sockets" ? event.event : event.kind));
  listen(port, 4);
  const slow = connect(port, "127.0.0.1");
  await once(slow, "connect");
  slow.pause();
  slow.on("error", () => undefined);
  const quick = connect(port, "127.0.0.1");
  await once(quick, "connect");
  let received = 0;
  quick.on("data", (bytes) => (received += bytes.length));
  while (events.length < 2) {
    await turn();
  }

  const telegram = new Uint8Array(1000).fill(0x41);
  let sent = 0;
  while (!events.includes("slow")) {
    send(telegram);
    sent += telegram.length;
    // What was sent is read before the next telegram comes, as with a meter that sends each second.
    while (received < sent) {
      await turn();
    }
  }
  send(telegram);
  while (received < sent + telegram.length) {
    await turn();
  }
  assert.deepEqual(events, ["connected", "connected", "slow"]);
  quick.destroy();
  slow.destroy();
  host.close();
});
