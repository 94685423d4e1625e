/** Years of a device in a house where little goes wrong: what goes round, ends or begins anew in them must not be seen. */

import type { Beginning } from "../faults/beginning.ts";
import type { Drivers, Engine } from "../faults/engine.ts";
import { must } from "../faults/judge.ts";
import { lookAtBroker, lookAtCounts } from "../faults/play.ts";
import { atRest, sizeOf } from "../faults/rest.ts";
import { World } from "../faults/world.ts";
import type { Counts } from "./years.ts";

const DAY = 86_400;
/** The days after which the broker is away for a while, the network is, all is looked at, the meter is replaced, the power fails. */
const BROKER_DAYS = 3;
const NETWORK_DAYS = 7;
const LOOK_DAYS = 30;
const METER_DAYS = 230;
const POWER_DAYS = 1200;
/** Registers begin so close to their end that they start again soon after a meter was replaced. */
const NEAR_END = true;

/** One device through its years. */
export class Endurance {
  private readonly world: World;
  private readonly engine: Engine;
  private readonly start: number;
  private before = 0;
  private quarters = 0;
  private heldBack = 0;
  private startedAt = 0;

  /** A telegram each `every` seconds, from a time of day in seconds on. */
  constructor(
    engine: Engine,
    drivers: Drivers,
    { every, ...rest }: Omit<Beginning, "tick" | "period"> & { every: number },
  ) {
    this.engine = engine;
    this.start = rest.utc;
    this.world = new World(engine, drivers, { ...rest, tick: every * 500, period: every * 1000 });
  }

  async begin(): Promise<void> {
    this.world.port.meter.replace(NEAR_END);
    await this.world.begin({ broker_host: "broker" });
    await this.world.pass(60_000);
    this.before = sizeOf(this.engine.state());
  }

  /** So many seconds pass. */
  async pass(seconds: number): Promise<void> {
    await this.world.pass(seconds * 1000);
  }

  /** One day passes, with what belongs to it. */
  async day(number: number): Promise<void> {
    const { house, port } = this.world;
    if (number % METER_DAYS === 10) {
      this.replaceMeter();
    }
    if (number % POWER_DAYS === POWER_DAYS - 1) {
      await this.cutPower();
    }
    await this.pass(DAY / 2);
    if (number % BROKER_DAYS === 1) {
      house.setBroker("unreachable");
      await this.pass(2000);
      house.setBroker("good");
    }
    if (number % NETWORK_DAYS === 1) {
      house.loseNetwork("not-found");
      port.speaks = number % 2 === 0;
      await this.pass(300);
      port.speaks = true;
      house.networkMode = "good";
    }
    const left = this.start + (number + 1) * DAY - this.world.clock.utc();
    await this.pass(Math.max(left, 0));
    if (number % LOOK_DAYS === LOOK_DAYS - 1) {
      await this.look();
    }
  }

  replaceMeter(): void {
    this.world.port.meter.replace(NEAR_END);
  }

  private async cutPower(): Promise<void> {
    this.quarters += this.world.judge.history.acknowledged;
    this.heldBack += this.world.judge.counts.totals_held_back;
    await this.world.powerCut();
    this.startedAt = this.world.clock.now;
  }

  /** All is well: what was counted is what was, and the memory is as at the start. */
  async look(): Promise<void> {
    const { world } = this;
    for (let i = 0; i < 20 && world.judge.history.waiting() > 0; i++) {
      await this.pass(30);
    }
    world.command("resend");
    lookAtCounts(world);
    lookAtBroker(world);
    world.lookAtSettings();
    const uptime = Number(world.house.newest.get("p1_meter/sensor/uptime"));
    const right = Math.floor((world.clock.now - this.startedAt) / 1000);
    must(Math.abs(uptime - right) <= 1, () => `uptime: it is ${uptime}, and ${right} seconds passed`);
    const state = this.engine.state();
    if (state !== null) {
      must(sizeOf(state) === this.before, () => `memory: it had ${this.before} things and bytes`);
      atRest(state, true);
    }
  }

  /** What happened so far. */
  counts(): Counts {
    const { port, messages, judge } = this.world;
    return {
      telegrams: port.telegrams,
      messages,
      quarters: this.quarters + judge.history.acknowledged,
      heldBack: this.heldBack + judge.counts.totals_held_back,
    };
  }
}
