import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";
import { Subscriber } from "./support/subscriber.ts";

const LOGIN = { user: "meter", password: "right: 100%" };
const SETTINGS = ["--set", "root_topic=meter", "--set", "simulator_period=1", "--set", "interval_min=0"];

function urlOf(port: number, password: string): string {
  return `mqtt://${LOGIN.user}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
}

for (const { engine, skip } of ENGINES) {
  const options = { skip: skip || needs("mosquitto") };
  const common = ["--engine", engine, ...SETTINGS];

  test(`engine ${engine}: mosquitto takes the right password`, options, async () => {
    await using mosquitto = await Mosquitto.prepare(LOGIN);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port, { username: LOGIN.user, password: LOGIN.password });
    await using desk = new DeskProcess([...common, "--once", "--broker", urlOf(mosquitto.port, LOGIN.password)]);
    assert.match(await subscriber.payload("meter/instant/consumption_kW"), /^\d+\.\d{3}$/);
    assert.equal(await desk.exit, 0);
    assert.doesNotMatch(desk.stdout + desk.stderr, /right/, "no password in what is printed");
  });

  test(`engine ${engine}: mosquitto refuses a wrong password, the log says so, reading goes on`, options, async () => {
    await using mosquitto = await Mosquitto.prepare(LOGIN);
    await mosquitto.start();
    await using desk = new DeskProcess([...common, "--broker", urlOf(mosquitto.port, "wrong")]);
    await desk.wrote(/refuses the user name or the password/);
    assert.equal(await desk.stop(), 0);
    assert.doesNotMatch(desk.stdout, /^meter\//m);
  });

  test(`engine ${engine}: a broker that is away, then there, then killed, then back`, options, async () => {
    await using mosquitto = await Mosquitto.prepare();
    await using desk = new DeskProcess([...common, "--broker", `mqtt://127.0.0.1:${mosquitto.port}`]);
    await desk.wrote(/can't be reached/);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    await subscriber.payload("meter/instant/consumption_kW");

    await mosquitto.kill();
    await desk.wrote(/closed the connection/);
    const before = subscriber.messages.length;
    await mosquitto.start();
    await subscriber.connected();
    // What never changes is sent again too: after a reconnection everything is.
    await desk.wrote(/^meter\/equipment\/p1_meter_id /m, 2);
    await subscriber.payload("meter/instant/consumption_kW", before);
    assert.equal(await desk.stop(), 0);
  });

  test(
    `engine ${engine}: the broker says online, offline when the device is killed, and when it ends`,
    options,
    async () => {
      await using mosquitto = await Mosquitto.prepare();
      await mosquitto.start();
      await using subscriber = await Subscriber.at(mosquitto.port);
      const said = async (payload: string, from: number): Promise<number> => {
        assert.equal(await subscriber.payload("meter/availability/device", from), payload);
        return subscriber.messages.length;
      };
      const arguments_ = [...common, "--broker", `mqtt://127.0.0.1:${mosquitto.port}`];
      await using killed = new DeskProcess(arguments_);
      let seen = await said("online", 0);
      await killed[Symbol.asyncDispose]();
      seen = await said("offline", seen);
      await using stopped = new DeskProcess(arguments_);
      seen = await said("online", seen);
      assert.equal(await stopped.stop(), 0);
      await said("offline", seen);
      await using late = await Subscriber.at(mosquitto.port);
      await late.payload("meter/availability/device");
      assert.equal(late.messages.find(({ topic }) => topic === "meter/availability/device")?.retain, true);
    },
  );

  test(`engine ${engine}: 64 KiB of garbage are no command, and the next command is heard`, options, async () => {
    await using mosquitto = await Mosquitto.prepare();
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    await using desk = new DeskProcess([...common, "--broker", `mqtt://127.0.0.1:${mosquitto.port}`]);
    await subscriber.payload("meter/equipment/p1_meter_id");
    await subscriber.publish("meter/command", Buffer.alloc(65536, "resend"));
    await desk.wrote(/The command "resendresendresendresendresendre…" is not known/);
    const before = subscriber.messages.length;
    await subscriber.publish("meter/command", Buffer.from("resend"));
    // It never changes, so that only a command sends it again.
    await subscriber.payload("meter/equipment/p1_meter_id", before);
    assert.equal(await desk.stop(), 0);
  });
}
