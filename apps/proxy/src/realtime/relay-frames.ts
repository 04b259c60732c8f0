import { ProxyError } from "../http/proxy-error.ts";
import { type ClientCheck, errorEventFor } from "./check-client-event.ts";
import type { ConversationMeter } from "./conversation-meter.ts";
import type { RealtimeConfig } from "./realtime-config.ts";

/** Two accepted sockets, and what passes between them. */
export interface RelayOptions {
  readonly client: WebSocket;
  readonly upstream: WebSocket;
  readonly limits: RealtimeConfig;
  readonly idleTimeoutMs: number;
  readonly apiKey: string;
  readonly meter: ConversationMeter;
  /** What xAI may bill; a conversation that reaches it is ended. */
  readonly mostTicks: number;
  readonly check: ClientCheck;
  /** Whether the client's session token was revoked; absent where it has none. */
  readonly isRevoked?: (() => Promise<boolean>) | undefined;
}

/** Who or what ended a conversation. */
export type EndedBy = "client" | "upstream" | "limit" | "policy" | "budget" | "revoked";

/** How a conversation ended, and what passed until then. */
export interface RelayEnd {
  readonly endedBy: EndedBy;
  /** What the client was closed with, or had closed with; 1005 for none, 1006 where the connection was lost. */
  readonly closeCode: number;
  readonly framesUp: number;
  readonly framesDown: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

type Data = string | ArrayBuffer;
interface Closing {
  readonly code: number;
  readonly reason: string;
}

const goingAway: Closing = { code: 1001, reason: "" };
const encoder = new TextEncoder();
const latin1 = new TextDecoder("latin1");

/**
 * Passes frames on both ways, as they are, until either side closes or a limit is reached; resolves then, with both closed. What a
 * client writes is checked; the key is kept out of what the upstream says.
 */
export function relayFrames(options: RelayOptions): Promise<RelayEnd> {
  const { client, upstream, limits, apiKey, meter } = options;
  return new Promise((resolve) => {
    const counts = { framesUp: 0, framesDown: 0, bytesUp: 0, bytesDown: 0 };
    const startedAt = Date.now();
    let isOver = false;
    let lastFrameAt = startedAt;
    let second = startedAt;
    let framesInSecond = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let revocationTimer: ReturnType<typeof setTimeout> | undefined;

    const end = (
      endedBy: EndedBy,
      toClient: Closing,
      toUpstream: Closing,
      closeCode = toClient.code,
    ): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      clearTimeout(revocationTimer);
      close(client, toClient);
      close(upstream, toUpstream);
      resolve({ endedBy, closeCode, ...counts });
    };
    const refuse = (endedBy: EndedBy, code: number, reason: string): void =>
      end(endedBy, { code, reason }, goingAway);

    /** Rings when the conversation has lasted, or was silent, for long enough. */
    const watch = (): void => {
      const lasts = startedAt + limits.maxSeconds * 1000 - Date.now();
      const waits = lastFrameAt + options.idleTimeoutMs - Date.now();
      if (lasts <= 0) refuse("limit", 1008, `A conversation may last ${limits.maxSeconds} seconds.`);
      else if (waits <= 0) refuse("limit", 1008, "Nothing was said for too long.");
      else timer = setTimeout(watch, Math.min(lasts, waits));
    };

    const watchRevocation = (isRevoked: () => Promise<boolean>): void => {
      revocationTimer = setTimeout(async () => {
        if (await isRevoked()) {
          refuse("revoked", 1008, "The session token was revoked, or cannot be checked.");
        } else if (!isOver) watchRevocation(isRevoked);
      }, limits.revocationSeconds * 1000);
    };

    /** Whether a frame is within the limits; ends the conversation when it is not. */
    const isWithin = (data: Data, from: "Up" | "Down"): boolean => {
      if (isOver) return false;
      const size = sizeOf(data);
      lastFrameAt = Date.now();
      counts[`frames${from}`] += 1;
      counts[`bytes${from}`] += size;
      if (size > limits.maxFrameBytes) {
        const reason = `Expected frames of at most ${limits.maxFrameBytes} bytes.`;
        if (from === "Up") refuse("limit", 1009, reason);
        else end("limit", { code: 1011, reason: "The upstream sent too much." }, { code: 1009, reason });
      } else if (counts.bytesUp + counts.bytesDown > limits.maxBytes) {
        refuse("limit", 1008, `A conversation may have ${limits.maxBytes} bytes.`);
      } else if (from === "Up" && isTooFast()) {
        refuse("limit", 1008, `Expected at most ${limits.maxFramesPerSecond} frames in a second.`);
      }
      return !isOver;
    };
    const isTooFast = (): boolean => {
      if (lastFrameAt - second >= 1000) {
        second = lastFrameAt;
        framesInSecond = 0;
      }
      framesInSecond += 1;
      return framesInSecond > limits.maxFramesPerSecond;
    };

    client.addEventListener("message", ({ data }: MessageEvent<Data>) => {
      if (!isWithin(data, "Up")) return;
      try {
        const passed = options.check(data);
        meter.noteClient();
        upstream.send(passed);
      } catch (error) {
        if (!(error instanceof ProxyError)) return lost();
        const told = errorEventFor(error, data);
        if (told !== undefined) {
          if (isWithin(told, "Down")) tell(told);
          return;
        }
        refuse("policy", error.code === "invalid_json" ? 1007 : 1008, error.message);
      }
    });
    const tell = (data: Data): void => {
      try {
        client.send(data);
      } catch {
        gone();
      }
    };
    upstream.addEventListener("message", ({ data }: MessageEvent<Data>) => {
      if (!isWithin(data, "Down")) return;
      if (typeof data === "string") meter.noteUpstream(data);
      tell(withoutKey(data, apiKey));
      if (meter.billed() >= options.mostTicks) {
        refuse("budget", 1008, "The budget does not hold more of this conversation.");
      }
    });

    const gone = (): void => end("client", goingAway, goingAway, 1006);
    const lost = (): void =>
      end("upstream", { code: 1011, reason: "The connection to the upstream was lost." }, goingAway);
    client.addEventListener("close", ({ code, reason }) => {
      if (!isRelayed(code)) return gone();
      end("client", { code, reason }, { code, reason });
    });
    upstream.addEventListener("close", ({ code, reason }) => {
      if (!isRelayed(code)) return lost();
      end("upstream", { code, reason: reason.includes(apiKey) ? "" : reason }, { code, reason: "" });
    });
    client.addEventListener("error", gone);
    upstream.addEventListener("error", lost);
    watch();
    if (options.isRevoked) watchRevocation(options.isRevoked);
  });
}

