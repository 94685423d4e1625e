import type { Answer } from "dns-packet";
import createMdns, { type MulticastDNS } from "multicast-dns";
import type * as declared from "../../../ts/platform/names.ts";
import type { Post } from "../events.ts";
import { host as clock } from "./clock.ts";
import { address } from "./network.ts";

/** How long an answer may take, and how long others may keep ours. */
const PATIENCE_MILLISECONDS = 2000;
const KEEP_SECONDS = 120;

const decoder = new TextDecoder();
const services = new Map<string, { readonly port: number; readonly records: readonly string[] }>();
/** Hears the questions in place of the driver, in tests of the device alone. */
let standIn: Pick<typeof declared, "lookUp"> | null = null;
let post: Post = () => undefined;
let shown = false;
let name = "";
/** The name that is asked for, until somebody answers. */
let wanted = "";
let giveUp: () => void = () => undefined;
let mdns: MulticastDNS | null = null;

export const announce: typeof declared.announce = (host) => {
  name = text(host);
  if (shown) {
    opened().respond(answers(`${name}.local`));
  }
};

export const offer: typeof declared.offer = (service, port, records) => {
  const type = text(service);
  if (port === 0) {
    if (services.delete(type) && shown) {
      const service = `${type}._tcp.local`;
      opened().respond([{ type: "PTR", name: service, ttl: 0, data: `${name}.${service}` }]);
    }
    return;
  }
  services.set(type, { port, records: text(records).split("\n").slice(0, -1) });
  if (shown) {
    opened().respond(answers(`${type}._tcp.local`));
  }
};

export const lookUp: typeof declared.lookUp = (host) => {
  if (standIn !== null) {
    return standIn.lookUp(host);
  }
  giveUp();
  wanted = `${text(host)}.local`;
  giveUp = clock.after(PATIENCE_MILLISECONDS, () => found(0));
  opened().query(wanted, "A");
};

/** For the desk. */
export const host = {
  /** From now on `calls` hear what is asked, and nobody else does. */
  replace(calls: Pick<typeof declared, "lookUp">): void {
    standIn = calls;
  },

  /** `show`: others may find the device. One that only its own computer reaches is not told to the home. */
  attach(to: Post, { show }: { readonly show: boolean }): void {
    post = to;
    shown = show;
  },

  /** Forgets what was asked, as a restart does. */
  forget(): void {
    giveUp();
    wanted = "";
  },

  close(): void {
    this.forget();
    mdns?.destroy();
    mdns = null;
  },
};

function opened(): MulticastDNS {
  if (mdns === null) {
    const open = createMdns();
    // A computer without a network has nobody to ask: then nobody answers.
    open.on("error", () => undefined);
    open.on("warning", () => undefined);
    open.on("query", ({ questions }) => {
      // What the device asks itself it does not answer.
      const others = questions.filter(({ name: asked }) => asked !== wanted);
      const known = shown ? others.flatMap((question) => answers(question.name)) : [];
      if (known.length > 0) {
        open.respond(known);
      }
    });
    open.on("response", ({ answers: heard }) => {
      for (const one of heard) {
        if (one.type === "A" && one.name.toLowerCase() === wanted.toLowerCase()) {
          return found(one.data.split(".").reduce((number, part) => number * 256 + Number(part), 0));
        }
      }
    });
    mdns = open;
  }
  return mdns;
}

/** What the device says to those who ask for `asked`; nothing where it is no name of its own. */
function answers(asked: string): Answer[] {
  const self = `${name}.local`;
  const own: Answer = { type: "A", name: self, ttl: KEEP_SECONDS, data: dotted(address()) };
  if (asked.toLowerCase() === self.toLowerCase()) {
    return [own];
  }
  return [...services]
    .filter(([type]) => asked === `${type}._tcp.local`)
    .flatMap(([, { port, records }]): Answer[] => {
      const instance = `${name}.${asked}`;
      return [
        { type: "PTR", name: asked, ttl: KEEP_SECONDS, data: instance },
        { type: "SRV", name: instance, ttl: KEEP_SECONDS, data: { target: self, port } },
        { type: "TXT", name: instance, ttl: KEEP_SECONDS, data: records.length > 0 ? [...records] : "" },
        own,
      ];
    });
}

function found(at: number): void {
  if (wanted !== "") {
    wanted = "";
    giveUp();
    post({ kind: "names", event: at === 0 ? "not-found" : "found", address: at });
  }
}

function dotted(at: number): string {
  return [24, 16, 8, 0].map((shift) => (at >>> shift) & 255).join(".");
}

function text(bytes: unknown): string {
  return decoder.decode(bytes as Uint8Array);
}
