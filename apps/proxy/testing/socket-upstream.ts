import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/** What became of one connection. */
export interface UpstreamConnection {
  readonly socket: WebSocket;
  /** Texts as texts, bytes as bytes, in their order. */
  readonly received: (string | Buffer)[];
  /** Resolves with the code and reason of the end; 1006 where there was no frame for it. */
  readonly closed: Promise<readonly [code: number, reason: string]>;
  /** The connection below, to be cut. */
  readonly duplex: Duplex;
}

/** A WebSocket server on loopback that keeps what it gets, and misbehaves as a test says. */
export interface SocketUpstream extends AsyncDisposable {
  readonly url: string;
  readonly requests: IncomingMessage[];
  readonly connections: UpstreamConnection[];
  /** Takes the next connections over; `undefined` opens them as usual. */
  refuse: ((duplex: Duplex, request: IncomingMessage) => void) | undefined;
  /** Called with each connection that is open. */
  onOpen: (connection: UpstreamConnection) => void;
  /** The subprotocol to answer with, whatever was offered. */
  protocol: string | undefined;
  /** The next connection. */
  next(): Promise<UpstreamConnection>;
}

/** Starts one that opens all connections and says nothing. */
export async function startSocketUpstream(): Promise<SocketUpstream> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 0 });
  const duplexes: Duplex[] = [];
  const waiting: ((connection: UpstreamConnection) => void)[] = [];
  const server = createServer((request, response) => {
    upstream.requests.push(request);
    if (upstream.refuse) upstream.refuse(request.socket, request);
    else response.writeHead(404).end();
  });
  sockets.on("headers", (headers) => {
    if (upstream.protocol !== undefined) headers.push(`Sec-WebSocket-Protocol: ${upstream.protocol}`);
  });
  server.on("upgrade", (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    upstream.requests.push(request);
    duplexes.push(duplex);
    duplex.on("error", () => {});
    if (upstream.refuse) return upstream.refuse(duplex, request);
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      const received: (string | Buffer)[] = [];
      socket.on("message", (data: Buffer, isBinary) =>
        received.push(isBinary ? data : data.toString("utf8")),
      );
      socket.on("error", () => {});
      const closed = new Promise<readonly [number, string]>((resolve) => {
        socket.once("close", (code, reason) => resolve([code, reason.toString("utf8")]));
      });
      const connection = { socket, received, closed, duplex };
      upstream.connections.push(connection);
      waiting.shift()?.(connection);
      upstream.onOpen(connection);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("Expected the upstream to have a port");

  const upstream: SocketUpstream = {
    url: `http://127.0.0.1:${address.port}`,
    requests: [],
    connections: [],
    refuse: undefined,
    onOpen: () => {},
    protocol: undefined,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    async [Symbol.asyncDispose]() {
      for (const duplex of duplexes) duplex.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return upstream;
}
