/** Bugs that are planted, to see that they are found. */

/** One bug: what stands in whose place. */
export interface Sabotage {
  readonly name: string;
  readonly changes: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

function planted(name: string, file: string, from: string, to: string): Sabotage {
  return { name, changes: [{ file, from, to }] };
}

/** Each is a mistake that somebody could make. */
export const SABOTAGES: readonly Sabotage[] = [
  // A telegram is published whatever its CRC says.
  planted(
    "publish-before-crc",
    "ts/assembly.ts",
    'if (this.reader.outcome === "telegram") {',
    'if (this.reader.outcome === "telegram" || this.reader.outcome === "crc") {',
  ),
  // What the broker did not acknowledge before the connection broke counts as acknowledged.
  planted(
    "drop-unacknowledged",
    "ts/publish/history.ts",
    'if (flight.state === "sent") {\n        flight.state = "waiting";',
    'if (flight.state === "sent") {\n        flight.state = "acknowledged";',
  ),
  // What was acknowledged out of its turn is sent again after a reconnect.
  planted(
    "send-acknowledged-again",
    "ts/publish/history.ts",
    'if (flight.state === "sent") {\n        flight.state = "waiting";',
    'if (flight.state !== "waiting") {\n        flight.state = "waiting";',
  ),
  // The quarter hours that fall out of the ring are not counted.
  planted(
    "lose-a-count",
    "ts/publish/history.ts",
    "this.counters.historyLost = u32(this.counters.historyLost + 1);\n      this.dropAcknowledged();",
    "this.dropAcknowledged();",
  ),
  // The last light stays red after a wrong CRC.
  planted(
    "stuck-light",
    "ts/lights/lights.ts",
    "if (this.meter !== rest && u32(now - this.meterSince) >= IDLE_MS) {",
    'if (this.meter !== rest && this.meter !== "wrong" && u32(now - this.meterSince) >= IDLE_MS) {',
  ),
  // After a restart the older of two records is read.
  planted(
    "forget-settings",
    "ts/settings/keeper.ts",
    "(!hasFirst || isLater(sequenceOf(second), sequence))",
    "!hasFirst",
  ),
  // A meter that fell silent is still said to be there.
  planted(
    "stale-as-fresh",
    "ts/meter/presence.ts",
    "this.online = false;\n    this.silent = true;",
    "this.silent = true;",
  ),
  // New firmware is confirmed though the broker or the meter that worked before do not.
  planted(
    "confirm-broken-update",
    "ts/update/trial.ts",
    "const works = this.network.isUp() && (broker || !this.note.broker) && (meter || !this.note.meter);",
    "const works = this.network.isUp();",
  ),
  // A reading that the full outbox refused counts as published.
  planted(
    "forget-refused",
    "ts/publish/publisher.ts",
    "} else if (!this.message.send()) {\n      return false;\n    }\n    reading.valueDue = false;",
    "} else if (!this.message.send()) {\n      reading.valueDue = false;\n      reading.markPublished();\n      return false;\n    }\n    reading.valueDue = false;",
  ),
  // A total that falls is believed, if it is not 0.
  planted(
    "believe-a-glitch",
    "ts/meter/guard.ts",
    "if (to < from) {\n      return false;\n    }",
    "if (to < from) {\n      return to > 0;\n    }",
  ),
  // A pause that began before the milliseconds went round never ends.
  planted(
    "clock-goes-round",
    "ts/publish/pace.ts",
    "u32(now - this.began) >= seconds * 1000",
    "now >= this.began + seconds * 1000",
  ),
  // Home Assistant is told of an entity again whenever its text changes.
  planted(
    "tell-entities-again",
    "ts/publish/kept.ts",
    "reading.unseen = UNSEEN;\n    }\n    reading.textChanged",
    "reading.unseen = UNSEEN;\n    }\n    if (otherText) {\n      reading.announced = false;\n    }\n    reading.textChanged",
  ),
];
