import { expectTypeOf, it } from "vitest";
import {
  type ChatCompletion,
  type CompleteAnswer,
  costOf,
  createXai,
  estimateCost,
  type EmbeddingModel,
  listCatalog,
  createTransport,
  type MessageResponse,
  type MessageStreamEvent,
  type ResponseInputItem,
  type XaiStream,
} from "../index.ts";

// Checked by the compiler, never run: a line that it should refuse and does not is an error of its own.

const xai = createXai({ baseURL: "http://127.0.0.1/v1" });
const messages = [{ role: "user" as const, content: "hi" }];

it("a deferred answer is there or not, and there once waited for", () => {
  const { deferred } = xai.chat.completions;
  expectTypeOf(deferred.create({ model: "grok-4", messages })).resolves.toEqualTypeOf<{
    request_id: string;
  }>();
  expectTypeOf(deferred.retrieve("q")).resolves.toEqualTypeOf<ChatCompletion | undefined>();
  expectTypeOf(deferred.wait("q", { intervalMs: 1 })).resolves.toEqualTypeOf<ChatCompletion>();
  // @ts-expect-error: a deferred answer is never streamed
  void deferred.create({ model: "grok-4", messages, stream: true });
  // @ts-expect-error: milliseconds are called that
  void deferred.wait("q", { interval: 1 });
});

it("stream decides what comes back", () => {
  const asked = { model: "grok-4", messages, max_tokens: 1 };
  expectTypeOf(xai.messages.create(asked)).resolves.toEqualTypeOf<MessageResponse>();
  expectTypeOf(xai.messages.create({ ...asked, stream: true })).resolves.toEqualTypeOf<
    XaiStream<MessageStreamEvent>
  >();
  const prompted = { model: "grok-3", prompt: "a", max_tokens_to_sample: 1 };
  expectTypeOf(xai.complete.create(prompted)).resolves.toEqualTypeOf<CompleteAnswer>();
  // @ts-expect-error: the ceiling is missing
  void xai.messages.create({ model: "grok-4", messages });
  // @ts-expect-error: the other legacy interface calls it max_tokens
  void xai.completions.create({ model: "grok-3", prompt: "a", max_tokens_to_sample: 1 });
});

it("lists and lookups have the types of their models", () => {
  expectTypeOf(xai.embeddingModels.retrieve("v1")).resolves.toEqualTypeOf<EmbeddingModel>();
  expectTypeOf(xai.responses.inputItems.list("r", { order: "desc" })).resolves.toHaveProperty("has_more");
  // @ts-expect-error: no such order
  void xai.responses.inputItems.list("r", { order: "newest" });
  const items = xai.responses.inputItems.list("r")[Symbol.asyncIterator]();
  expectTypeOf(items.next()).resolves.toEqualTypeOf<IteratorResult<ResponseInputItem, undefined>>();
});

it("costs are told of any usage, and may be unknown", async () => {
  const catalog = await listCatalog(createTransport({ baseURL: "http://127.0.0.1/v1" }));
  const model = catalog.find("grok-4") ?? (await xai.languageModels.retrieve("grok-4"));
  const chat = await xai.chat.completions.create({ model: "grok-4", messages });
  const response = await xai.responses.create({ model: "grok-4", input: "hi" });
  const message = await xai.messages.create({ model: "grok-4", messages, max_tokens: 1 });
  const vectors = await xai.embeddings.create({ model: "v1", input: "hi" });
  const compacted = await xai.responses.compact({ model: "grok-4", input: "hi" });
  for (const { usage } of [chat, response, message, vectors, compacted]) {
    if (usage) expectTypeOf(estimateCost(model, usage)).toEqualTypeOf<number | undefined>();
  }
  expectTypeOf(costOf(chat.usage)).toEqualTypeOf<number | undefined>();
  expectTypeOf(costOf(response.usage)).toEqualTypeOf<number | undefined>();
  // @ts-expect-error: a name is no model
  void estimateCost("grok-4", { input_tokens: 1 });
});
