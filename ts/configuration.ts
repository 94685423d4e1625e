/** The settings of the running device: set, kept, and put to work. */

import { array, u32, utf8, type Bytes, type FixedArray } from "ts2c";
import * as log from "#platform/log";
import * as clock from "#platform/clock";
import * as driver from "#platform/network";
import { type Discovery } from "./home-assistant/discovery.ts";
import { type LineSearch } from "./meter/line-search.ts";
import { type Network } from "./network/network.ts";
import { type Encryption } from "./p1/encryption.ts";
import { type Publishing } from "./publish/publishing.ts";
import { type Fallback } from "./settings/fallback.ts";
import { type Keeper } from "./settings/keeper.ts";
import { Keys } from "./settings/keys.ts";
import { COUNT, SETTINGS } from "./settings/list.ts";
import { RENEWALS, type Renewal } from "./settings/setting.ts";
import { type SettingResult, type Settings } from "./settings/settings.ts";
import { type TelegramPort } from "./splitter/port.ts";

/** How long an answer is given to go out, in milliseconds. */
const ANSWER_MS = 300;

/** Changes settings, and renews what depends on them. */
export class Configuration {
  private readonly settings: Settings;
  private readonly keeper: Keeper;
  private readonly keys: Keys;
  private readonly encryption: Encryption;
  private readonly network: Network;
  private readonly publishing: Publishing;
  private readonly discovery: Discovery;
  private readonly telegramPort: TelegramPort;
  /** The settings that changed and are not put to work yet. */
  private readonly due: FixedArray<boolean, typeof COUNT> = array(COUNT, false);
  private changed: boolean = false;
  private changedAt: u32 = 0;
  private readonly line: LineSearch;
  private readonly fallback: Fallback;
  private prepared: boolean = false;
  private running: boolean = false;

  constructor(
    settings: Settings,
    keeper: Keeper,
    keys: Keys,
    encryption: Encryption,
    network: Network,
    publishing: Publishing,
    discovery: Discovery,
    telegramPort: TelegramPort,
    line: LineSearch,
    fallback: Fallback,
  ) {
    this.settings = settings;
    this.keeper = keeper;
    this.keys = keys;
    this.encryption = encryption;
    this.network = network;
    this.publishing = publishing;
    this.discovery = discovery;
    this.telegramPort = telegramPort;
    this.line = line;
    this.fallback = fallback;
  }

  /** Fills in the defaults and what is kept, before the first setting is handed in. */
  prepare(): void {
    if (!this.prepared) {
      this.prepared = true;
      this.settings.reset();
      this.keeper.load();
    }
  }

  /** Puts the settings to work as they are; changes from now on are kept. */
  start(): void {
    this.prepare();
    this.running = true;
    this.keys.hand(this.encryption);
    this.telegramPort.open();
    this.discovery.start();
    this.tellClock();
    this.line.start(clock.millis());
  }

  /** Sets one setting from text, at once. The log says why a value is not allowed. */
  assign(name: Bytes, value: Bytes): SettingResult {
    this.prepare();
    const result = this.settings.assign(name, value);
    if (result !== "ok") {
      log.write("error", this.settings.explanation());
    } else if (this.running) {
      this.note(name);
      this.apply(clock.millis());
    }
    return result;
  }

  /** Sets one setting of several that were checked; soon afterwards all of them are kept and put to work. */
  change(name: Bytes, value: Bytes, now: u32): void {
    if (this.settings.assign(name, value) === "ok") {
      this.note(name);
      this.changedAt = now;
    }
  }

  /** Puts changes to work when the answer about them had time to go out: they may end the network that it goes through. */
  tick(now: u32): void {
    if (this.changed && u32(now - this.changedAt) >= ANSWER_MS) {
      this.apply(now);
    }
    this.takeBack(now);
  }

  /** New settings that did not work give way to those that did. */
  private takeBack(now: u32): void {
    const isWifi = driver.kind() === "wifi";
    switch (this.fallback.tick(isWifi, this.network.isUp(), this.publishing.isConnected(), now)) {
      case "network":
        log.write(
          "warning",
          utf8("The new settings of the network did not work within two minutes: the old ones are back."),
        );
        this.keeper.save();
        this.renew("network", now);
        break;
      case "broker":
        log.write(
          "warning",
          utf8("The new settings of the broker did not work within two minutes: the old ones are back."),
        );
        this.keeper.save();
        this.renew("connection", now);
        break;
      case "proven":
        this.keeper.save(); // Without what they replaced.
        break;
      case "nothing":
        break;
    }
  }

  /** Somebody held the button: Wi-Fi and password are forgotten, and nothing else. */
  forget(): void {
    this.settings.assign(utf8("wifi_name"), utf8(""));
    this.settings.assign(utf8("wifi_password"), utf8(""));
    this.settings.assign(utf8("login_password"), utf8(""));
    this.keeper.save();
    if (driver.kind() === "wifi") {
      this.renew("network", clock.millis());
    }
  }

  /** Everything is as at the first start; what is kept stays until {@link FactoryReset} has overwritten it. */
  forgetAll(): void {
    this.publishing.drop();
    this.settings.reset();
    this.changed = false;
  }

  /** The power is about to go: what waits to be put to work is kept. */
  leave(): void {
    if (this.changed) {
      this.changed = false;
      this.keeper.save();
    }
  }

  private note(name: Bytes): void {
    const code = this.settings.codes.parse(name);
    if (code !== 0) {
      this.changed = true;
      this.discovery.move(code);
    }
    const place = this.settings.find(name);
    if (place < SETTINGS.length) {
      this.changed = true;
      this.due[place] = true;
    }
  }

  /** `now` is that of the whole tick: to what follows in it, a later one would be 49 days ago. */
  private apply(now: u32): void {
    this.changed = false;
    // Their trial begins here: the connection that stood until now says nothing of them.
    for (let place = 0; place < SETTINGS.length && place < COUNT; place++) {
      if (this.due[place]) {
        this.fallback.changed(place, now);
      }
    }
    this.keeper.save();
    for (const renewal of RENEWALS) {
      if (this.takeDue(renewal)) {
        this.renew(renewal, now);
      }
    }
  }

  /** Whether a setting changed that renews this, once. */
  private takeDue(renewal: Renewal): boolean {
    let due = false;
    for (let i = 0; i < SETTINGS.length && i < COUNT; i++) {
      if (this.due[i] && SETTINGS[i].renews === renewal) {
        this.due[i] = false;
        due = true;
      }
    }
    return due;
  }

  /** What depends on settings that changed begins anew. */
  private renew(renewal: Renewal, now: u32): void {
    switch (renewal) {
      case "network":
        if (this.network.drop()) {
          this.publishing.network(false);
        }
        break;
      case "connection":
        this.publishing.drop();
        break;
      case "simulator":
        this.line.start(now);
        this.publishing.drop();
        break;
      case "serial":
        this.line.start(now);
        break;
      case "telegram-port":
        this.telegramPort.open();
        break;
      case "names":
        this.network.ownName.offerHomeWizard();
        break;
      case "encryption":
        this.keys.hand(this.encryption);
        break;
      case "clock":
        this.tellClock();
        break;
      case "discovery":
        this.discovery.renew();
        break;
      case "nothing":
        break;
    }
  }

  private tellClock(): void {
    clock.synchronise(this.settings.text("sntp_server"), this.settings.text("time_zone"));
  }
}
