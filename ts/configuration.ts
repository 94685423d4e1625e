/** The settings of the running device: set, kept, and put to work. */

import { u32, type Bytes } from "ts2c";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import { type Discovery } from "./home-assistant/discovery.ts";
import { type Network } from "./network/network.ts";
import { type Encryption } from "./p1/encryption.ts";
import { type Publishing } from "./publish/publishing.ts";
import { type Keeper } from "./settings/keeper.ts";
import { Keys } from "./settings/keys.ts";
import { SETTINGS } from "./settings/list.ts";
import { type SettingResult, type Settings } from "./settings/settings.ts";
import { type TelegramPort } from "./splitter/port.ts";

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
  ) {
    this.settings = settings;
    this.keeper = keeper;
    this.keys = keys;
    this.encryption = encryption;
    this.network = network;
    this.publishing = publishing;
    this.discovery = discovery;
    this.telegramPort = telegramPort;
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
    this.startSerial();
  }

  /** Sets one setting from text. The log says why a value is not allowed. */
  assign(name: Bytes, value: Bytes): SettingResult {
    this.prepare();
    const result = this.settings.assign(name, value);
    if (result !== "ok") {
      log.write("error", this.settings.explanation());
    } else if (this.running) {
      this.keeper.save();
      this.renew(name);
    }
    return result;
  }

  /** A setting changed while the device runs: what depends on it begins anew. */
  private renew(name: Bytes): void {
    const place = this.settings.find(name);
    if (place >= SETTINGS.length) {
      return;
    }
    switch (SETTINGS[place].renews) {
      case "network":
        if (this.network.drop()) {
          this.publishing.network(false);
        }
        break;
      case "connection":
        this.publishing.drop();
        break;
      case "simulator":
        this.startSerial();
        this.publishing.drop();
        break;
      case "serial":
        this.startSerial();
        break;
      case "telegram-port":
        this.telegramPort.open();
        break;
      case "encryption":
        this.keys.hand(this.encryption);
        break;
      case "discovery":
        this.discovery.renew();
        break;
      case "nothing":
        break;
    }
  }

  private startSerial(): void {
    serial.start(
      u32.clamp(this.settings.number("serial_baud")),
      this.settings.number("serial_frame") === 1 ? "7E1" : "8N1",
    );
  }
}
