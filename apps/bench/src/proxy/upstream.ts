import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { endOf, writeOf, type StreamPlan, ticksOfCall } from "./plan.ts";

// The API's stand-in, a process of its own: plain answers of 1 KB, and streams as planned in the prompt.

/** What the upstream tells when it is asked. */
export interface UpstreamReport {
  /** Calls that it would bill: those answered to the end. */
  readonly billedCalls: number;
  /** When connections of streams closed before their end, in milliseconds since 1970, by the plan's id. */
  readonly cutAt: Readonly<Record<string, number>>;
}

const plain = JSON.stringify({
  id: "chatcmpl-1",
  object: "chat.completion",
  created: 1_780_000_000,
  model: "grok-4-fast-non-reasoning",
  choices: [
    { index: 0, finish_reason: "stop", message: { role: "assistant", content: "word ".repeat(140) } },
  ],
  usage: { prompt_tokens: 180, completion_tokens: 140, total_tokens: 320, cost_in_usd_ticks: ticksOfCall },
});

let billedCalls = 0;
const cutAt: Record<string, number> = {};

const server = createServer(async (request, response) => {
  const body = await text(request);
  if (!body.includes('"stream":true')) {
    billedCalls++;
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": plain.length,
      "x-request-id": "0f8fad5b-d9cb-469f-a165-70867728950e",
    });
    response.end(plain);
    return;
  }
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  await stream(response, JSON.parse(messages.at(-1)?.content ?? "") as StreamPlan);
});
server.keepAliveTimeout = 600_000;
server.requestTimeout = 0;

async function stream(response: ServerResponse, plan: StreamPlan): Promise<void> {
  let isCut = false;
  response.once("close", () => {
    if (response.writableFinished) return;
    isCut = true;
    cutAt[plan.id] = performance.timeOrigin + performance.now();
    response.emit("drain");
  });
  response.writeHead(200, { "content-type": "text/event-stream" });
  const { everyMs, writes } = plan;
  const begun = performance.now();
  for (let index = 0; index < writes && !isCut; index++) {
    const isTaken = response.write(writeOf(plan, index));
    if (everyMs > 0) await sleep(Math.max(0, begun + (index + 1) * everyMs - performance.now()));
    else if (!isTaken) await new Promise((resolve) => response.once("drain", resolve));
  }
  if (isCut) return;
  response.end(endOf(plan), () => billedCalls++);
}

server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on("message", () => {
  process.send?.({ billedCalls, cutAt } satisfies UpstreamReport);
});
process.on("disconnect", () => process.exit());
