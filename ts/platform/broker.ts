/**
 * The connection to the MQTT broker. Everything that can wait happens in the driver's own task; how it went comes back
 * to the device as `onBroker` with a {@link BrokerEvent}, and what the broker sends as `onMessage`.
 */

import { type Bytes, type range, type u16 } from "ts2c";

/**
 * What happened to the connection. `connected` follows a successful `connect`; `lost` ends a connection that stood;
 * every other one says why an attempt failed: `untrusted`: the certificate is not what {@link Security} wants.
 */
export type BrokerEvent =
  | "connected"
  | "lost"
  | "wrong-login"
  | "refused"
  | "unreachable"
  | "unknown-host"
  | "timeout"
  | "tls-failed"
  | "untrusted";

/**
 * Who else can read the connection. `plain`: everybody on its way. `tls`: nobody, and the broker is who it says it is: its
 * certificate is for the name that it was asked by, is not over, and was signed by an authority that the driver knows: that in
 * `broker_ca` (see the driver `settings`), without one the usual ones. A broker that asks who the device is gets `broker_identity`.
 * `tls-unverified`: nobody, but whoever answers.
 */
export type Security = "plain" | "tls" | "tls-unverified";

/**
 * Sets the last will of the connections that begin from now on: when one breaks, the broker publishes `payload` on `topic`,
 * retained, with QoS 1. An empty `topic` means none. Source: MQTT 3.1.1, 3.1.2.5.
 */
export declare function lastWill(topic: Bytes, payload: Bytes): void;

/**
 * Starts one attempt to connect; exactly one event answers it. The driver makes no attempts of its own: when to try again is the
 * device's decision. An empty `user` means no login. `host` may be an address that stands for `name`, the host as
 * somebody typed it: that is what the broker's certificate has to be for.
 */
export declare function connect(
  host: Bytes,
  port: u16,
  security: Security,
  name: Bytes,
  clientId: Bytes,
  user: Bytes,
  password: Bytes,
  keepaliveSeconds: u16,
): void;

/**
 * Queues one message. False when the queue is full or there is no connection: nothing of it is kept, so offer it again. At most 16
 * messages of QoS 2 are on their way: of more than 20 mosquitto 2.0.11 loses some, though it acknowledges all.
 */
export declare function publish(topic: Bytes, payload: Bytes, retain: boolean, qos: range<0, 2>): boolean;

/**
 * Queues one message with QoS 1, not retained, and gives the number by which `onDelivered` tells that the broker has
 * acknowledged it; 0 when it is not taken, as with `publish`. What was not acknowledged when the connection ends never is.
 */
export declare function deliver(topic: Bytes, payload: Bytes): u16;

/**
 * Asks for the messages on `topic`, at most once each, until the connection ends. They come as `onMessage`; of a payload
 * at most the first 256 bytes. False as with `publish`.
 */
export declare function subscribe(topic: Bytes): boolean;

/**
 * Ends the connection, or the attempt, without an event and without the last will. What was queued before still goes out
 * where the connection takes it at once.
 */
export declare function disconnect(): void;
