import { notSimulated } from "../http/not-simulated.ts";
import type { RealtimeConnection } from "./realtime-socket.ts";

interface ServerSocket extends WebSocket {
  accept(): void;
}

type SocketPair = new () => { readonly 0: WebSocket; readonly 1: ServerSocket };

/**
 * Answers with a WebSocket where a response can carry one, as in Workers; throws the simulator's 501 elsewhere, where a server
 * has to be served to be spoken to.
 */
export function openInRuntime(connection: RealtimeConnection): Response {
  const Pair: unknown = Reflect.get(globalThis, "WebSocketPair");
  if (!isSocketPair(Pair)) throw notSimulated("WebSockets through `fetch` outside of Workers");
  const { 0: client, 1: server } = new Pair();
  server.binaryType = "arraybuffer";
  server.accept();
  const conversation = connection.open({ send: (data) => server.send(data) });
  server.addEventListener("message", ({ data }: MessageEvent<string | ArrayBuffer>) => {
    conversation.receive(typeof data === "string" ? data : new Uint8Array(data));
  });
  server.addEventListener("close", () => conversation.end());
  server.addEventListener("error", () => conversation.end());
  const init: ResponseInit & { webSocket: WebSocket } = {
    status: 101,
    webSocket: client,
    ...(connection.protocol === undefined
      ? {}
      : { headers: { "sec-websocket-protocol": connection.protocol } }),
  };
  return new Response(null, init);
}

function isSocketPair(value: unknown): value is SocketPair {
  return typeof value === "function";
}
