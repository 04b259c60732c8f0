import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { createMockXai, type MockXai, type MockXaiOptions } from "../create-mock-xai.ts";
import { refuseUpgrade, serveWebSocket } from "./serve-web-socket.ts";

/** How a simulator is served. */
export interface ServeMockXaiOptions extends MockXaiOptions {
  /** Port on 127.0.0.1. Default: 0, which takes a free one. */
  readonly port?: number | undefined;
}

/** A simulator that listens. */
export interface MockXaiServer {
  /** Its origin, such as `http://127.0.0.1:8788`, without a slash at the end; the API stands below `/v1`. */
  readonly url: string;
  readonly mock: MockXai;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

/** Serves a simulator on 127.0.0.1; rejects when the port is taken. A client that hangs up ends its answer. */
export async function serveMockXai(options: ServeMockXaiOptions = {}): Promise<MockXaiServer> {
  const { port = 0, ...rest } = options;
  const mock = createMockXai(rest);
  let url = "";
  // A request for any other protocol is answered as if it had not asked for that.
  const shouldUpgradeCallback = ({ headers }: IncomingMessage): boolean =>
    headers.upgrade?.toLowerCase() === "websocket";
  const server = createServer({ shouldUpgradeCallback }, (incoming, outgoing) => {
    answer(mock, url, incoming, outgoing).catch(() => outgoing.destroy());
  });
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (incoming, socket, head) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    socket.on("error", () => socket.destroy());
    upgrade(mock, url, incoming, socket, head).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected the server to have a port");
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    mock,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        // A connection that speaks another protocol is no longer the server's own.
        for (const socket of upgraded) socket.destroy();
      }),
  };
}

async function answer(
  mock: MockXai,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort(new Error("The client has closed the connection")));
  const method = incoming.method ?? "GET";
  const response = await mock.fetch(new URL(incoming.url ?? "/", origin), {
    method,
    headers: toHeaders(incoming),
    signal: gone.signal,
    // `duplex` is asked for with a stream and not known to the type: https://github.com/whatwg/fetch/pull/1457
    ...(method === "GET" || method === "HEAD" ? {} : { body: toStream(incoming), duplex: "half" }),
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  // Written one by one, so that a connection that is cut on purpose has carried everything before the cut.
  for await (const bytes of response.body ?? []) await write(outgoing, bytes);
  outgoing.end();
}

async function upgrade(
  mock: MockXai,
  origin: string,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const headers = toHeaders(incoming);
  const answered = await mock.connect(new Request(new URL(incoming.url ?? "/", origin), { headers }));
  if (!(answered instanceof Response)) return serveWebSocket(socket, headers, head, answered);
  refuseUpgrade(socket, answered.status, Object.fromEntries(answered.headers), await answered.text());
}

/** Cancelling it takes the rest and drops it: a connection that is cut would take the answer with it. */
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = incoming[Symbol.asyncIterator]();
  const drain = async (): Promise<void> => {
    while ((await pieces.next()).done !== true);
  };
  return new ReadableStream({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => {
      // Not waited for: the answer goes out meanwhile. A client that leaves then has ended it all.
      drain().catch(() => {});
    },
  });
}

function toHeaders({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
