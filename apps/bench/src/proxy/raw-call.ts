import { connect, type Socket } from "node:net";

/** One request on a connection that is kept, its bytes made beforehand. */
export interface Connection {
  /** Sends the request and resolves with its answer; rejects when the connection ends before. */
  readonly call: (request: string) => Promise<RawAnswer>;
  readonly socket: Socket;
}

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  /** Chunks of a chunked body as they were framed. */
  readonly chunks: number;
  /** `performance.now()` when the first byte of the body was there. */
  readonly firstByteAt: number;
}

const latin1 = "latin1";

/** Opens a connection. It understands as much of HTTP as workerd writes, so that the client takes little of the machine. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  let take: ((data: Buffer) => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  socket.on("data", (data: Buffer) => take?.(data));
  socket.on("error", () => {});
  socket.on("close", () => fail?.(new Error("The connection ended before the answer did")));

  return {
    socket,
    call: (request) =>
      new Promise((resolve, reject) => {
        fail = reject;
        const read = createReader((answer) => {
          take = undefined;
          fail = undefined;
          resolve(answer);
        });
        take = read;
        socket.write(request, latin1);
      }),
  };
}

function createReader(done: (answer: RawAnswer) => void): (data: Buffer) => void {
  let text = "";
  let status = 0;
  /** Bytes of the body that are missing; of the present chunk, where it comes in chunks. */
  let left = -1;
  let isChunked = false;
  let chunks = 0;
  let firstByteAt = 0;
  const parts: string[] = [];

  function readHead(): boolean {
    const end = text.indexOf("\r\n\r\n");
    if (end === -1) return false;
    const head = text.slice(0, end).toLowerCase();
    status = Number(head.slice(9, 12));
    isChunked = head.includes("\r\ntransfer-encoding: chunked");
    if (!isChunked) left = Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1]);
    text = text.slice(end + 4);
    return true;
  }

  /** Takes what has come of the present chunk; false when more has to come. */
  function readChunk(): boolean {
    if (left === -1) {
      const end = text.indexOf("\r\n");
      if (end === -1) return false;
      left = Number.parseInt(text.slice(0, end), 16) + 2;
      text = text.slice(end + 2);
      if (left > 2) chunks++;
    }
    if (text.length < left) return false;
    parts.push(text.slice(0, left - 2));
    text = text.slice(left);
    return true;
  }

  return (data) => {
    text += data.toString(latin1);
    if (status === 0 && !readHead()) return;
    if (firstByteAt === 0 && text.length > 0) firstByteAt = performance.now();
    if (!isChunked) {
      if (text.length >= left) done({ status, body: text, chunks, firstByteAt });
      return;
    }
    while (readChunk()) {
      if (left === 2) {
        done({ status, body: parts.join(""), chunks, firstByteAt });
        return;
      }
      left = -1;
    }
  };
}

/** The bytes of a call of the chat operation. */
export function rawRequest(clientKey: string, body: string): string {
  return [
    "POST /v1/chat/completions HTTP/1.1",
    "host: proxy.example",
    `authorization: Bearer ${clientKey}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}
