import type { Ticks } from "../budget/ticks.ts";

/** Who or what ended a conversation. */
export type EndedBy = "client" | "upstream" | "limit" | "policy" | "budget";

/** The one line that a conversation leaves when it is over: nothing of what was said. */
export interface RealtimeRecord {
  readonly event: "realtime";
  readonly subject: string;
  /** One that the policy knows. */
  readonly model: string;
  readonly endedBy: EndedBy;
  /** What the client was closed with, or had closed with; 1005 for none, 1006 where the connection was lost. */
  readonly closeCode: number;
  readonly ms: number;
  readonly framesUp: number;
  readonly framesDown: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** What was charged. */
  readonly ticks: Ticks;
}
