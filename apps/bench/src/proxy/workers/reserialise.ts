import type { Env } from "./env.ts";

/** Parses the body and sends what it read: as little as a proxy can do that wants to know what it passes on. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const body: unknown = await request.json();
    return fetch(`${env.UPSTREAM}${new URL(request.url).pathname}`, {
      method: request.method,
      headers: { authorization: `Bearer ${env.XAI_API_KEY}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  },
};
