import { spawn, type ChildProcess } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What Home Assistant shows of an entity. */
export interface State {
  readonly entity_id: string;
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const USER = "00000000000000000000000000000001";
const TOKEN_ID = "00000000000000000000000000000002";

/** Home Assistant itself, in a process of its own, with its MQTT integration at a broker on this computer. */
export class HomeAssistant implements AsyncDisposable {
  private readonly environment: string;
  private readonly port: number;
  private readonly folder = mkdtempSync(join(tmpdir(), "p1-home-assistant-"));
  private readonly key = randomBytes(32).toString("hex");
  private child: ChildProcess | null = null;
  /** The logs of the starts before: each begins a new file. */
  private earlier = "";

  constructor(environment: string, port: number, brokerPort: number) {
    this.environment = environment;
    this.port = port;
    // Without the recorder and the page: what is looked at are the states.
    writeFileSync(
      join(this.folder, "configuration.yaml"),
      `homeassistant:\n  name: Test\nhttp:\n  server_host: 127.0.0.1\n  server_port: ${port}\napi:\n`,
    );
    mkdirSync(join(this.folder, ".storage"));
    this.store("auth", { users: [user()], groups: [], credentials: [], refresh_tokens: [this.token()] });
    this.store("core.config_entries", { entries: [mqttEntry(brokerPort), DSMR_READER_ENTRY] });
  }

  /** Starts it and waits until it runs. */
  async start(): Promise<void> {
    this.child = spawn(join(this.environment, "bin", "hass"), ["--config", this.folder], {
      stdio: "ignore",
      env: { ...process.env, PATH: `${this.environment}/bin:${process.env.PATH ?? ""}` },
    });
    for (;;) {
      const config = (await this.get("/api/config").catch(() => null)) as { readonly state: string } | null;
      if (config?.state === "RUNNING") {
        return;
      }
      if (this.child.exitCode !== null) {
        throw new Error(`Home Assistant ended with status ${this.child.exitCode}:\n${this.log()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  /** Stops it as a person does. */
  async stop(): Promise<void> {
    const child = this.child;
    if (child !== null && child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "close");
      this.earlier = this.log();
    }
    this.child = null;
  }

  /** The states of all entities. */
  async states(): Promise<State[]> {
    return (await this.get("/api/states")) as State[];
  }

  /** What it wrote to its log so far, in all its starts. */
  log(): string {
    return this.earlier + (this.child === null ? "" : readFileSync(join(this.folder, "home-assistant.log"), "utf8"));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private store(key: string, data: object): void {
    writeFileSync(join(this.folder, ".storage", key), JSON.stringify({ version: 1, minor_version: 1, key, data }));
  }

  private token(): object {
    return {
      id: TOKEN_ID,
      user_id: USER,
      client_id: null,
      client_name: "test",
      client_icon: null,
      token_type: "long_lived_access_token",
      created_at: "2024-01-01T00:00:00+00:00",
      access_token_expiration: 315360000,
      token: this.key,
      jwt_key: this.key,
      last_used_at: null,
      last_used_ip: null,
      credential_id: null,
      version: "2024.3.3",
    };
  }

  /** Its access tokens are signed with a key that it keeps (JWT, RFC 7519, HS256). */
  private accessToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ iss: TOKEN_ID, iat: now, exp: now + 3600 })}`;
    return `${text}.${createHmac("sha256", this.key).update(text).digest("base64url")}`;
  }

  private get(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.accessToken()}` };
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port: this.port, path, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        response.on("end", () => {
          if (response.statusCode === 200) {
            resolve(JSON.parse(text));
          } else {
            reject(new Error(`${path}: ${response.statusCode} ${text}`));
          }
        });
      });
      asked.on("error", reject).end();
    });
  }
}

function user(): object {
  return {
    id: USER,
    group_ids: ["system-admin"],
    is_owner: true,
    is_active: true,
    name: "test",
    system_generated: false,
    local_only: false,
  };
}

/** Its integration that reads dsmr-reader, which has nothing to set. */
const DSMR_READER_ENTRY = {
  entry_id: "00000000000000000000000000000004",
  version: 1,
  minor_version: 1,
  domain: "dsmr_reader",
  title: "DSMR Reader",
  data: {},
  options: {},
  pref_disable_new_entities: false,
  pref_disable_polling: false,
  source: "user",
  unique_id: "dsmr_reader",
  disabled_by: null,
};

function mqttEntry(port: number): object {
  return {
    entry_id: "00000000000000000000000000000003",
    version: 1,
    minor_version: 1,
    domain: "mqtt",
    title: "mosquitto",
    data: { broker: "127.0.0.1", port, discovery: true },
    options: {},
    pref_disable_new_entities: false,
    pref_disable_polling: false,
    source: "user",
    unique_id: null,
    disabled_by: null,
  };
}
