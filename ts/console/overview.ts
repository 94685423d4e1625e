/** What the console's command `status` says. */

import { type Writer, type u32 } from "ts2c";
import * as driver from "#platform/network";
import { type Counts } from "../counts.ts";
import { writeAddress } from "../network/address.ts";
import { type Network } from "../network/network.ts";
import { type Password } from "../portal/password.ts";
import { type Connection } from "../publish/connection.ts";
import { type Trial } from "../update/trial.ts";

/** The parts of the device that have something to tell. */
export class Overview {
  readonly network: Network;
  readonly connection: Connection;
  private readonly counts: Counts;
  private readonly trial: Trial;
  private readonly password: Password;

  constructor(network: Network, connection: Connection, counts: Counts, trial: Trial, password: Password) {
    this.network = network;
    this.connection = connection;
    this.counts = counts;
    this.trial = trial;
    this.password = password;
  }

  /** Writes it, a sentence on each line. */
  write(out: Writer, now: u32): void {
    this.writeNetwork(out);
    this.writePage(out);
    this.connection.describe(out);
    this.writeMeter(out, now);
    out.text("\nFirmware ");
    out.bytes(this.trial.version());
    out.text(this.trial.isRunning() ? " is on trial.\n" : " is confirmed.\n");
    out.text(
      this.password.isSet()
        ? "The page has a password.\n"
        : "The page has no password, so nobody changes anything there: the command password sets one.\n",
    );
  }

  /** Writes how the network stands, and what becomes of a Wi-Fi that is being tried. */
  writeNetwork(out: Writer): void {
    this.network.describe(out);
    out.text("\n");
    if (this.network.attempt.isOn()) {
      out.text("Wi-Fi ");
      out.bytes(this.network.attempt.name());
      out.text(" is being tried.\n");
    }
    if (this.network.accessPoint.isOpen()) {
      out.text("The device's own access point ");
      out.bytes(this.network.accessPoint.name());
      out.text(" is open: http://");
      writeAddress(out, driver.accessPointAddress());
      out.text("\n");
    }
  }

  private writePage(out: Writer): void {
    if (this.network.isUp()) {
      out.text("The page is http://");
      out.bytes(this.network.ownName.name());
      out.text(".local, or http://");
      writeAddress(out, driver.address());
      out.text("\n");
    }
  }

  private writeMeter(out: Writer, now: u32): void {
    if (!this.counts.presence.wasThere()) {
      out.text("\nNo good telegram came so far; refused were ");
      out.int(this.counts.count("errors"));
      out.text(".");
      return;
    }
    out.text("\nThe meter's last good telegram came ");
    out.int(Math.trunc(this.counts.presence.age(now) / 1000));
    out.text(" seconds ago; received were ");
    out.int(this.counts.count("received"));
    out.text(", refused ");
    out.int(this.counts.count("errors"));
    out.text(".");
  }
}
