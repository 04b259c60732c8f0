import { afterAll, beforeEach } from "vitest";
import { startRecordingUpstream, type RecordingUpstream } from "./recording-upstream.ts";
import { runWorker, type RunningWorker } from "./running-worker.ts";
import { sha256Of } from "./sha256-of.ts";

/** The one key that the Worker of {@link runBeforeUpstream} knows. */
export const clientKey = "client-key-Jp2nVb6Rc8";

/** The production Worker before an upstream that records, for all tests of one file; each test begins with an empty record. */
export async function runBeforeUpstream(): Promise<{ upstream: RecordingUpstream; worker: RunningWorker }> {
  const upstream = await startRecordingUpstream();
  const worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    MAX_RETRIES: "0",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
    CLIENT_KEYS: sha256Of(clientKey),
  });
  beforeEach(() => {
    upstream.requests.length = 0;
  });
  afterAll(async () => {
    await worker[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
  });
  return { upstream, worker };
}