/** Whether a code stood in a frame, or says that there was none in it; others say that the connection was lost. */
function isRelayed(code: number): boolean {
  return code !== 1006 && code !== 1015;
}

function close(socket: WebSocket, { code, reason }: Closing): void {
  try {
    if (code === 1005) socket.close();
    else socket.close(code, shorten(reason));
  } catch {
    // Its connection is gone already.
  }
}

/** A reason is 123 bytes at most. Those of the other side are: this proxy's own are ASCII. */
function shorten(reason: string): string {
  return encoder.encode(reason).length > 123 ? reason.slice(0, 123) : reason;
}

function sizeOf(data: Data): number {
  if (typeof data !== "string") return data.byteLength;
  return encoder.encode(data).length;
}

/** What the upstream sent, with the key blacked out of text, and nothing of bytes that hold it. */
function withoutKey(data: Data, apiKey: string): Data {
  if (typeof data !== "string") {
    return latin1.decode(data).includes(apiKey) ? new ArrayBuffer(0) : data;
  }
  if (data.includes(apiKey)) return data.replaceAll(apiKey, "[redacted]");
  // Escapes could spell it in ways that a search misses.
  if (!data.includes("\\")) return data;
  const plain = rewrite(data);
  return plain.includes(apiKey) ? plain.replaceAll(apiKey, "[redacted]") : data;
}

function rewrite(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
