/** Streams, before clients that the test plays: one that reads, and one that does not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8, type Bytes } from "ts2c";
import { HTTP_PART, HTTP_STREAMS } from "../../ts/sockets.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { host as http } from "../../tools/desk/platform/http.ts";
import { Bench, telegram } from "./support/device.ts";

const HEAD = utf8("host:p1_meter\r\n");

/** What the device answered, request by request. */
class Clients {
  readonly texts = new Map<number, string>();
  readonly statuses = new Map<number, number>();
  readonly ended: number[] = [];
  /** How many more parts each client takes; without an entry all. */
  readonly room = new Map<number, number>();

  constructor() {
    http.replace({
      answer: (id, status) => {
        this.statuses.set(id, status);
        this.texts.set(id, "");
      },
      send: (id, part) => {
        const room = this.room.get(id) ?? Infinity;
        if (room === 0) {
          return false;
        }
        assert.ok(part.length <= HTTP_PART);
        this.room.set(id, room - 1);
        this.texts.set(id, (this.texts.get(id) ?? "") + Buffer.from(part as Bytes & Uint8Array).toString());
        return true;
      },
      end: (id) => this.ended.push(id),
    });
  }

  /** What a client got since the last call. */
  take(id: number): string {
    const text = this.texts.get(id) ?? "";
    this.texts.set(id, "");
    return text;
  }

  /** The readings that a client got, by topic. */
  takeReadings(id: number): Record<string, unknown> {
    const events = this.take(id).matchAll(/^event: readings\ndata: (.*)\n\n/gm);
    const readings = [...events].flatMap(([, data = ""]) => JSON.parse(data) as { topic: string; value: unknown }[]);
    return Object.fromEntries(readings.map(({ topic, value }) => [topic, value]));
  }
}

const lines = (watts: number): string[] => ["1-0:1.7.0(00.300*kW)", `1-0:2.7.0(0${(watts / 1000).toFixed(3)}*kW)`];

for (const { engine, skip } of ENGINES) {
  const name = (what: string): string => `engine ${engine}: ${what}`;

  test(name("an event stream tells everything once, and then what changed"), { skip }, async () => {
    const clients = new Clients();
    const bench = await Bench.create({}, engine);
    bench.hear(telegram(lines(400)));
    bench.request(1, "get", "/api/events", HEAD);
    await bench.pass(100);
    assert.equal(clients.statuses.get(1), 200);
    const all = clients.take(1);
    assert.match(all, /^event: readings\ndata: \[.*\]\n\n/);
    assert.match(
      all,
      /"topic":"equipment\/identification".*"instant\/consumption_kW","code":"1-0:1.7.0","value":0\.300/,
    );
    assert.match(all, /^event: telegram\ndata: \{"old":\[\]\}\n\n/m);
    assert.match(all, /^event: status\ndata: \{"name":"p1_meter".*\}\n\n/m);
    bench.hear(telegram(lines(500)));
    await bench.pass(100);
    assert.deepEqual(clients.takeReadings(1), { "instant/production_kW": 0.5 });
    bench.hear(telegram(lines(500)));
    await bench.pass(100);
    assert.equal(clients.take(1), 'event: telegram\ndata: {"old":[]}\n\n');
    bench.hear(telegram(["1-0:1.7.0(00.300*kW)"]));
    await bench.pass(100);
    assert.equal(clients.take(1), 'event: telegram\ndata: {"old":["instant/production_kW"]}\n\n');
    await bench.pass(2000);
    assert.match(clients.take(1), /^event: status\n/);
  });

  test(name("one stream too many is refused, and one that leaves makes room"), { skip }, async () => {
    const clients = new Clients();
    const bench = await Bench.create({}, engine);
    for (let id = 1; id <= HTTP_STREAMS + 1; id++) {
      bench.request(id, "get", id === 1 ? "/api/log?follow" : "/api/events", HEAD);
    }
    assert.deepEqual([...clients.statuses.values()], [200, 200, 503]);
    bench.http(1, "closed");
    bench.request(9, "get", "/api/events", HEAD);
    assert.equal(clients.statuses.get(9), 200);
  });

  test(
    name("a client that takes nothing is dropped; nobody waits for it, and it misses nothing"),
    { skip },
    async () => {
      const clients = new Clients();
      const bench = await Bench.create({}, engine);
      bench.request(1, "get", "/api/events", HEAD);
      bench.request(2, "get", "/api/events", HEAD);
      await bench.pass(100);
      clients.room.set(1, 0);
      bench.hear(telegram(lines(600)));
      await bench.pass(9000);
      assert.deepEqual(clients.ended, []);
      assert.equal(clients.takeReadings(2)["instant/production_kW"], 0.6);
      clients.take(1);
      clients.room.set(1, 1);
      bench.http(1, "room");
      clients.room.set(1, 0);
      assert.equal(clients.takeReadings(1)["instant/production_kW"], 0.6);
      await bench.pass(9000);
      bench.hear(telegram(lines(700)));
      await bench.pass(1500);
      assert.deepEqual(clients.ended, [1]);
      assert.equal(clients.takeReadings(2)["instant/production_kW"], 0.7);
    },
  );

  test(
    name("the log is followed from its oldest line on, and an empty line shows that it goes on"),
    { skip },
    async () => {
      const clients = new Clients();
      const bench = await Bench.create({}, engine);
      bench.request(1, "get", "/api/log?follow", HEAD);
      clients.take(1);
      bench.configure("no_such", "1");
      await bench.pass(100);
      assert.match(clients.take(1), /^[^\n]* error There is no setting "no_such"\.\n$/);
      await bench.pass(29_000);
      assert.doesNotMatch(clients.take(1), /^\n/m);
      await bench.pass(31_000);
      assert.match(clients.take(1), /^\n/m);
    },
  );

  test(name("a stream ends after an hour, and when reading wants a login from now on"), { skip }, async () => {
    const clients = new Clients();
    const bench = await Bench.create({}, engine);
    bench.request(1, "get", "/api/events", HEAD);
    await bench.pass(3_599_000, 1000);
    assert.deepEqual(clients.ended, []);
    await bench.pass(2000);
    assert.deepEqual(clients.ended, [1]);
    bench.request(2, "get", "/api/events", HEAD);
    bench.configure("login_for_reading", "on");
    await bench.pass(100);
    assert.deepEqual(clients.ended, [1, 2]);
    bench.request(3, "get", "/api/events", HEAD);
    assert.equal(clients.statuses.get(3), 403);
  });
}
