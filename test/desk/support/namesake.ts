import { randomUUID } from "node:crypto";
import createMdns, { type MulticastDNS } from "multicast-dns";

/** Another device in the home, which answers to a name that only this test knows. */
export class Namesake implements Disposable {
  readonly name = `p1_${randomUUID().slice(0, 8)}`;
  private readonly mdns: MulticastDNS = createMdns();

  constructor() {
    const name = `${this.name}.local`;
    this.mdns.on("query", ({ questions }) => {
      if (questions.some((question) => question.name === name)) {
        this.mdns.respond([{ name, type: "A", ttl: 120, data: "192.168.7.9" }]);
      }
    });
  }

  [Symbol.dispose](): void {
    this.mdns.destroy();
  }
}
