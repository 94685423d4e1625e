import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files of a certificate and of its key. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** An authority of a test's own, which signs certificates that only those trust who were told of it. */
export class Authority implements Disposable {
  private readonly folder = mkdtempSync(join(tmpdir(), "p1-authority-"));
  private readonly own: KeyPair;

  constructor() {
    this.own = { certificate: join(this.folder, "ca.pem"), key: join(this.folder, "ca.key") };
    this.openssl("req", "-x509", ...NEW_KEY, this.own.key, "-out", this.own.certificate, "-subj", "/CN=test authority");
  }

  /** The file that whoever trusts this authority has to know. */
  get certificate(): string {
    return this.own.certificate;
  }

  /** Signs a certificate for this host name, which is over after so many days: 0 is now. */
  sign(name: string, days = 1): KeyPair {
    const file = (ending: string): string => join(this.folder, `${name}-${days}.${ending}`);
    writeFileSync(file("ext"), `subjectAltName=DNS:${name}\n`);
    this.openssl("req", ...NEW_KEY, file("key"), "-out", file("csr"), "-subj", `/CN=${name}`);
    const by = ["-CA", this.own.certificate, "-CAkey", this.own.key, "-CAcreateserial", "-days", String(days)];
    this.openssl("x509", "-req", "-in", file("csr"), ...by, "-extfile", file("ext"), "-out", file("pem"));
    return { certificate: file("pem"), key: file("key") };
  }

  /** A certificate for this host name that signed itself, so that this authority did not. */
  self(name: string): KeyPair {
    const file = (ending: string): string => join(this.folder, `${name}-self.${ending}`);
    const names = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
    this.openssl("req", "-x509", ...NEW_KEY, file("key"), "-out", file("pem"), ...names);
    return { certificate: file("pem"), key: file("key") };
  }

  private openssl(...args: readonly string[]): void {
    const { status, stderr } = spawnSync("openssl", args, { encoding: "utf8" });
    if (status !== 0) {
      throw new Error(`openssl ${args.join(" ")}: ${stderr}`);
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A key of a kind that is made at once, without a password, into the file that follows. */
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout"];
