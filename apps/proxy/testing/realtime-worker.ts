import { authenticate } from "../src/auth/authenticate.ts";
import { bearerToken } from "../src/auth/bearer-token.ts";
import { sessionSubprotocol } from "../src/auth/session-subprotocol.ts";
import { readConfig } from "../src/config/config.ts";
import { settingsOf } from "../src/config/settings.ts";
import type { ProxyWorker } from "../src/create-proxy.ts";
import { readAllowedOrigin } from "../src/http/cors.ts";
import { toErrorResponse, toProxyError } from "../src/http/error-envelope.ts";
import type { RequestFacts } from "../src/observe/request-log.ts";
import { createClientSecret } from "../src/realtime/create-client-secret.ts";
import { readRealtimeConfig } from "../src/realtime/realtime-config.ts";
import type { RealtimeContext } from "../src/realtime/realtime-context.ts";
import { relayRealtime } from "../src/realtime/relay-realtime.ts";

export { DeploymentObject } from "../src/budget/deployment-object.ts";
export { SubjectObject } from "../src/budget/subject-object.ts";

/** The realtime routes of the proxy, and nothing else of it. */
const worker: ProxyWorker = {
  async fetch(request, env, execution) {
    try {
      const config = readConfig(env);
      const realtime = readRealtimeConfig(
        settingsOf(env),
        (name) => config.budget.models.find(name) !== undefined,
      );
      readAllowedOrigin(request, config.auth);
      const facts: RequestFacts = { route: "none" };
      const context: RealtimeContext = {
        config,
        realtime,
        env,
        facts,
        upstreamFetch: (url, init) => fetch(url, init),
        waitUntil: (promise) => execution?.waitUntil(promise),
        onOverrun: (ticks) => console.log(JSON.stringify({ event: "overrun", ticks })),
        logAfter: (ended) => execution?.waitUntil(ended.then(() => console.log(JSON.stringify(facts)))),
      };
      const url = new URL(request.url);
      const isRelay = url.pathname === "/v1/realtime";
      const token = bearerToken(request) ?? (isRelay ? sessionSubprotocol(request)?.token : undefined);
      const caller = await authenticate(request, url, config.auth, token);
      return await (isRelay ? relayRealtime : createClientSecret)(request, url, caller, context);
    } catch (error) {
      return toErrorResponse(toProxyError(error));
    }
  },
};

export default worker;
