import { authenticate } from "../http/authenticate.ts";
import type { PaceOptions } from "../http/pace.ts";
import { invalidArgument, routeError } from "../http/refused-request.ts";
import type { Simulation } from "../simulation.ts";
import { createConversation } from "./create-conversation.ts";
import type { RealtimeConnection } from "./realtime-socket.ts";

const secretProtocol = "xai-client-secret.";
const defaultModel = "grok-voice-latest";

/** What letting a client in depends on. */
export interface ConnectRealtimeOptions extends PaceOptions {
  readonly apiKey?: string | undefined;
  readonly simulation: Simulation;
}

/** Whether a request is for the realtime conversation, which is no operation of the ledger. */
export function isRealtime({ method, url }: Request): boolean {
  return method === "GET" && new URL(url).pathname === "/v1/realtime";
}

/**
 * Lets a client into a realtime conversation: by the key, or by a client secret in its subprotocol. The model is read from the
 * query alone. Throws xAI's 401 and 400 for credentials, 426 for a request that is no WebSocket's.
 */
export function connectRealtime(
  { headers, url }: Request,
  { apiKey, simulation, ...pace }: ConnectRealtimeOptions,
): RealtimeConnection {
  if (headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw routeError(426, "A realtime conversation is a WebSocket", { upgrade: "websocket" });
  }
  const protocols = (headers.get("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  const [first = ""] = protocols;
  const secret = protocols.find((name) => name.startsWith(secretProtocol));
  if (secret === undefined || headers.has("authorization")) authenticate(headers, apiKey);
  else if (simulation.state.clientSecrets.get(secret.slice(secretProtocol.length)) === undefined) {
    throw invalidArgument("The client secret is incorrect, or its time is up.");
  }
  const model = new URL(url).searchParams.get("model") ?? defaultModel;
  return {
    protocol: secret ?? (first === "" ? undefined : first),
    open: (socket) => createConversation(socket, { simulation, model, pace }),
  };
}
