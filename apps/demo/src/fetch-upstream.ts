import type { Fetch } from "@xai-edge/core";

const named = ["simulator", "xai", "other"] as const;

/** Who answers behind the proxy: `other` is neither xAI nor the simulator; `unknown` when it does not say. */
export type Upstream = (typeof named)[number] | "unknown";

/** Asks the proxy who answers behind it. Never throws: whether the proxy works at all shows elsewhere. */
export async function fetchUpstream(proxyUrl: string, fetch: Fetch): Promise<Upstream> {
  try {
    const response = await fetch(`${proxyUrl}/healthz`, { signal: AbortSignal.timeout(10_000) });
    const health: unknown = await response.json();
    if (typeof health !== "object" || health === null || !("upstream" in health)) return "unknown";
    return named.find((name) => name === health.upstream) ?? "unknown";
  } catch {
    return "unknown";
  }
}
