import type { Env } from "./env.ts";

/** Passes a call on and does nothing else: both bodies are moved by workerd alone. */
export default {
  fetch(request: Request, env: Env): Promise<Response> {
    return fetch(`${env.UPSTREAM}${new URL(request.url).pathname}`, {
      method: request.method,
      headers: { authorization: `Bearer ${env.XAI_API_KEY}`, "content-type": "application/json" },
      body: request.body,
    });
  },
};
