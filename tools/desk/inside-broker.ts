import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** A broker inside the desk's own process, for whoever has none at hand. */
export interface InsideBroker {
  /** The TCP port on 127.0.0.1 where any MQTT client can look. */
  readonly port: number;
  close(): Promise<void>;
}

/** Starts one on a port that is free; only this computer reaches it. */
export async function startInsideBroker(): Promise<InsideBroker> {
  const { Aedes } = await import("aedes");
  const broker = await Aedes.createBroker();
  const server = createServer(broker.handle);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      await new Promise<void>((resolve) => broker.close(resolve));
    },
  };
}
