import { once } from "node:events";
import { createServer, request, type RequestListener, type Server } from "node:http";
import { createXai } from "@xai-edge/core";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chatChunk } from "../fixtures/chat-chunks.ts";
import { toResponse } from "./to-response.ts";

// What an edge function does for a page; in workerd it is bundled from the text below.
const HEARTBEAT_MS = 20;
const worker = `
  import { createXai } from "@xai-edge/core";
  import { toResponse } from "@xai-edge/stream";
  export default {
    async fetch(request, { UPSTREAM }) {
      const xai = createXai({ baseURL: UPSTREAM });
      const ask = { model: "grok-4", messages: [{ role: "user", content: "hi" }], stream: true };
      return toResponse(await xai.chat.completions.create(ask), { heartbeatMs: ${HEARTBEAT_MS} });
    },
  };
`;

const servers: Server[] = [];
/** When the upstream saw that its answer, which it never ends, was given up. */
let upstreamClosed: Promise<number>;
const edges: Record<string, string> = {};
let miniflare: Miniflare;

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Expected a port");
  return `http://127.0.0.1:${address.port}`;
}

beforeAll(async () => {
  const upstream = await listen((_request, response) => {
    upstreamClosed = once(response, "close").then(() => performance.now());
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`data: ${JSON.stringify(chatChunk({ content: "Hel" }))}\n\n`);
  });
  const xai = createXai({ baseURL: upstream });
  edges["Node"] = await listen(async (_request, response) => {
    const stream = await xai.chat.completions.create({
      model: "grok-4",
      messages: [{ role: "user", content: "hi" }],
      stream: true,
    });
    const { body, headers } = toResponse(stream, { heartbeatMs: HEARTBEAT_MS });
    response.writeHead(200, Object.fromEntries(headers));
    const reader = body?.getReader();
    response.once("close", () => void reader?.cancel());
    for (let chunk; (chunk = await reader?.read()) && !chunk.done;) response.write(chunk.value);
    response.end();
  });
  const { outputFiles } = await build({
    stdin: { contents: worker, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    write: false,
  });
  miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: "edge",
      modules: [{ type: "ESModule", path: "worker.js", contents: outputFiles[0]?.text ?? "" }],
      compatibilityDate: "2026-11-01",
      bindings: { UPSTREAM: upstream },
      unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
      cf: false,
      handleStructuredLogs: () => {},
    }),
  );
  edges["workerd"] = (await miniflare.unsafeGetDirectURL()).origin;
}, 60_000);

afterAll(async () => {
  await miniflare.dispose();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe.each(["Node", "workerd"])("a page that goes away from a server in %s", (runtime) => {
  it.for(["resets its connection", "closes its connection"])(
    "and %s ends the upstream's answer, though that is silent",
    async (how, { annotate }) => {
      const sent = request(edges[runtime] ?? "");
      sent.on("error", () => {});
      sent.end();
      const [answer] = await once(sent, "response");
      answer.on("error", () => {});
      const [first] = await once(answer, "data");
      expect(String(first)).toContain("Hel");
      const leftAt = performance.now();
      if (how === "resets its connection") sent.socket?.resetAndDestroy();
      else sent.destroy();
      const ms = (await upstreamClosed) - leftAt;
      // 50 is what is meant; a busy machine is slow, not wrong.
      expect(ms).toBeLessThan(1000);
      await annotate(`upstream closed ${ms.toFixed(1)} ms after the page left`);
    },
  );
});
