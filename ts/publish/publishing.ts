/** What the device does with its broker, part by part in one order. */

import { utf8, type Bytes, type u16, type u32 } from "ts2c";
import { type BrokerEvent } from "#platform/broker";
import * as log from "#platform/log";
import { type Discovery } from "../home-assistant/discovery.ts";
import { type Lights } from "../lights/lights.ts";
import { type Presence } from "../meter/presence.ts";
import { type Restart } from "../restart.ts";
import { type Availability } from "./availability.ts";
import { type Commands } from "./commands.ts";
import { type Connection } from "./connection.ts";
import { type History } from "./history.ts";
import { type Publisher } from "./publisher.ts";
import { type Statistics } from "./statistics.ts";

/** The device's side of MQTT. */
export class Publishing {
  private readonly lights: Lights;
  private readonly restart: Restart;
  private readonly presence: Presence;
  private readonly connection: Connection;
  private readonly availability: Availability;
  private readonly commands: Commands;
  private readonly publisher: Publisher;
  private readonly statistics: Statistics;
  private readonly history: History;
  private readonly discovery: Discovery;

  constructor(
    lights: Lights,
    restart: Restart,
    presence: Presence,
    connection: Connection,
    availability: Availability,
    commands: Commands,
    publisher: Publisher,
    statistics: Statistics,
    history: History,
    discovery: Discovery,
  ) {
    this.lights = lights;
    this.restart = restart;
    this.presence = presence;
    this.connection = connection;
    this.availability = availability;
    this.commands = commands;
    this.publisher = publisher;
    this.statistics = statistics;
    this.history = history;
    this.discovery = discovery;
  }

  /** The network came or went. */
  network(up: boolean): void {
    this.lights.showNetwork(up);
    this.connection.network(up);
    this.show(true);
  }

  isConnected(): boolean {
    return this.connection.connected();
  }

  /** A setting of the connection changed, or the power is about to go. */
  drop(): void {
    this.connection.drop();
    this.show(true);
  }

  onBroker(event: BrokerEvent, now: u32): void {
    if (this.connection.onEvent(event, now)) {
      this.availability.renew();
      this.commands.renew();
      this.history.renew(now);
      this.discovery.connect();
      this.resend(now);
    }
    this.send(now);
  }

  onDelivered(id: u16, now: u32): void {
    this.history.delivered(id, now);
    this.send(now);
  }

  onMessage(topic: Bytes, payload: Bytes, retained: boolean, now: u32): void {
    this.discovery.onMessage(topic, payload);
    switch (this.commands.understand(topic, payload, retained)) {
      case "resend":
        this.resend(now);
        this.send(now);
        break;
      case "restart":
        this.restart.ask(now);
        break;
      case "cancel":
        this.restart.cancel(now);
        break;
      case "identify":
        this.lights.showScene("identify", now);
        break;
      case "none":
        break;
    }
  }

  /** Another meter speaks from now on: the real one and the simulated one share nothing. */
  forgetMeter(): void {
    this.discovery.forgetMeter();
    this.history.forgetMeter();
  }

  /** Everything is to be published at once. */
  private resend(now: u32): void {
    this.publisher.renew(now);
    this.statistics.renew(now);
  }

  /** Publishes what is due. */
  send(now: u32): void {
    if (!this.connection.connected()) {
      this.show(true);
      return;
    }
    if (this.discovery.missesStates(now)) {
      this.resend(now);
    }
    const flows =
      this.availability.tick(this.presence.isOnline()) &&
      this.commands.tick() &&
      this.publisher.tick(now) &&
      this.statistics.tick(now) &&
      this.discovery.tick(now) &&
      this.history.tick(now);
    if (this.history.isStuck(now)) {
      log.write("warning", utf8("The MQTT broker acknowledges nothing: the device connects anew."));
      this.connection.drop();
    }
    this.show(flows);
  }

  private show(flows: boolean): void {
    if (!this.connection.connected()) {
      this.lights.showBroker("not-connected");
    } else {
      this.lights.showBroker(flows ? "connected" : "could-not-send");
    }
  }
}
