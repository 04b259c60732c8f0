import type { CallContext } from "../calls/serve-call.ts";
import type { RealtimeConfig } from "./realtime-config.ts";
import type { RealtimeRecord } from "./realtime-record.ts";

/** What realtime calls are served with. */
export interface RealtimeContext extends CallContext {
  readonly realtime: RealtimeConfig;
  /** Called when a conversation is over, which is long after its request was logged. */
  readonly onConversationEnd: (record: RealtimeRecord) => void;
}
