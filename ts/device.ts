/**
 * The device: events in, calls to `platform/` out. Drivers hand it events one at a time, from one thread, never during another
 * entry; every entry returns at once.
 */

import { u32, type Bytes, type u16 } from "ts2c";
import { type BrokerEvent } from "#platform/broker";
import * as clock from "#platform/clock";
import { type DownloadEvent, type DownloadId } from "#platform/download";
import { type HttpEvent, type Method, type RequestId } from "#platform/http";
import { type NamesEvent } from "#platform/names";
import { type NetworkEvent } from "#platform/network";
import { type SettingsEvent } from "#platform/settings";
import { type SocketsEvent } from "#platform/sockets";
import { type UpdateEvent } from "#platform/update";
import { Device } from "./assembly.ts";
import { isImprov } from "./console/improv.ts";
import { type Counter } from "./counts.ts";
import { type SettingResult } from "./settings/settings.ts";

const device = new Device();

/**
 * Sets one setting, by name, from text; before {@link start}, or while the device runs and keeps it. The log says why a value is not
 * allowed.
 */
export function configure(name: Bytes, value: Bytes): SettingResult {
  return device.configure(name, value);
}

/** Power-up: to be called once, after the settings were handed in. */
export function start(): void {
  device.powerUp();
}

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
export function onSerial(bytes: Bytes): void {
  device.takeBytes(bytes);
}

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
export function onTick(): void {
  device.tick();
}

/** The answer to `network.join` or `network.scan`, or the network was lost. */
export function onNetwork(event: NetworkEvent): void {
  device.takeNetwork(event);
}

/** The answer to `names.lookUp`; `address` is the IPv4 address as a number, 0 where nobody answered. */
export function onNames(event: NamesEvent, address: u32): void {
  if (!device.ownName.onName(event, address)) {
    device.connection.onName(event, address, clock.millis());
  }
}

/**
 * Somebody typed a line at the serial console; it comes without its end. Of one that is longer than 320 bytes it is enough that 321
 * come. Or a program sent a packet, as `platform/console.ts` describes it. The driver may reuse the bytes when this returns.
 */
export function onConsole(line: Bytes): void {
  if (isImprov(line)) {
    device.improv.take(line, clock.millis());
  } else {
    device.console.onLine(line, clock.millis());
  }
}

/** A request to the HTTP server, as `portal/request.ts` describes it. The driver may reuse the bytes when this returns. */
export function onRequest(
  id: RequestId,
  method: Method,
  path: Bytes,
  fields: Bytes,
  length: u32,
  isGuest: boolean,
): void {
  device.portal.onRequest(id, { method, path, fields, length, isGuest }, clock.millis());
}

/** What follows a request; `bytes` belong to the event `body`. */
export function onHttp(id: RequestId, event: HttpEvent, bytes: Bytes): void {
  device.portal.onHttp(id, event, bytes, clock.millis());
}

/** The answer to `passwords.derive`: its 32 bytes; none where that failed. */
export function onDerived(hash: Bytes): void {
  device.portal.onDerived(hash, clock.millis());
}

/** The answer to `settings.write`. */
export function onSettings(event: SettingsEvent): void {
  device.certificates.onSettings(event);
}

/** The answer to a call of the update driver. */
export function onUpdate(event: UpdateEvent): void {
  device.portal.onUpdate(event, clock.millis());
}

/** What happened to a download. The driver may reuse the bytes, which belong to the event `part`, when this returns. */
export function onDownload(id: DownloadId, event: DownloadEvent, bytes: Bytes): void {
  device.pull.onDownload(id, event, bytes, clock.millis());
}

/** The answer to `broker.connect`, or a connection was lost. */
export function onBroker(event: BrokerEvent): void {
  device.publishing.onBroker(event, clock.millis());
}

/** Something happened at the port for telegrams. */
export function onSockets(event: SocketsEvent): void {
  device.telegramPort.tell(event);
}

/** The broker has acknowledged the message to which `broker.deliver` gave that number. */
export function onDelivered(id: u16): void {
  device.publishing.onDelivered(id, clock.millis());
}

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
export function onMessage(topic: Bytes, payload: Bytes, retained: boolean): void {
  device.publishing.onMessage(topic, payload, retained, clock.millis());
}

/** The device is about to be switched off or restarted: the broker is told. Nothing else is to be called afterwards. */
export function stop(): void {
  device.leave();
}

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
export function counter(which: Counter): u32 {
  return device.counts.count(which);
}
