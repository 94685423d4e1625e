import type { BrokerEvent } from "../../ts/platform/broker.ts";
import type { NetworkState } from "../../ts/device.ts";

/** What can happen to the device. The kinds are those of the entries of `ts/device.ts`. */
export type DeviceEvent =
  | { readonly kind: "serial"; readonly bytes: Uint8Array }
  | { readonly kind: "tick" }
  | { readonly kind: "network"; readonly state: NetworkState }
  | { readonly kind: "broker"; readonly event: BrokerEvent }
  | { readonly kind: "message"; readonly topic: Uint8Array; readonly payload: Uint8Array; readonly retained: boolean };

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
