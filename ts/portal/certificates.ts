/** Certificates of the user's own for the connection to the broker: taken here, kept, and read by the broker's driver. */

import { utf8, type Bytes } from "ts2c";
import { type RequestId } from "#platform/http";
import * as log from "#platform/log";
import { type SettingsEvent, type SettingsKey } from "#platform/settings";
import { containsBytes } from "../bytes.ts";
import { type Publishing } from "../publish/publishing.ts";
import { type Keeper } from "../settings/keeper.ts";
import { type Response } from "./response.ts";
import { type Route } from "./routes.ts";

/** No request: they are counted from 1 on. */
const NONE = 0;

/** Takes them, one at a time. */
export class Certificates {
  private readonly keeper: Keeper;
  private readonly publishing: Publishing;
  private readonly response: Response;
  /** The request that is answered when what it brought is kept. */
  private waiting: RequestId = NONE;

  constructor(keeper: Keeper, publishing: Publishing, response: Response) {
    this.keeper = keeper;
    this.publishing = publishing;
    this.response = response;
  }

  /** Which of them there are. */
  tell(id: RequestId): void {
    this.response.json(200);
    this.response.body.text(this.keeper.hasAuthority ? '{"authority":true' : '{"authority":false');
    this.response.body.text(this.keeper.hasIdentity ? ',"identity":true}\n' : ',"identity":false}\n');
    this.response.send(id);
  }

  /** Whether something is being saved, so that nothing can be taken now. */
  isBusy(): boolean {
    return this.waiting !== NONE || this.keeper.isBusy();
  }

  /** Takes what a request brought; an empty body removes what was there. */
  take(id: RequestId, route: Route, pem: Bytes): void {
    const isIdentity = route === "identity";
    const key: SettingsKey = isIdentity ? "broker_identity" : "broker_ca";
    if (pem.length > 0 && !containsBytes(pem, utf8("-----BEGIN CERTIFICATE-----"))) {
      this.response.refuse(
        id,
        422,
        "There is no certificate in this: PEM is wanted, with its line -----BEGIN CERTIFICATE-----.",
      );
    } else if (pem.length > 0 && isIdentity && !containsBytes(pem, utf8(" PRIVATE KEY-----"))) {
      this.response.refuse(id, 422, "The private key is missing: certificate and key go into one file, as PEM.");
    } else if (containsBytes(pem, utf8("ENCRYPTED"))) {
      this.response.refuse(
        id,
        422,
        "The private key has a password, which nobody can type at the device: send one without.",
      );
    } else if (this.isBusy() || !this.keeper.store(key, pem)) {
      this.response.refuse(id, 503, "Something else is being saved: try again.");
    } else {
      this.waiting = id;
    }
  }

  /** What became of a writing; of a certificate's, which the next connection to the broker is made with, the request is told. */
  onSettings(event: SettingsEvent): void {
    if (!this.keeper.onEvent(event)) {
      return;
    }
    const id = this.waiting;
    this.waiting = NONE;
    if (event === "written") {
      log.write("info", utf8("The certificates for the broker have changed: the device connects anew."));
      this.publishing.drop();
      this.response.json(204);
      this.response.send(id);
    } else {
      this.response.refuse(id, 500, "The certificate could not be saved.");
    }
  }
}
