import { createHash } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { RealtimeConnection } from "../realtime/realtime-socket.ts";
import {
  closePayload,
  createFrameReader,
  type WebSocketMessage,
  WebSocketViolation,
  writeFrame,
} from "./web-socket-frames.ts";

// Of RFC 6455, section 1.3.
const acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/**
 * Speaks WebSocket on a connection that asked for it, without extensions: shakes hands, opens the conversation, and carries
 * messages until either side closes. The simulator needs so little of the protocol that it brings no package for it.
 */
export function serveWebSocket(
  socket: Duplex,
  headers: Headers,
  head: Buffer,
  { protocol, open }: RealtimeConnection,
): void {
  const key = headers.get("sec-websocket-key");
  if (key === null || headers.get("sec-websocket-version") !== "13") {
    refuseUpgrade(socket, 426, { "sec-websocket-version": "13" }, "Expected a WebSocket of version 13");
    return;
  }
  const accept = createHash("sha1").update(`${key}${acceptSuffix}`).digest("base64");
  socket.write(
    headOf(101, {
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-accept": accept,
      ...(protocol === undefined ? {} : { "sec-websocket-protocol": protocol }),
    }),
  );
  const conversation = open({
    send: (data) =>
      socket.write(
        typeof data === "string" ? writeFrame("text", Buffer.from(data)) : writeFrame("binary", data),
      ),
  });
  const read = createFrameReader();
  const close = (payload: Buffer): void => {
    conversation.end();
    socket.end(writeFrame("close", payload));
  };
  const take = (chunk: Buffer): void => {
    // What comes after the end is nobody's any more.
    if (socket.writableEnded) return;
    try {
      for (const message of read(chunk)) react(message);
    } catch (error) {
      if (!(error instanceof WebSocketViolation)) throw error;
      close(closePayload(error.code));
    }
  };
  const react = (message: WebSocketMessage): void => {
    if (message.kind === "text") conversation.receive(message.text);
    else if (message.kind === "binary") conversation.receive(message.bytes);
    else if (message.kind === "ping") socket.write(writeFrame("pong", message.bytes));
    else if (message.kind === "close") close(message.bytes);
  };
  socket.on("data", take);
  // A client that is gone without a word leaves half of the connection open.
  socket.once("end", () => socket.end());
  socket.once("close", () => conversation.end());
  if (head.length > 0) take(head);
}

/** Answers a request for another protocol over its bare connection, and ends that. */
export function refuseUpgrade(
  socket: Duplex,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  const length = String(Buffer.byteLength(body));
  socket.end(headOf(status, { ...headers, "content-length": length, connection: "close" }) + body);
}

function headOf(status: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n`;
}
