import type { Fetch } from "@xai-edge/core";

/** Who answers behind the proxy; `unknown` when it does not say. */
export type Upstream = "simulator" | "xai" | "unknown";

/** Asks the proxy who answers behind it. Never throws: whether the proxy works at all shows elsewhere. */
export async function fetchUpstream(proxyUrl: string, fetch: Fetch): Promise<Upstream> {
  try {
    const response = await fetch(`${proxyUrl}/healthz`, { signal: AbortSignal.timeout(10_000) });
    const health: unknown = await response.json();
    if (typeof health !== "object" || health === null || !("upstream" in health)) return "unknown";
    return health.upstream === "simulator" || health.upstream === "xai" ? health.upstream : "unknown";
  } catch {
    return "unknown";
  }
}
