import { isSessionToken } from "./session-token.ts";

const prefix = "xai-edge.session.";

/** A subprotocol that carries a session token. */
export interface SessionSubprotocol {
  /** As it was offered: the answer names it when nothing else was offered. */
  readonly name: string;
  readonly token: string;
}

/**
 * The session token among the subprotocols of a WebSocket request, for pages, which can set no headers there. For the realtime
 * route alone: anywhere else, nothing but the authorization header counts.
 */
export function sessionSubprotocol(request: Request): SessionSubprotocol | undefined {
  const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  const carriers = offered.filter((name) => name.startsWith(prefix));
  const [name] = carriers;
  if (name === undefined || carriers.length > 1) return undefined;
  const token = name.slice(prefix.length);
  return isSessionToken(token) ? { name, token } : undefined;
}
