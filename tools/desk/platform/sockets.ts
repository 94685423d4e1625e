import { createServer, type Server, type Socket } from "node:net";
import type * as declared from "../../../ts/platform/sockets.ts";
import type { Post } from "../events.ts";

/** What may wait for a client: lwIP's send buffer on the chip has about as much (`CONFIG_LWIP_TCP_SND_BUF_DEFAULT`). */
const WAITING_BYTES = 5760;
const KEEPALIVE_MILLISECONDS = 30_000;

let post: Post = () => undefined;
let server: Server | null = null;
const clients = new Set<Socket>();

export const listen: typeof declared.listen = (port, most) => {
  server?.close();
  server = null;
  for (const client of clients) {
    drop(client);
  }
  if (port === 0) {
    return;
  }
  const opened = createServer({ keepAlive: true, keepAliveInitialDelay: KEEPALIVE_MILLISECONDS }, (client) => {
    client.on("error", () => undefined); // What matters of an error is that the connection closes.
    if (clients.size >= most) {
      client.destroy();
      post({ kind: "sockets", event: "refused" });
      return;
    }
    clients.add(client);
    client.resume();
    client.on("close", () => {
      if (clients.delete(client)) {
        post({ kind: "sockets", event: "gone" });
      }
    });
    post({ kind: "sockets", event: "connected" });
  });
  server = opened;
  opened.on("error", () => post({ kind: "sockets", event: "port-taken" }));
  opened.listen(port);
};

export const send: typeof declared.send = (bytes) => {
  const copy = Buffer.from(bytes);
  for (const client of clients) {
    if (client.writableLength > 0 && client.writableLength + copy.length > WAITING_BYTES) {
      drop(client);
      post({ kind: "sockets", event: "slow" });
    } else {
      client.write(copy);
    }
  }
};

function drop(client: Socket): void {
  clients.delete(client);
  client.destroy();
}

/** For the desk. */
export const host = {
  /** Where what happens at the port is posted. */
  attach(to: Post): void {
    post = to;
  },

  /** Closes the port and everything at it. */
  close(): void {
    listen(0, 0);
  },
};
