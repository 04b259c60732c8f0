/** A part of the API that this project knows of and does not describe. */
export interface LeftOut {
  /** Method of HTTP, or `WSS` for a WebSocket; absent for all at and below the path. */
  method?: "GET" | "POST" | "PATCH" | "DELETE" | "WSS";
  /** Path below the host, or a whole address where the host is another one. */
  path: string;
  reason: string;
}

const webSocket = "A WebSocket; only what travels over HTTP is described so far.";

export const leftOut: readonly LeftOut[] = [
  { method: "WSS", path: "/v1/realtime", reason: webSocket },
  { method: "WSS", path: "/v1/responses", reason: webSocket },
  { method: "WSS", path: "/v1/stt", reason: webSocket },
  { method: "WSS", path: "/v1/tts", reason: webSocket },
  {
    method: "POST",
    path: "/v1/audio/speech",
    reason: "Listed by one third party alone; `POST /v1/tts` makes the same speech.",
  },
  {
    path: "https://management-api.x.ai/v1/collections",
    reason: "Another host with a key of its own, which may do too much to be near a browser.",
  },
];
