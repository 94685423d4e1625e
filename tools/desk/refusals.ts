/** With what the desk's HTTP server refuses before the device hears of it, as the chip's does. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { HTTP_PATH, HTTP_REFUSALS } from "../../ts/sockets.ts";

/** How long a client that was refused may take to close the connection. */
const TO_LEAVE_MS = 2000;

/** The connections that end with a refusal: what comes behind it hears of nothing. */
const refused = new WeakSet<Duplex>();

/** Why the driver refuses a request whose head is there; null where it does not. */
export function statusOfRefusal(request: IncomingMessage): number | null {
  if (!["1.0", "1.1"].includes(request.httpVersion)) {
    return 505;
  }
  if (request.method !== "GET" && request.method !== "POST") {
    return 405;
  }
  if ((request.url ?? "").length > HTTP_PATH) {
    return 414;
  }
  return request.headers["transfer-encoding"] !== undefined ? 411 : null; // The chip's server knows no chunks.
}

export function refuse(response: ServerResponse, status: number): void {
  if (response.socket !== null) {
    refused.add(response.socket);
  }
  const problem = problemOf(status);
  const length = Buffer.byteLength(problem);
  response
    .writeHead(status, { Connection: "close", "Content-Type": "application/problem+json", "Content-Length": length })
    .end(problem);
}

/** Refuses what Node's server would: what is no request, or never becomes one. */
export function refuseWhatIsNone(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on("request", (request, response) => answers.set(request.socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    if (answer?.headersSent === true && !answer.writableFinished) {
      socket.destroy(); // A second answer within the first would be taken for a part of it.
    } else if (!refused.has(socket)) {
      refuseRaw(socket, statusOfError(error.code));
    }
  });
  server.on("connect", (_, socket) => refuseRaw(socket, 405));
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
}

function statusOfError(code: string | undefined): number {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return 431;
    case "HPE_INVALID_VERSION":
      return 505;
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return 408;
    default:
      return 400;
  }
}

function refuseRaw(socket: Duplex, status: number): void {
  if (!socket.writable) {
    return;
  }
  refused.add(socket);
  const problem = problemOf(status);
  const head = [
    `HTTP/1.1 ${String(status)} `,
    "Content-Type: application/problem+json",
    `Content-Length: ${String(Buffer.byteLength(problem))}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${problem}`);
  setTimeout(() => socket.destroy(), TO_LEAVE_MS).unref();
}

function problemOf(status: number): string {
  return HTTP_REFUSALS.find((each) => each.status === status)?.problem ?? "";
}
