import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RecordingUpstream, startRecordingUpstream } from "../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// Whose something is that an answer hands out, wherever in the answer that stands.

const keys = { ada: "client-key-ada-Jp2nVb6Rc8", ben: "client-key-ben-Zt5mKd9Wx1" };
let upstream: RecordingUpstream;
let worker: RunningWorker;

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: "xai-canary",
    XAI_BASE_URL: upstream.url,
    CLIENT_KEYS: JSON.stringify(
      Object.entries(keys).map(([subject, key]) => ({
        sha256: sha256Of(key),
        subject,
      })),
    ),
    ROUTES: "chat.completions.create,responses.create,responses.retrieve,files.retrieve",
    OWNERSHIP: "on",
    LIMITS: "unlimited",
    DEPLOYMENT_BUDGET: "unlimited",
  });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

async function ask(who: keyof typeof keys, path: string, body?: object): Promise<number> {
  const response = await fetch(`${worker.url}/v1/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${keys[who]}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Answers with a body whose pieces come one by one; whatever is asked for by an id is there. */
function answer(type: string, ...pieces: readonly string[]): void {
  upstream.answer = async (response: ServerResponse, { method }) => {
    response.setHeader("content-type", method === "GET" ? "application/json" : type);
    if (method === "GET") return response.end("{}");
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return response.end();
  };
}

describe("a stream makes what it hands out the caller's", () => {
  it.each([
    ["CRLF", 'event: a\r\ndata: {"response":{"id":"resp_$"}}\r\n\r\n'],
    ["CR", 'data: {"response":{"id":"resp_$"}}\r\r'],
    ["data on several lines", 'data: {"response":\ndata: {"id":"resp_$"}}\n\n'],
    ["a comment before", ': hi\n\ndata: {"response":{"id":"resp_$"}}\n\n'],
    ["no line end behind", 'data: {"response":{"id":"resp_$"}}'],
    ["another event before", 'data: {"type":"ping"}\n\ndata: {"response":{"id":"resp_$"}}\n\n'],
    ["a byte order mark before", '\uFEFFdata: {"response":{"id":"resp_$"}}\n\n'],
    ["no space, or two", 'data:{"type":"ping"}\n\ndata:  {"response":{"id":"resp_$"}}\n\n'],
  ])("%s", async (name, text) => {
    const id = name.replaceAll(/\W/g, "_");
    const whole = text.replace("$", id);
    answer("text/event-stream", whole.slice(0, 20), whole.slice(20, 36), whole.slice(36));
    expect(await ask("ada", "responses", { model: "grok-4", input: "x", stream: true })).toBe(200);
    expect(await ask("ada", `responses/resp_${id}`)).toBe(200);
    expect(await ask("ben", `responses/resp_${id}`)).toBe(404);
  });

  it("files in its last event, however long it was", async () => {
    const chunk = `data: {"id":"c","choices":[{"delta":{"content":"${"x".repeat(500)}"}}]}\n\n`;
    const last = 'data: {"id":"c","choices":[],"output_files":[{"file_id":"file_last"}]}\n\n';
    answer("text/event-stream", ...Array.from({ length: 100 }, () => chunk), last, "data: [DONE]\n\n");
    const messages = [{ role: "user", content: "x" }];
    await ask("ada", "chat/completions", { model: "grok-4", stream: true, messages });
    expect(await ask("ada", "files/file_last")).toBe(200);
    expect(await ask("ben", "files/file_last")).toBe(404);
  });
});

it("a very large answer makes what it hands out the caller's", async () => {
  const pad = String.raw`x\"\\`.repeat(1_200_000);
  answer("application/json", `{"output":[{"text":"${pad}`, `\\`, `""}],"pad":"${pad}","id":"resp_large"}`);
  expect(await ask("ada", "responses", { model: "grok-4", input: "x" })).toBe(200);
  expect(await ask("ada", "responses/resp_large")).toBe(200);
  expect(await ask("ben", "responses/resp_large")).toBe(404);
});
