import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

const PUBLISH = 3;
const PUBACK = 4;
const HISTORY = "p1_meter/history";

/** A way to a broker that a test can make worse: between a device and a real broker. */
export class Unreliable implements AsyncDisposable {
  readonly port: number;
  private readonly server: Server;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  /** How many acknowledgements of messages on the topic of the history still come through; all others do. */
  acknowledgements = Infinity;
  /** The numbers of such messages. */
  private readonly counted = new Set<number>();
  /** No device comes through, as long as a broker that starts again has not all its other clients back. */
  isShut = false;
  /** How many bytes of the device's next message come through, before all connections break. */
  cutAfter = Infinity;

  static async before(broker: number): Promise<Unreliable> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Unreliable(server, broker);
  }

  private constructor(server: Server, broker: number) {
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on("connection", (device) => {
      if (this.isShut) {
        device.destroy();
        return;
      }
      const pair = [device, connect(broker, "127.0.0.1")] as const;
      this.pairs.add(pair);
      const [sent, received] = [new Packets(), new Packets()];
      pair[0].on("data", (bytes: Buffer) => sent.take(bytes).forEach((packet) => this.toBroker(pair[1], packet)));
      pair[1].on("data", (bytes: Buffer) => received.take(bytes).forEach((packet) => this.toDevice(device, packet)));
      for (const socket of pair) {
        socket.on("error", () => undefined);
        socket.on("close", () => {
          this.pairs.delete(pair);
          pair.forEach((one) => one.destroy());
        });
      }
    });
  }

  private toBroker(broker: Socket, packet: Buffer): void {
    const isMessage = (packet[0] ?? 0) >> 4 === PUBLISH;
    const topicEnd = packet.indexOf(HISTORY) + HISTORY.length;
    if (isMessage && topicEnd >= HISTORY.length) {
      this.counted.add(packet.readUInt16BE(topicEnd)); // With QoS 1 its number follows (MQTT 3.1.1, 3.3.2.2).
    }
    if (isMessage && packet.length > this.cutAfter) {
      broker.write(packet.subarray(0, this.cutAfter), () => this.break());
      this.cutAfter = Infinity;
    } else {
      broker.write(packet);
    }
  }

  private toDevice(device: Socket, packet: Buffer): void {
    const isCounted = (packet[0] ?? 0) >> 4 === PUBACK && this.counted.delete(packet.readUInt16BE(2));
    if (!isCounted || this.acknowledgements-- > 0) {
      device.write(packet);
    }
  }

  /** Ends every connection at once. */
  break(): void {
    this.pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.break();
    this.server.close();
    await once(this.server, "close");
  }
}

/** Puts a stream of MQTT apart into its packets (MQTT 3.1.1, 2.2). */
class Packets {
  private rest = Buffer.alloc(0);

  take(bytes: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const packets: Buffer[] = [];
    for (let length = this.first(); length !== null && length <= this.rest.length; length = this.first()) {
      packets.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
    }
    return packets;
  }

  /** The length of the first packet; null while that is not known. */
  private first(): number | null {
    let length = 0;
    for (let i = 1; i < 5; i++) {
      const byte = this.rest[i];
      if (byte === undefined) {
        return null;
      }
      length += (byte & 127) << (7 * (i - 1));
      if (byte < 128) {
        return 1 + i + length;
      }
    }
    return null;
  }
}
