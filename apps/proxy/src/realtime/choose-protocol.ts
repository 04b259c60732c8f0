import { sessionSubprotocol } from "../auth/session-subprotocol.ts";

/**
 * The subprotocol to answer with: browsers hang up without one of those that they offered. It is the one that carries a session
 * token only where there is no other.
 */
export function chooseProtocol(request: Request): string | undefined {
  const carrier = sessionSubprotocol(request)?.name;
  const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  return offered.find((name) => name !== "" && name !== carrier) ?? carrier;
}
