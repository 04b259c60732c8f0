import OpenAI, {
  APIConnectionError,
  APIUserAbortError,
  AuthenticationError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from "openai";
import { expect, it, vi } from "vitest";
import { clientKey, poorKey, runForClients, slowKey } from "../testing/run-for-clients.ts";
import { runWorker } from "../testing/running-worker.ts";

// The package of OpenAI, with another base URL and another key, and nothing else.

const messages = [{ role: "user" as const, content: "Why is the sky blue?" }];
const { simulator, baseURL } = await runForClients({
  OWNERSHIP: "on",
  ROUTES:
    "chat.completions.create,responses.create,responses.retrieve,responses.delete,models.list,models.retrieve,images.generate,files.create,files.list,files.retrieve,files.content,files.delete,embeddings.create",
});
const openai = new OpenAI({ baseURL, apiKey: clientKey, maxRetries: 0 });

it("lists and retrieves models", async () => {
  const ids = (await openai.models.list()).data.map(({ id }) => id);
  expect(ids).toContain("grok-4");
  expect(await openai.models.retrieve("grok-4")).toMatchObject({ id: "grok-4", object: "model" });
});

it("streams a chat answer, the same as without streaming", async () => {
  const stream = await openai.chat.completions.create({ model: "grok-4", messages, stream: true });
  let streamed = "";
  for await (const { choices } of stream) streamed += choices[0]?.delta.content ?? "";
  const whole = await openai.chat.completions.create({ model: "grok-4", messages });
  expect(streamed).not.toBe("");
  expect(streamed).toBe(whole.choices[0]?.message.content);
});

it("streams a response to its end", async () => {
  const stream = await openai.responses.create({
    model: "grok-4",
    input: "Why is the sky blue?",
    stream: true,
  });
  const types: string[] = [];
  let text = "";
  let status: string | undefined;
  for await (const event of stream) {
    types.push(event.type);
    if (event.type === "response.output_text.delta") text += event.delta;
    if (event.type === "response.completed") status = event.response.status;
  }
  expect(text).not.toBe("");
  expect(status).toBe("completed");
  expect([types[0], types.at(-1)]).toEqual(["response.created", "response.completed"]);
});

it("stops an answer at the upstream when it aborts", async () => {
  await using slow = await runWorker("testing/observable-simulator.ts", {});
  const client = new OpenAI({ baseURL: `${slow.url}/v1`, apiKey: "any", maxRetries: 0 });
  const stream = await client.chat.completions.create({ model: "grok-4", messages, stream: true });
  for await (const _ of stream) break;
  await vi.waitFor(async () => {
    const observed: unknown = await (await fetch(`${slow.url}/observed`)).json();
    expect(observed).toEqual([expect.objectContaining({ aborted: true, finished: false })]);
  }, 1000);
});

it("gets errors it understands: the upstream's and the proxy's own", async () => {
  await expect(openai.models.retrieve("no-such-model")).rejects.toMatchObject({
    constructor: NotFoundError,
    message: expect.stringContaining("no-such-model"),
  });
  await expect(openai.chat.completions.create({ model: "no-such-model", messages })).rejects.toMatchObject({
    constructor: PermissionDeniedError,
    code: "model_not_allowed",
  });
  await expect(openai.withOptions({ apiKey: "wrong" }).models.list()).rejects.toMatchObject({
    constructor: AuthenticationError,
    code: "invalid_client_key",
    type: "authentication_error",
    requestID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  await expect(openai.batches.list()).rejects.toMatchObject({
    constructor: NotFoundError,
    code: "unknown_route",
  });
  simulator.mock.failNext({ status: 500 });
  await expect(openai.chat.completions.create({ model: "grok-4", messages })).rejects.toMatchObject({
    constructor: InternalServerError,
  });
});

it("gets 402 where the budget is gone, and does not try again", async () => {
  const poor = openai.withOptions({ apiKey: poorKey, maxRetries: 2 });
  const asked = simulator.mock.requests.length;
  await expect(poor.chat.completions.create({ model: "grok-4", messages })).rejects.toMatchObject({
    status: 402,
    code: "budget_exceeded",
  });
  expect(simulator.mock.requests).toHaveLength(asked);
});

it("gets 429 with the time to wait, which it heeds by itself when it may try again", async () => {
  const slow = openai.withOptions({ apiKey: slowKey });
  await slow.models.list();
  const refused = await slow.models.list().catch((error: unknown) => error);
  expect(refused).toMatchObject({ constructor: RateLimitError, status: 429, code: "rate_limited" });
  const seconds = Number(refused instanceof RateLimitError && refused.headers?.get("retry-after"));
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);
  simulator.mock.failNext({ status: 429, retryAfter: "0.01" });
  const models = await openai.withOptions({ maxRetries: 1 }).models.list();
  expect(models.data).not.toEqual([]);
});

it("calls functions and goes on with their results, in chats and in responses", async () => {
  const parameters = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
  const chat = await openai.chat.completions.create({
    model: "grok-4",
    messages: [{ role: "user", content: "What is the weather in Oslo?" }],
    tools: [{ type: "function", function: { name: "weather", parameters } }],
    tool_choice: "required",
  });
  const [call] = chat.choices[0]?.message.tool_calls ?? [];
  expect(call).toMatchObject({ type: "function", function: { name: "weather" } });
  const first = await openai.responses.create({
    model: "grok-4",
    input: "What is the weather in Oslo?",
    tools: [{ type: "function", name: "weather", parameters, strict: null }],
    tool_choice: "required",
  });
  const asked = first.output.find((item) => item.type === "function_call");
  expect(asked).toMatchObject({ name: "weather", arguments: expect.stringContaining("city") });
  const second = await openai.responses.create({
    model: "grok-4",
    previous_response_id: first.id,
    input: [{ type: "function_call_output", call_id: asked?.call_id ?? "", output: "-3 °C" }],
  });
  expect(second.output_text).not.toBe("");
});

it("takes back the messages of its answers as they came, whole and streamed, in chats and in responses", async () => {
  const parameters = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
  const asked = {
    model: "grok-4",
    tools: [{ type: "function" as const, function: { name: "weather", parameters } }],
    tool_choice: "required" as const,
  };
  const question = { role: "user" as const, content: "What is the weather in Oslo?" };
  const whole = await openai.chat.completions.create({ ...asked, messages: [question] });
  const streamed = openai.chat.completions.stream({ ...asked, messages: [question] });
  for (const answer of [whole, await streamed.finalChatCompletion()]) {
    const [choice] = answer.choices;
    expect(choice?.message).toHaveProperty("refusal", null);
    const turns: OpenAI.ChatCompletionMessageParam[] = [question];
    if (choice) turns.push(choice.message);
    for (const { id } of choice?.message.tool_calls ?? []) {
      turns.push({ role: "tool", tool_call_id: id, content: "-3 °C" });
    }
    expect(turns).toHaveLength(3);
    const next = await openai.chat.completions.create({ model: "grok-4", messages: turns });
    expect(next.choices[0]?.message.content).not.toBe("");
  }

  const input: OpenAI.Responses.ResponseInput = [question];
  const first = await openai.responses.create({
    model: "grok-4",
    input,
    tools: [{ type: "function", name: "weather", parameters, strict: null }],
    tool_choice: "required",
  });
  input.push(...(first.output as OpenAI.Responses.ResponseInput));
  for (const item of first.output) {
    if (item.type !== "function_call") continue;
    input.push({ type: "function_call_output", call_id: item.call_id, output: "-3 °C" });
  }
  expect((await openai.responses.create({ model: "grok-4", input })).output_text).not.toBe("");
});

it("parses answers by a JSON schema", async () => {
  const answer = await openai.chat.completions.create({
    model: "grok-4",
    messages,
    response_format: {
      type: "json_schema",
      json_schema: {
        name: "colour",
        schema: { type: "object", properties: { colour: { type: "string" } }, required: ["colour"] },
      },
    },
  });
  expect(JSON.parse(answer.choices[0]?.message.content ?? "")).toHaveProperty("colour");
});

it("makes pictures, where they are switched on", async () => {
  const { data } = await openai.images.generate({
    model: "grok-imagine-image",
    prompt: "A fox",
    response_format: "b64_json",
  });
  expect(
    Buffer.from(data?.[0]?.b64_json ?? "", "base64")
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

it("keeps responses and files that are the caller's own, where ownership is on", async () => {
  const { id } = await openai.responses.create({ model: "grok-4", input: "Keep this", store: true });
  expect((await openai.responses.retrieve(id)).id).toBe(id);
  await openai.responses.delete(id);
  await expect(openai.responses.retrieve(id)).rejects.toThrow(NotFoundError);
  const file = await openai.files.create({
    file: new File(["a diary"], "diary.txt"),
    purpose: "assistants",
    expires_after: { anchor: "created_at", seconds: 3600 },
  });
  expect(file.expires_at).toBe(file.created_at + 3600);
  expect(await (await openai.files.content(file.id)).text()).toBe("a diary");
  const listed: string[] = [];
  for await (const one of openai.files.list()) listed.push(one.id);
  expect(listed).toEqual([file.id]);
  await openai.files.delete(file.id);
  await expect(openai.files.retrieve(file.id)).rejects.toThrow(NotFoundError);
});

it("is told when a stream breaks off, and that it aborted itself", async () => {
  simulator.mock.failNext({ cutAfterEvents: 3 });
  const broken = await openai.chat.completions.create({ model: "grok-4", messages, stream: true });
  await expect(
    (async () => {
      for await (const _ of broken);
    })(),
  ).rejects.toThrow("terminated");
  const controller = new AbortController();
  simulator.mock.failNext({ delayHeadersMs: 5_000 });
  const asked = openai.chat.completions.create({ model: "grok-4", messages }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  await expect(asked).rejects.toThrow(APIUserAbortError);
  const nobody = new OpenAI({ baseURL: "http://127.0.0.1:1/v1", apiKey: "any", maxRetries: 0 });
  await expect(nobody.models.list()).rejects.toThrow(APIConnectionError);
});

it("reaches the upstream with no header of its own but accept and the content type", () => {
  const names = new Set(simulator.mock.requests.flatMap(({ headers }) => Object.keys(headers)));
  expect([...names].toSorted()).toEqual([
    "accept",
    "accept-encoding",
    "authorization",
    "cf-worker",
    "content-length",
    "content-type",
    "host",
  ]);
});
