import { createMockXai } from "@xai-edge/mock";
import { base64url } from "jose";
import { settingsOf } from "./config/settings.ts";
import { createProxy, type ProxyWorker } from "./create-proxy.ts";
import type { Env } from "./env.ts";
import { StreamObject as DeployedStreamObject, type StreamUpstream } from "./resume/stream-object.ts";

export { DeploymentObject } from "./budget/deployment-object.ts";
export { SubjectObject } from "./budget/subject-object.ts";

// For this machine alone: this entry is never deployed, and the simulator is not in the bundle of the one that is.
const defaults: Env = {
  DEV_MODE: "loopback-without-auth",
  // One's own money, and the simulator's is none; set LIMITS to see a budget at work. These bound nothing that a person does: account
  // is kept of a subject that has limits, and the administrator's page shows it.
  LIMITS: '{ "requestsPerMinute": 100000, "concurrentCalls": 1000 }',
  DEPLOYMENT_BUDGET: "unlimited",
  ALLOWED_ORIGINS: "http://localhost:5173,http://127.0.0.1:5173",
};
// A word of its own: an answer in which the key stands is cut off, and the simulator speaks of simulators.
const simulatorKey = "xai-no-key-5d1c9b72";

const simulator: Required<StreamUpstream> = {
  defaults: { ...defaults, XAI_API_KEY: simulatorKey },
  // About as fast as Grok writes.
  upstreamFetch: createMockXai({ apiKey: simulatorKey, tokensPerSecond: 60 }).fetch,
};
const hasKey = (env: Env): boolean => settingsOf(env).text("XAI_API_KEY") !== undefined;

/** Asks whom the Worker asks. */
export class StreamObject extends DeployedStreamObject {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env, hasKey(env) ? {} : simulator);
  }
}

/** The proxies of one start: a Worker may not make a key before its first request. */
function createProxies(): { real: ProxyWorker; simulated: ProxyWorker } {
  const secret = base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
  const sessions = { SESSION_KEYS: `dev:${secret}` };
  return {
    real: createProxy({ defaults: { ...defaults, ...sessions } }),
    simulated: createProxy({
      ...simulator,
      defaults: { ...simulator.defaults, ...sessions },
      upstream: "simulator",
    }),
  };
}

let proxies: ReturnType<typeof createProxies> | undefined;

/** The proxy for local development: with `XAI_API_KEY` it asks xAI, without one the built-in simulator. */
const devProxy: ProxyWorker = {
  fetch(request, env, execution) {
    const { real, simulated } = (proxies ??= createProxies());
    return (hasKey(env) ? real : simulated).fetch(request, env, execution);
  },
};

export default devProxy;
