/** What `GET /api/status` says. */

import { utf8, type Writer } from "ts2c";
import * as network from "#platform/network";
import * as system from "#platform/system";
import { type Counts } from "../counts.ts";
import { type Network } from "../network/network.ts";
import { writeAddress } from "../network/address.ts";
import { type Connection } from "../publish/connection.ts";
import { type Trial } from "../update/trial.ts";
import { type LoginState } from "./login.ts";

/** The parts of the device that have something to tell. */
export class StatusReport {
  private readonly network: Network;
  private readonly connection: Connection;
  private readonly counts: Counts;
  private readonly trial: Trial;

  constructor(network: Network, connection: Connection, counts: Counts, trial: Trial) {
    this.network = network;
    this.connection = connection;
    this.counts = counts;
    this.trial = trial;
  }

  /** Writes one JSON object, for a reader whose login stands like that. */
  write(out: Writer, login: LoginState): void {
    out.text('{"firmware":{"version":');
    out.jsonString(this.trial.version());
    out.text(this.trial.isRunning() ? ',"state":"trial"' : ',"state":"confirmed"');
    if (this.trial.rolledBack().length > 0) {
      out.text(',"rolled_back":');
      out.jsonString(this.trial.rolledBack());
    }
    out.text("}");
    this.writeNetwork(out);
    out.text(this.connection.connected() ? ',"broker":{"connected":true}' : ',"broker":{"connected":false}');
    out.text(',"telegrams":{"received":');
    out.int(this.counts.count("received"));
    out.text(',"refused":');
    out.int(this.counts.count("errors"));
    out.text('},"publications":');
    out.int(this.counts.count("published"));
    out.text(',"memory_free":');
    out.int(system.freeMemory());
    out.text(',"access":{"login":');
    out.jsonString(utf8(login));
    out.text("}}\n");
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
    out.text("}");
  }
}
