import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import { afterAll } from "vitest";
import { runWorker } from "./running-worker.ts";
import { sha256Of } from "./sha256-of.ts";

/** The client key of {@link runForClients} whose budget is large. */
export const clientKey = "client-key-Jp2nVb6Rc8";
/** One whose budget holds nothing. */
export const poorKey = "client-key-poor-Hq4xLs7Ty2";
/** One that may call once in a minute. */
export const slowKey = "client-key-slow-Wd8cRf3Ga5";

/** The production Worker before a simulator, for other people's clients: with what they need of a URL and a key. */
export async function runForClients(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly simulator: MockXaiServer; readonly baseURL: string }> {
  const simulator = await serveMockXai({ apiKey: "xai-canary", tokensPerSecond: 1000, pendingLooks: 0 });
  const worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: simulator.url,
    MAX_RETRIES: "0",
    LIMITS: JSON.stringify({ usdPerDay: 10_000 }),
    DEPLOYMENT_BUDGET: "unlimited",
    CLIENT_KEYS: JSON.stringify([
      sha256Of(clientKey),
      { sha256: sha256Of(poorKey), limits: { usdPerDay: 0 } },
      { sha256: sha256Of(slowKey), limits: { requestsPerMinute: 1 } },
    ]),
    ...settings,
  });
  afterAll(async () => {
    await worker[Symbol.asyncDispose]();
    await simulator.close();
  });
  return { simulator, baseURL: `${worker.url}/v1` };
}
