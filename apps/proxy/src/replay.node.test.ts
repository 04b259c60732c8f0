import { createXai as createProvider } from "@ai-sdk/xai";
import { createXai } from "@xai-edge/core";
import { createConversation, foldResponse, responseProtocol } from "@xai-edge/stream";
import { generateText, jsonSchema, type ModelMessage, tool } from "ai";
import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type RecordingUpstream, startRecordingUpstream } from "../testing/recording-upstream.ts";
import { type RunningWorker, runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

// Conversations of which the server keeps nothing: clients send back whole what they were answered.

const token = "client-key-Jp2nVb6Rc8";
let upstream: RecordingUpstream;
const workers = new Map<string, RunningWorker>();

const answered = [
  { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "eA==", status: "completed" },
  {
    type: "web_search_call",
    id: "fc_1",
    call_id: "",
    status: "completed",
    action: { type: "search", query: "" },
  },
  {
    type: "custom_tool_call",
    id: "ctc_1",
    call_id: "",
    name: "x_keyword_search",
    input: '{"post_id":"1"}',
    status: "completed",
  },
  {
    type: "code_interpreter_call",
    id: "ci_1",
    call_id: "",
    name: "code_execution",
    arguments: '{"id":1}',
    status: "completed",
  },
  {
    type: "function_call",
    id: "fc_2",
    call_id: "call_2",
    name: "find",
    arguments: '{"file_id":"x"}',
    status: "completed",
  },
  {
    type: "message",
    id: "msg_1",
    role: "assistant",
    status: "completed",
    content: [
      {
        type: "output_text",
        text: "Here it is.",
        annotations: [
          {
            type: "url_citation",
            url: "https://example.com/?file_id=1",
            title: "1",
            start_index: 0,
            end_index: 4,
          },
        ],
        logprobs: [],
      },
    ],
  },
];
const response = {
  id: "resp_1",
  object: "response",
  model: "grok-4",
  status: "completed",
  created_at: 1,
  output: answered,
};

beforeAll(async () => {
  upstream = await startRecordingUpstream();
  for (const OWNERSHIP of ["off", "on"]) {
    const worker = await runWorker("src/worker.ts", {
      XAI_API_KEY: "xai-canary",
      XAI_BASE_URL: upstream.url,
      CLIENT_KEYS: sha256Of(token),
      ROUTES: "responses.create,messages.create",
      LIMITS: "unlimited",
      DEPLOYMENT_BUDGET: "unlimited",
      OWNERSHIP,
    });
    workers.set(OWNERSHIP, worker);
  }
});

afterAll(async () => {
  for (const worker of workers.values()) await worker[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

beforeEach(() => {
  upstream.requests.length = 0;
  upstream.answer = (answer) => {
    if (!upstream.requests.at(-1)?.body.includes('"stream":true')) {
      answer.setHeader("content-type", "application/json");
      return answer.end(JSON.stringify(response));
    }
    answer.setHeader("content-type", "text/event-stream");
    const events = [
      { type: "response.created", response: { ...response, status: "in_progress", output: [] } },
      { type: "response.completed", response },
    ];
    return answer.end(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""));
  };
});

const baseUrlOf = (ownership: string): string => `${workers.get(ownership)?.url}/v1`;
const lastBody = (): Readonly<Record<string, unknown>> => JSON.parse(upstream.requests.at(-1)?.body ?? "{}");
// What is left of the search for code that has brought nothing is no reference.
const replayed = answered.map((item) => (item.id === "ci_1" ? { ...item, id: undefined } : item));

it.each(["off", "on"])(
  "the package of OpenAI goes on with all items of an answer; ownership %s",
  async (ownership) => {
    const openai = new OpenAI({ baseURL: baseUrlOf(ownership), apiKey: token, maxRetries: 0 });
    const first = await openai.responses.create({
      model: "grok-4",
      input: "Find it",
      store: false,
      include: ["reasoning.encrypted_content"],
    });
    await openai.responses.create({
      model: "grok-4",
      store: false,
      input: [
        { role: "user", content: "Find it" },
        // The package's own types part here: its calls take what they give.
        ...(first.output as OpenAI.Responses.ResponseInputItem[]),
        { type: "function_call_output", call_id: "call_2", output: "found" },
      ],
    });
    expect(lastBody()["input"]).toEqual([
      { role: "user", content: "Find it" },
      ...replayed,
      { type: "function_call_output", call_id: "call_2", output: "found" },
    ]);
  },
);

it.each(["off", "on"])(
  "our own conversation goes on with all items of an answer; ownership %s",
  async (ownership) => {
    const xai = createXai({ baseURL: baseUrlOf(ownership), token, maxRetries: 0 });
    const conversation = createConversation(responseProtocol, {
      ask: async (next, options) =>
        foldResponse(await xai.responses.create({ model: "grok-4", ...next }, options)),
    });
    const user = (content: string) => ({ role: "user" as const, content });
    await conversation.send(user("Find it")).final();
    await conversation.send(user("And now?")).final();
    expect(lastBody()["input"]).toEqual([user("Find it"), ...replayed, user("And now?")]);
  },
);

it.each(["off", "on"])("the AI SDK goes on with what was answered; ownership %s", async (ownership) => {
  const model = createProvider({ baseURL: baseUrlOf(ownership), apiKey: token }).responses("grok-4");
  const find = tool({
    inputSchema: jsonSchema<{ file_id: string }>({ type: "object" }),
    execute: () => "found",
  });
  const messages: ModelMessage[] = [{ role: "user", content: "Find it" }];
  const first = await generateText({ model, messages, tools: { find }, maxRetries: 0 });
  await generateText({
    model,
    messages: [...messages, ...first.responseMessages, { role: "user", content: "And now?" }],
    tools: { find },
    maxRetries: 0,
  });
  const ids = (lastBody()["input"] as { id?: string }[]).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["rs_1", "call_2"]));
});

it("a conversation over messages goes on with the calls of functions and their results", async () => {
  const input = { id: "any", file_id: "any" };
  const answer = await fetch(`${baseUrlOf("off")}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      model: "grok-4",
      max_tokens: 100,
      metadata: { user_id: "any" },
      messages: [
        { role: "user", content: "Find it" },
        { role: "assistant", content: [{ type: "tool_use", id: "call_1", name: "find", input }] },
        { role: "user", content: [{ type: "tool_result", tool_use_id: "call_1", content: "found" }] },
      ],
    }),
  });
  expect(answer.status).toBe(200);
  expect(upstream.requests).toHaveLength(1);
});
