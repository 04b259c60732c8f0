import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** A request that a server of this process got. */
export interface WatchedRequest {
  readonly path: string;
  /** Names and values as they came over the wire. */
  readonly rawHeaders: readonly string[];
  /** `Date.now()` at which the answer was over or the client gone; `undefined` while neither is so. */
  closedAt: number | undefined;
}

interface RequestStart {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

/** Keeps what the server at this address gets from now on, without standing in the way. */
export function watchServer(url: string): Disposable & { readonly requests: readonly WatchedRequest[] } {
  const port = Number(new URL(url).port);
  const requests: WatchedRequest[] = [];

  function notice(message: unknown): void {
    const { request, response, server } = message as RequestStart;
    const address = server.address();
    if (address === null || typeof address === "string" || address.port !== port) return;
    const watched: WatchedRequest = {
      path: request.url ?? "",
      rawHeaders: request.rawHeaders,
      closedAt: undefined,
    };
    requests.push(watched);
    response.once("close", () => (watched.closedAt = Date.now()));
  }

  diagnostics.subscribe("http.server.request.start", notice);
  return {
    requests,
    [Symbol.dispose]: () => void diagnostics.unsubscribe("http.server.request.start", notice),
  };
}
