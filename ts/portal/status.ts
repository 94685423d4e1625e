/** What `GET /api/status` says, and the event `status`. */

import { utf8, type Writer, type u32 } from "ts2c";
import * as network from "#platform/network";
import * as system from "#platform/system";
import { type Counts } from "../counts.ts";
import { type Lights } from "../lights/lights.ts";
import { LIGHTS } from "../lights/strip.ts";
import { type Network } from "../network/network.ts";
import { writeAddress } from "../network/address.ts";
import { type Connection } from "../publish/connection.ts";
import { type Statistics } from "../publish/statistics.ts";
import { type Restart } from "../restart.ts";
import { type Settings } from "../settings/settings.ts";
import { type Note } from "../update/note.ts";
import { type Pull } from "../update/pull.ts";

/** The parts of the device that have something to tell. */
export class StatusReport {
  private readonly settings: Settings;
  private readonly network: Network;
  private readonly connection: Connection;
  private readonly counts: Counts;
  private readonly statistics: Statistics;
  private readonly lights: Lights;
  private readonly restart: Restart;
  private readonly pull: Pull;
  private readonly note: Note;

  constructor(
    network: Network,
    connection: Connection,
    statistics: Statistics,
    lights: Lights,
    restart: Restart,
    pull: Pull,
  ) {
    this.settings = statistics.settings;
    this.network = network;
    this.connection = connection;
    this.counts = statistics.counts;
    this.statistics = statistics;
    this.lights = lights;
    this.restart = restart;
    this.pull = pull;
    this.note = pull.trial.note;
  }

  /** Writes a JSON object without its end, so that more may follow. */
  write(out: Writer, now: u32): void {
    out.text('{"name":');
    out.jsonString(this.settings.text("host_name"));
    if (this.network.ownName.isTaken) {
      out.text(',"proposed_name":');
      out.jsonString(this.network.ownName.proposal());
    }
    out.text(',"firmware":{"version":');
    out.jsonString(this.pull.trial.version());
    out.text(this.pull.trial.isRunning() ? ',"state":"trial"' : ',"state":"confirmed"');
    if (this.pull.trial.rolledBack().length > 0) {
      out.text(',"rolled_back":');
      out.jsonString(this.pull.trial.rolledBack());
    }
    out.text('},"update":');
    this.pull.write(out);
    this.writeNetwork(out);
    out.text(this.connection.connected() ? ',"broker":{"connected":true' : ',"broker":{"connected":false');
    writeTrouble(out, this.connection.trouble());
    this.writeMeter(out, now);
    out.text(',"publications":');
    out.int(this.counts.count("published"));
    out.text(',"uptime":');
    out.int(this.statistics.seconds());
    out.text(',"memory_free":');
    out.int(system.freeMemory());
    if (network.kind() === "wifi") {
      out.text(',"joining":{"state":');
      out.jsonString(utf8(this.network.attempt.state));
      out.text("}");
    }
    this.writeLights(out);
    const left = this.restart.secondsLeft(now);
    if (left >= 0) {
      out.text(',"restart_in":');
      out.int(left);
    }
  }

  private writeNetwork(out: Writer): void {
    out.text(
      network.kind() === "wifi" ? ',"network":{"kind":"wifi","address":"' : ',"network":{"kind":"wired","address":"',
    );
    writeAddress(out, network.address());
    out.text('"');
    if (network.kind() === "wifi") {
      out.text(',"signal_dBm":');
      out.int(network.signal());
    }
    out.text(',"attempts":');
    out.int(this.network.attempts);
    out.text(',"resets":');
    out.int(this.network.resets);
    out.text(',"restarts":');
    out.int(this.note.networkRestarts);
    writeTrouble(out, this.network.trouble());
  }

  private writeMeter(out: Writer, now: u32): void {
    out.text(',"telegrams":{"received":');
    out.int(this.counts.count("received"));
    out.text(',"refused":');
    out.int(this.counts.count("errors"));
    if (this.counts.presence.wasThere()) {
      out.text(',"age":');
      out.int(Math.trunc(this.counts.presence.age(now) / 1000));
    }
    out.text(this.counts.presence.isSilent() ? ',"silent":true}' : ',"silent":false}');
  }

  private writeLights(out: Writer): void {
    out.text(',"lights":[');
    for (let light = 0; light < LIGHTS; light++) {
      out.text(light > 0 ? "," : "");
      out.jsonString(utf8(this.lights.colour(light)));
    }
    out.text("]");
  }
}

/** Ends an object with the reason why something does not work, where it does not. */
function writeTrouble(out: Writer, trouble: string): void {
  if (trouble !== "none") {
    out.text(',"trouble":');
    out.jsonString(utf8(trouble));
  }
  out.text("}");
}
