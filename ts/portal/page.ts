/** The page: whether a browser gets it, or is told that the one it has is still right. Its bytes are the driver's. */

import { Writer, utf8, type Bytes, type range, type u32 } from "ts2c";
import * as http from "#platform/http";
import { type RequestId } from "#platform/http";
import { containsBytes } from "../bytes.ts";
import { fieldOf } from "./fields.ts";

/** Room for the lines of the answer's head. */
const HEAD_SIZE = 160;
/** The digits of a CRC-32 and their quotes. */
const TAG_SIZE = 10;
const QUOTE = 34;

export class Page {
  private readonly headBytes: Uint8Array = new Uint8Array(HEAD_SIZE);
  private readonly head: Writer = new Writer(this.headBytes);
  private readonly digits: Uint8Array = new Uint8Array(1);
  private readonly tagBytes: Uint8Array = new Uint8Array(TAG_SIZE);
  private readonly tag: Writer = new Writer(this.tagBytes);

  /** Answers a request for the page; false where this build has none. */
  send(id: RequestId, fields: Bytes): boolean {
    const check = http.pageCheck();
    if (check === 0) {
      return false;
    }
    this.writeTag(check);
    const known = containsBytes(fieldOf(fields, utf8("if-none-match")), this.tag.view());
    this.writeHead();
    http.answer(id, known ? 304 : 200, utf8("text/html; charset=utf-8"), this.head.view());
    if (!known) {
      http.sendPage(id);
    }
    http.end(id);
    return true;
  }

  /** The page's entity tag: other content has another one. */
  private writeTag(check: u32): void {
    this.tag.clear();
    this.tag.byte(QUOTE);
    for (let shift: range<-8, 24> = 24; shift >= 0; shift -= 8) {
      this.digits[0] = (check >>> shift) & 0xff;
      this.tag.hex(this.digits);
    }
    this.tag.byte(QUOTE);
  }

  /** A browser asks each time whether the page is still the same, and shows it in no other site's frame. */
  private writeHead(): void {
    this.head.clear();
    this.head.text("Content-Encoding: gzip\r\nCache-Control: no-cache\r\nX-Frame-Options: DENY\r\nETag: ");
    this.head.bytes(this.tag.view());
    this.head.text("\r\n");
  }
}
