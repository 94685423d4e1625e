/** Answers of many parts: each part goes out when its client has room for it. */

import { Writer, array, utf8, type FixedArray, type range, type u32 } from "ts2c";
import * as http from "#platform/http";
import { type HttpEvent, type RequestId } from "#platform/http";
import { HTTP_PART, HTTP_REQUESTS } from "../sockets.ts";
import { type List, type Lists } from "./lists.ts";
import { ANSWER_SIZE, END } from "./piece.ts";

/** No request: they are counted from 1 on. */
const NONE = 0;

/** An answer on its way. */
class Answer {
  request: RequestId = NONE;
  list: List = "readings";
  /** What of the list is written next; {@link END} when all is. */
  next: u32 = 0;
  /** Whether the client took no more: it says when it does. */
  waits: boolean = false;
}

/** What stands for no answer among them. */
const NOBODY = 4;

/**
 * The answers on their way. What goes out is written piece by piece into one memory, which belongs to one of them until its client
 * has taken the piece, so that no piece mixes what was with what is.
 */
export class Answers {
  private readonly lists: Lists;
  private readonly answers: FixedArray<Answer, 4> = array(HTTP_REQUESTS, () => new Answer());
  private readonly memory: Uint8Array = new Uint8Array(ANSWER_SIZE);
  private readonly piece: Writer = new Writer(this.memory);
  /** Whose the piece is, and how many of its bytes are sent. */
  private owner: range<0, 4> = NOBODY;
  private sent: u32 = 0;

  constructor(lists: Lists) {
    this.lists = lists;
  }

  /** Answers a request with a list. */
  begin(request: RequestId, list: List): void {
    for (const answer of this.answers) {
      if (answer.request === NONE) {
        answer.request = request;
        answer.list = list;
        answer.next = 0;
        answer.waits = false;
        http.answer(request, 200, utf8(this.lists.type(list)), utf8("Cache-Control: no-store\r\n"));
        this.go();
        return;
      }
    }
    http.end(request); // The driver has no more requests than there are answers.
  }

  /** Something happened to a request; to others than ours nothing is done here. */
  onHttp(request: RequestId, event: HttpEvent): void {
    for (let i = 0; i < HTTP_REQUESTS; i++) {
      if (this.answers[i].request === request) {
        if (event === "closed") {
          this.release(i);
        }
        this.answers[i].waits = false;
      }
    }
    this.go();
  }

  /** Sends all that the clients take. */
  private go(): void {
    for (let i = 0; i < HTTP_REQUESTS; i++) {
      this.push(i);
    }
    // One that ended makes way for those before it.
    for (let i = 0; i < HTTP_REQUESTS; i++) {
      this.push(i);
    }
  }

  /** Sends what this client takes, if the memory is its, or free. */
  private push(index: range<0, 3>): void {
    const answer = this.answers[index];
    while (answer.request !== NONE && !answer.waits && (this.owner === index || this.owner === NOBODY)) {
      if (this.owner === NOBODY) {
        this.owner = index;
        this.piece.clear();
        this.sent = 0;
      }
      if (this.sent < this.piece.length()) {
        answer.waits = !this.sendPart(answer.request);
      } else if (answer.next === END) {
        http.end(answer.request);
        this.release(index);
      } else {
        this.piece.clear();
        this.sent = 0;
        answer.next = this.lists.write(answer.list, answer.next, this.piece);
      }
    }
  }

  private sendPart(request: RequestId): boolean {
    const part = this.piece.view().subarray(this.sent, this.sent + HTTP_PART);
    if (!http.send(request, part)) {
      return false;
    }
    this.sent = Math.min(this.sent + part.length, 0xffffffff);
    return true;
  }

  private release(index: range<0, 3>): void {
    this.answers[index].request = NONE;
    if (this.owner === index) {
      this.owner = NOBODY;
    }
  }
}
