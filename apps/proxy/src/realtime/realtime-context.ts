import type { CallContext } from "../calls/serve-call.ts";
import type { RealtimeConfig } from "./realtime-config.ts";

/** What realtime calls are served with. */
export interface RealtimeContext extends CallContext {
  readonly realtime: RealtimeConfig;
}
