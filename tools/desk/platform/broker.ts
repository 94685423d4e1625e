import { isIP } from "node:net";
import type { IClientOptions, MqttClient } from "mqtt";
import type * as declared from "../../../ts/platform/broker.ts";
import { hasCode } from "../failure.ts";
import type { Post } from "../events.ts";
import { host as storage } from "./settings.ts";

/** How many messages may be on their way; one more is not taken. */
const CAPACITY = 128;
/** How many while one of QoS 2 is added, of which brokers take fewer at a time. */
const CAPACITY_OF_QOS_2 = 16;
const CONNECT_TIMEOUT_MILLISECONDS = 10_000;
/** How long the connection may take to send what is queued when it is ended. */
const LEAVE_MILLISECONDS = 1000;
/** A broker that takes longer for an acknowledgement is not waited for by a driven clock. */
const ACKNOWLEDGED_WITHIN_MILLISECONDS = 1000;
/** How much of a payload is handed to the device. */
const PAYLOAD_LIMIT = 256;

/** Hears each message that was taken for sending. */
export type PublishListener = (topic: string, payload: string) => void;

/** The calls that the device makes. */
export type BrokerCalls = Pick<
  typeof declared,
  "lastWill" | "connect" | "publish" | "deliver" | "subscribe" | "disconnect"
>;

/** Node's codes for a certificate that is not trusted. Sources: Node's documentation of `tls`, "X509 certificate error codes". */
const UNTRUSTED =
  /CERT|SIGNATURE|SELF_SIGNED|ISSUER|ALTNAME|CRL|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE/;

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** Takes the calls in place of the real driver, in tests of the device alone. */
let standIn: BrokerCalls | null = null;
let post: Post = () => undefined;
let published: PublishListener = () => undefined;
let client: MqttClient | null = null;
let will: IClientOptions["will"];
let underway = 0;
/** The number of the last message that is to be acknowledged, when it went out, and how many are not acknowledged yet. */
let lastId = 0;
let deliveredAt = 0;
let unacknowledged = 0;
let connecting = false;
/** The end of the last connection that was ended. */
let leaving: Promise<void> = Promise.resolve();
/** Counts attempts, so that what is left of an earlier one is not taken for the current one. */
let attempt = 0;

export const lastWill: typeof declared.lastWill = (topic, payload) => {
  standIn?.lastWill(topic, payload);
  // The bytes are only lent.
  will = { topic: text(topic), payload: Buffer.from(text(payload)), qos: 1, retain: true };
};

export const connect: typeof declared.connect = (...call) => {
  if (standIn !== null) {
    standIn.connect(...call);
    return;
  }
  const [host, port, security, name, clientId, user, password, keepaliveSeconds] = call;
  disconnect();
  connecting = true;
  const login = user.length === 0 ? {} : { username: text(user), password: text(password) };
  void open(attempt, {
    ...(security === "plain" ? { protocol: "mqtt" } : secure(text(name), security)),
    host: text(host),
    port,
    clientId: text(clientId),
    keepalive: keepaliveSeconds,
    ...(will === undefined || will.topic === "" ? {} : { will }),
    ...login,
  });
};

export const publish: typeof declared.publish = (topic, payload, retain, qos) => {
  if (standIn !== null) {
    return standIn.publish(topic, payload, retain, qos);
  }
  if (client?.connected !== true || underway >= (qos === 2 ? CAPACITY_OF_QOS_2 : CAPACITY)) {
    return false;
  }
  const name = text(topic);
  const bytes = Buffer.from(payload as unknown as Uint8Array);
  const during = attempt;
  underway++;
  client.publish(name, bytes, { retain, qos: qos as 0 | 1 | 2 }, () => {
    if (during === attempt) {
      underway--;
    }
  });
  published(name, decoder.decode(bytes));
  return true;
};

export const deliver: typeof declared.deliver = (topic, payload) => {
  if (standIn !== null) {
    return standIn.deliver(topic, payload);
  }
  if (client?.connected !== true || underway >= CAPACITY) {
    return 0;
  }
  const name = text(topic);
  const bytes = Buffer.from(payload as unknown as Uint8Array);
  const during = attempt;
  const id = (lastId % 0xffff) + 1;
  lastId = id;
  deliveredAt = performance.now();
  unacknowledged++;
  client.publish(name, bytes, { qos: 1 }, (error) => {
    // The client calls this with the broker's acknowledgement, or with an error when the connection ended before.
    if (during !== attempt) {
      return;
    }
    unacknowledged--;
    if (error === undefined || error === null) {
      post({ kind: "delivered", id });
    }
  });
  published(name, decoder.decode(bytes));
  return id;
};

export const subscribe: typeof declared.subscribe = (topic) => {
  if (standIn !== null) {
    return standIn.subscribe(topic);
  }
  if (client?.connected !== true) {
    return false;
  }
  client.subscribe(text(topic), { qos: 0 });
  return true;
};

