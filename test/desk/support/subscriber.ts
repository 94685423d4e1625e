import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";
import { until, type Waiter } from "./until.ts";

/** An MQTT client that is no part of the desk, subscribed to everything. */
export class Subscriber implements AsyncDisposable {
  /** Every message that arrived, oldest first. */
  readonly messages: { readonly topic: string; readonly payload: string; readonly retain: boolean }[] = [];
  private readonly waiters = new Set<Waiter>();
  private readonly client: MqttClient;

  /** Connects and subscribes; it comes back by itself when the broker was away. */
  static async at(port: number, options: IClientOptions = {}): Promise<Subscriber> {
    const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 100, ...options });
    const subscriber = new Subscriber(client);
    await client.subscribeAsync("#");
    return subscriber;
  }

  private constructor(client: MqttClient) {
    this.client = client;
    client.on("error", () => undefined); // A broker that is away; the client tries again.
    client.on("message", (topic, payload, { retain }) => {
      this.messages.push({ topic, payload: payload.toString(), retain });
      this.waiters.forEach((waiter) => waiter());
    });
  }

  /** Waits for a message under `topic`, counted from the `from`th message on, and gives its payload. */
  async payload(topic: string, from = 0): Promise<string> {
    const message = await until(
      this.waiters,
      () => this.messages.slice(from).find((one) => one.topic === topic) ?? null,
      () => `${topic} at the broker, which has seen: ${this.topics().join(" ")}`,
    );
    return message.payload;
  }

  /** Publishes a message of its own. */
  async publish(topic: string, payload: Buffer): Promise<void> {
    await this.client.publishAsync(topic, payload);
  }

  /** Every topic that was seen, once. */
  topics(from = 0): string[] {
    return [...new Set(this.messages.slice(from).map(({ topic }) => topic))].sort();
  }

  /** Waits until the client stands again after the broker was away. */
  async connected(): Promise<void> {
    if (!this.client.connected) {
      await new Promise<void>((resolve) => this.client.once("connect", () => resolve()));
    }
    await this.client.subscribeAsync("#");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.endAsync(true);
  }
}
