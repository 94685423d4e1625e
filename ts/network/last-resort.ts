/**
 * A network that was there, and stays away although its interface was switched off and on: the device restarts. After that it has not
 * seen the network, so it does not restart again before it was there: where a router is gone for days, one restart is all.
 */

import { u32, utf8 } from "ts2c";
import * as log from "#platform/log";
import * as system from "#platform/system";
import { type History } from "../publish/history.ts";
import { type Installation } from "../update/installation.ts";
import { type Note } from "../update/note.ts";
import { type Trial } from "../update/trial.ts";
import { type Network } from "./network.ts";

/** What was tried before: so many resets of the interface. */
const RESETS = 4;
/** How long the network has to be away, in milliseconds; and how long where a restart loses quarter hours that wait for the broker. */
const HOUR_MS = 3600000;
const DAY_MS = 86400000;
/** So long the flash has for the count, in milliseconds. */
const NOTE_MS = 1000;

/** Watches the network. */
export class LastResort {
  private readonly network: Network;
  private readonly history: History;
  private readonly trial: Trial;
  private readonly installation: Installation;
  private readonly note: Note;
  private lostAt: u32 = 0;
  private isLeaving: boolean = false;
  private leavesAt: u32 = 0;

  constructor(network: Network, history: History, trial: Trial, installation: Installation) {
    this.network = network;
    this.history = history;
    this.trial = trial;
    this.installation = installation;
    this.note = trial.note;
  }

  tick(now: u32): void {
    if (this.isLeaving) {
      this.leave(now);
    } else if (this.network.isUp()) {
      this.lostAt = now;
    } else if (this.isDue(now) && this.mayRestart()) {
      this.isLeaving = true;
      this.leavesAt = now;
      this.note.countNetworkRestart();
      log.write("warning", utf8("The network stays away, whatever was done to its interface: the device restarts."));
    }
  }

  private isDue(now: u32): boolean {
    const patience = this.history.isWaiting() ? DAY_MS : HOUR_MS;
    return this.network.resetsSinceLost() >= RESETS && u32(now - this.lostAt) >= patience;
  }

  /** A restart ends an update and its trial, and whoever is at the access point loses it. */
  private mayRestart(): boolean {
    return !this.trial.isRunning() && !this.installation.isBusy() && !this.network.accessPoint.hasGuests();
  }

  private leave(now: u32): void {
    if (u32(now - this.leavesAt) >= NOTE_MS) {
      this.isLeaving = false;
      this.lostAt = now;
      system.restart();
    }
  }
}
