import assert from "node:assert/strict";
import { test } from "node:test";
import createMdns, { type MulticastDNS } from "multicast-dns";
import { utf8 } from "ts2c";
import type { DeviceEvent } from "../../tools/desk/events.ts";
import * as names from "../../tools/desk/platform/names.ts";
import { host as network } from "../../tools/desk/platform/network.ts";
import { join } from "../../tools/desk/platform/network.ts";

/** Another computer in the home. */
class Neighbour implements Disposable {
  readonly mdns: MulticastDNS = createMdns();

  /** Asks until there is an answer. */
  async ask(name: string, type: "A" | "PTR"): Promise<string[]> {
    return new Promise((resolve) => {
      const again = setInterval(() => this.mdns.query(name, type), 200);
      this.mdns.on("response", ({ answers }) => {
        if (answers.some((one) => one.name === name && one.type === type)) {
          clearInterval(again);
          resolve(answers.map((one) => `${one.type} ${one.name} ${"data" in one ? JSON.stringify(one.data) : ""}`));
        }
      });
      this.mdns.query(name, type);
    });
  }

  [Symbol.dispose](): void {
    this.mdns.destroy();
  }
}

function lookedUp(name: string): Promise<DeviceEvent> {
  return new Promise((resolve) => {
    names.host.attach(resolve, { show: false });
    names.lookUp(utf8(name));
  });
}

test("the device answers to its name and offers its page, to those it is shown to", async () => {
  using neighbour = new Neighbour();
  network.attach(() => undefined);
  join(utf8(""), utf8(""));
  names.host.attach(() => undefined, { show: true });
  names.announce(utf8("p1_test_a"));
  names.offer(utf8("_http"), 8080, utf8(""));
  names.offer(utf8("_hwenergy"), 8080, utf8("path=/api/v1\nserial=1\n"));
  assert.match((await neighbour.ask("p1_test_a.local", "A")).join(), /A p1_test_a\.local "\d+\.\d+\.\d+\.\d+"/);
  const service = await neighbour.ask("_http._tcp.local", "PTR");
  assert.ok(
    service.includes('SRV p1_test_a._http._tcp.local {"priority":0,"weight":0,"port":8080,"target":"p1_test_a.local"}'),
    service.join("\n"),
  );
  const told = (await neighbour.ask("_hwenergy._tcp.local", "PTR")).find((one) => one.startsWith("TXT")) ?? "";
  const records = (JSON.parse(told.slice(told.indexOf("["))) as { data: number[] }[]).map(({ data }) =>
    Buffer.from(data).toString(),
  );
  assert.deepEqual(records, ["path=/api/v1", "serial=1"]);
  names.offer(utf8("_hwenergy"), 0, utf8(""));
  names.host.close();
});

test("a neighbour's name is found, in any case of letters; one that nobody has is not", async () => {
  using neighbour = new Neighbour();
  neighbour.mdns.on("query", ({ questions }) => {
    if (questions.some(({ name }) => name.toLowerCase() === "p1_test_broker.local")) {
      neighbour.mdns.respond([{ name: "P1_Test_Broker.local", type: "A", ttl: 120, data: "192.168.7.9" }]);
    }
  });
  assert.deepEqual(await lookedUp("p1_test_broker"), { kind: "names", event: "found", address: 0xc0a80709 });
  assert.deepEqual(await lookedUp("p1_test_nobody"), { kind: "names", event: "not-found", address: 0 });
  names.host.close();
});
