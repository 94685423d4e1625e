import type { BrokerEvent } from "../../ts/platform/broker.ts";
import type { DownloadEvent } from "../../ts/platform/download.ts";
import type { HttpEvent, Method } from "../../ts/platform/http.ts";
import type { NamesEvent } from "../../ts/platform/names.ts";
import type { NetworkEvent } from "../../ts/platform/network.ts";
import type { SocketsEvent } from "../../ts/platform/sockets.ts";
import type { SettingsEvent } from "../../ts/platform/settings.ts";
import type { UpdateEvent } from "../../ts/platform/update.ts";

/** What can happen to the device. The kinds are those of the entries of `ts/device.ts`. */
export type DeviceEvent =
  | { readonly kind: "serial"; readonly bytes: Uint8Array }
  | { readonly kind: "tick" }
  | { readonly kind: "sockets"; readonly event: SocketsEvent }
  | { readonly kind: "delivered"; readonly id: number }
  | { readonly kind: "message"; readonly topic: Uint8Array; readonly payload: Uint8Array; readonly retained: boolean }
  | { readonly kind: "network"; readonly event: NetworkEvent }
  | { readonly kind: "console"; readonly line: Uint8Array }
  | { readonly kind: "names"; readonly event: NamesEvent; readonly address: number }
  | RequestEvent
  | { readonly kind: "http"; readonly id: number; readonly event: HttpEvent; readonly bytes: Uint8Array }
  | { readonly kind: "update"; readonly event: UpdateEvent }
  | { readonly kind: "download"; readonly id: number; readonly event: DownloadEvent; readonly bytes: Uint8Array }
  | { readonly kind: "derived"; readonly hash: Uint8Array }
  | { readonly kind: "settings"; readonly event: SettingsEvent }
  | { readonly kind: "broker"; readonly event: BrokerEvent };

/** A request to the device's HTTP server. */
export interface RequestEvent {
  readonly kind: "request";
  readonly id: number;
  readonly method: Method;
  readonly path: Uint8Array;
  readonly fields: Uint8Array;
  readonly length: number;
  readonly isGuest: boolean;
}

/** How a driver reaches the device: it returns at once, and the device hears of it later. */
export type Post = (event: DeviceEvent) => void;

/**
 * The one queue between the drivers and the device. Its owner handles one event after the other, never during another
 * one, and never inside the call of a driver.
 */
export class EventQueue {
  private readonly waiting: DeviceEvent[] = [];
  private scheduled = false;
  private readonly handle: (event: DeviceEvent) => void;

  constructor(handle: (event: DeviceEvent) => void) {
    this.handle = handle;
  }

  readonly post: Post = (event) => {
    this.waiting.push(event);
    if (!this.scheduled) {
      this.scheduled = true;
      setImmediate(() => this.drain());
    }
  };

  /** Forgets what waits, as a restart does. */
  clear(): void {
    this.waiting.length = 0;
  }

  /** Whether nothing waits. */
  get idle(): boolean {
    return this.waiting.length === 0;
  }

  private drain(): void {
    this.scheduled = false;
    for (let event = this.waiting.shift(); event !== undefined; event = this.waiting.shift()) {
      this.handle(event);
    }
  }
}