export const disconnect: typeof declared.disconnect = () => {
  standIn?.disconnect();
  attempt++;
  underway = 0;
  unacknowledged = 0;
  connecting = false;
  const ended = client;
  client = null;
  if (ended?.connected === true) {
    leaving = leave(ended);
  } else {
    ended?.end(true);
  }
};

/** For the desk. */
export const host = {
  /** From now on `calls` hear what the device wants of the broker, and no connection is made. */
  replace(calls: BrokerCalls): void {
    standIn = calls;
  },

  /** Where what happened to the connection is posted, and who hears what is published. */
  attach(to: Post, listener: PublishListener): void {
    post = to;
    published = listener;
  },

  /**
   * Whether an attempt to connect is not answered yet, a message that was taken is not sent yet, or one is not acknowledged
   * that went out a moment ago: a driven clock does not run ahead of the answers of a broker that gives some.
   */
  busy(): boolean {
    const awaits = unacknowledged > 0 && performance.now() - deliveredAt < ACKNOWLEDGED_WITHIN_MILLISECONDS;
    return connecting || underway > 0 || awaits;
  },

  /** Waits until what was on its way when the connection was ended is sent. */
  finish(): Promise<void> {
    return leaving;
  },
};

function text(bytes: unknown): string {
  return decoder.decode(bytes as Uint8Array);
}

/** The authority is the user's own; without one those of Node, and what NODE_EXTRA_CA_CERTS names. */
function secure(name: string, security: declared.Security): IClientOptions {
  // A certificate is for the name that was asked; an address is not told to the broker as a name (RFC 6066, 3).
  const servername = isIP(name) === 0 ? { servername: name } : {};
  const authority = storage.kept("broker_ca");
  const identity = storage.kept("broker_identity");
  return {
    ...{ protocol: "mqtts", rejectUnauthorized: security === "tls", minVersion: "TLSv1.2", ...servername },
    ...(authority === null ? {} : { ca: authority }),
    ...(identity === null ? {} : { cert: identity, key: identity }),
  };
}

/** Sends what is queued and takes leave of the broker, without waiting for one that does not answer. */
async function leave(ended: MqttClient): Promise<void> {
  const limit = setTimeout(() => ended.stream.destroy(), LEAVE_MILLISECONDS);
  await ended.endAsync();
  clearTimeout(limit);
}

async function open(during: number, target: IClientOptions): Promise<void> {
  const mqtt = await import("mqtt");
  if (during !== attempt) {
    return;
  }
  const opened = mqtt.connect({
    ...target,
    reconnectPeriod: 0,
    connectTimeout: CONNECT_TIMEOUT_MILLISECONDS,
    queueQoSZero: false,
  });
  client = opened;
  let stood = false;
  let reason: declared.BrokerEvent = "unreachable";
  const noted = (error: unknown): void => {
    reason = reasonOf(error, target.protocol === "mqtts");
    opened.end(true);
  };
  opened.on("error", noted);
  opened.stream.on("error", noted);
  opened.on("connect", () => {
    if (during === attempt) {
      stood = true;
      connecting = false;
      post({ kind: "broker", event: "connected" });
    }
  });
  opened.on("message", (topic, payload, { retain }) => {
    if (during === attempt) {
      const bytes = Uint8Array.from(payload.subarray(0, PAYLOAD_LIMIT));
      post({ kind: "message", topic: encoder.encode(topic), payload: bytes, retained: retain });
    }
  });
  opened.on("close", () => {
    if (during === attempt) {
      attempt++;
      client = null;
      underway = 0;
      unacknowledged = 0;
      connecting = false;
      post({ kind: "broker", event: stood ? "lost" : reason });
    }
  });
}

/** MQTT 3.1.1, 3.2.2.3: 4 is a bad user name or password, 5 not authorised, 1 to 3 every other refusal. */
function reasonOf(error: unknown, secured: boolean): declared.BrokerEvent {
  if (error instanceof Error && "code" in error && typeof error.code === "number") {
    return error.code === 4 || error.code === 5 ? "wrong-login" : "refused";
  }
  if (hasCode(error, "ENOTFOUND") || hasCode(error, "EAI_AGAIN")) {
    return "unknown-host";
  }
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    // What the broker thinks of this side's certificate is an alert of TLS, and no fault of its own certificate.
    if (UNTRUSTED.test(error.code) && !error.code.startsWith("ERR_SSL_")) {
      return "untrusted";
    }
    if (/SSL|TLS|EPROTO/.test(error.code) || (secured && error.code === "ECONNRESET")) {
      return "tls-failed";
    }
  }
  if (hasCode(error, "ETIMEDOUT") || (error instanceof Error && error.message.includes("timeout"))) {
    return "timeout";
  }
  return "unreachable";
}
