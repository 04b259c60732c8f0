import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createMockXai, type MockXai, type MockXaiOptions } from "../create-mock-xai.ts";

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
  const server = createServer((incoming, outgoing) => {
    answer(mock, url, incoming, outgoing).catch(() => outgoing.destroy());
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
  const body = await readBody(incoming);
  const response = await mock.fetch(new URL(incoming.url ?? "/", origin), {
    method,
    headers: toHeaders(incoming),
    signal: gone.signal,
    ...(method === "GET" || method === "HEAD" ? {} : { body }),
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  // Written one by one, so that a connection that is cut on purpose has carried everything before the cut.
  for await (const bytes of response.body ?? []) await write(outgoing, bytes);
  outgoing.end();
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of incoming) pieces.push(piece);
  return Buffer.concat(pieces);
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
