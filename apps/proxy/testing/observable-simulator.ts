import { createMockXai } from "@xai-edge/mock";
import { createProxy, type ProxyWorker } from "../src/create-proxy.ts";

const mock = createMockXai({ tokensPerSecond: 20 });
const proxy = createProxy({
  upstream: "simulator",
  upstreamFetch: mock.fetch,
  defaults: {
    XAI_API_KEY: "xai-no-key-5d1c9b72",
    DEV_MODE: "loopback-without-auth",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
  },
  log: () => {},
});

/** The proxy in front of a slow simulator, which tells at `/observed` what it was asked. */
const worker: ProxyWorker = {
  fetch: async (request, env) => {
    if (new URL(request.url).pathname === "/observed") return Response.json(mock.requests);
    return proxy.fetch(request, env);
  },
};

export default worker;
