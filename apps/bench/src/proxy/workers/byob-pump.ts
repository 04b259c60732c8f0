import type { Env } from "./env.ts";

/** workerd's own, whose both ends it moves bytes between without JavaScript. */
declare const IdentityTransformStream: new () => TransformStream<Uint8Array, Uint8Array>;

/** Reads the answer into one buffer and writes it on: as little as a proxy can do that wants to see a stream. */
export default {
  async fetch(request: Request, env: Env, execution: { waitUntil(promise: Promise<unknown>): void }) {
    const body: unknown = await request.json();
    const answer = await fetch(`${env.UPSTREAM}${new URL(request.url).pathname}`, {
      method: request.method,
      headers: { authorization: `Bearer ${env.XAI_API_KEY}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.body === null) return answer;
    const { readable, writable } = new IdentityTransformStream();
    execution.waitUntil(pump(answer.body, writable));
    return new Response(readable, answer);
  },
};

async function pump(body: ReadableStream<Uint8Array>, writable: WritableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader({ mode: "byob" });
  const writer = writable.getWriter();
  let buffer = new ArrayBuffer(64 * 1024);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) break;
    await writer.write(value);
    buffer = value.buffer;
  }
  await writer.close();
}
