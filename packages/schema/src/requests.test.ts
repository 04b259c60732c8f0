import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import {
  ChatRequest,
  EmbeddingRequest,
  GenerateImageRequest,
  MessageRequest,
  ModelInputPartParam,
  ModelRequest,
} from "./index.ts";

interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  keys?: readonly string[];
  errors?: readonly (readonly Issue[])[];
}

/** Every place that a parse complains about, those inside the members of a union included. */
function complaintsOf(schema: z.ZodMiniType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return result.success ? [] : placesOf(result.error.issues, []);
}

function placesOf(issues: readonly Issue[], above: readonly PropertyKey[]): string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.errors !== undefined && issue.errors.length > 0) {
      return issue.errors.flatMap((member) => placesOf(member, path));
    }
    return (issue.keys ?? [undefined]).map((key) =>
      [...path, ...(key === undefined ? [] : [key])].map(String).join("."),
    );
  });
}

const chat = { model: "grok-4", messages: [{ role: "user", content: "Hi" }] };
const ask = { model: "grok-4", input: "Hi" };

describe("a request", () => {
  it("passes with what the API needs and no more", () => {
    expect(complaintsOf(ChatRequest, chat)).toEqual([]);
    expect(complaintsOf(ModelRequest, ask)).toEqual([]);
    expect(complaintsOf(MessageRequest, { ...chat, max_tokens: 9 })).toEqual([]);
    expect(complaintsOf(EmbeddingRequest, { model: "v1", input: ["Hi"] })).toEqual([]);
  });

  it("takes any model", () => {
    expect(complaintsOf(ChatRequest, { ...chat, model: "grok-of-tomorrow" })).toEqual([]);
  });

  it("is refused without a model, messages or input", () => {
    expect(complaintsOf(ChatRequest, {})).toEqual(["model", "messages"]);
    expect(complaintsOf(ModelRequest, {})).toEqual(["model", "input", "input"]);
    expect(complaintsOf(MessageRequest, {})).toEqual(["model", "messages", "max_tokens"]);
  });

  it("is refused with an unknown field, at the place of the field", () => {
    expect(complaintsOf(ChatRequest, { ...chat, temprature: 1 })).toEqual(["temprature"]);
    const named = { role: "user", content: "Hi", nmae: "Ann" };
    expect(complaintsOf(ChatRequest, { ...chat, messages: [named] })).toEqual(["messages.0.nmae"]);
    const tool = { type: "web_search", alowed_domains: ["x.ai"] };
    expect(complaintsOf(ModelRequest, { ...ask, tools: [tool] })).toEqual(["tools.0.alowed_domains"]);
    expect(complaintsOf(ModelRequest, { ...ask, reasoning: { efort: "low" } })).toEqual(["reasoning.efort"]);
    const image = { type: "input_image", image_url: "https://x.ai/a.png", size: 1 };
    expect(complaintsOf(ModelInputPartParam, { role: "user", content: [image] })).toContain("content.0.size");
  });

  it("is refused with a value outside a closed set, and takes a new one of an open set", () => {
    expect(complaintsOf(GenerateImageRequest, { prompt: "A cat", resolution: "9k" })).toEqual(["resolution"]);
    expect(complaintsOf(ModelRequest, { ...ask, reasoning: { effort: "utmost" } })).toEqual([]);
  });

  it("is refused with an unknown kind of message or tool", () => {
    expect(complaintsOf(ChatRequest, { ...chat, messages: [{ role: "usr", content: "Hi" }] })).toEqual([
      "messages.0.role",
    ]);
    expect(complaintsOf(ModelRequest, { ...ask, tools: [{ type: "time_travel" }] })).toEqual([
      "tools.0.type",
    ]);
  });

  it("is refused beyond a bound", () => {
    expect(complaintsOf(ChatRequest, { ...chat, temperature: 2.1 })).toEqual(["temperature"]);
    expect(complaintsOf(ChatRequest, { ...chat, top_p: 0 })).toEqual(["top_p"]);
    expect(complaintsOf(ChatRequest, { ...chat, n: 1.5 })).toEqual(["n"]);
    expect(complaintsOf(ChatRequest, { ...chat, stop: ["a", "b", "c", "d", "e"] })).toEqual(["stop"]);
    expect(complaintsOf(ChatRequest, { ...chat, temperature: 2, top_p: 1, n: 1 })).toEqual([]);
    expect(complaintsOf(GenerateImageRequest, { prompt: "A cat", n: 11 })).toEqual(["n"]);
  });

  it("may have null for what the API lets be null", () => {
    expect(complaintsOf(ChatRequest, { ...chat, temperature: null })).toEqual([]);
    expect(complaintsOf(ChatRequest, { ...chat, model: null })).toEqual(["model"]);
  });
});

describe("an item of the input", () => {
  it("may be an output item with fields and of a kind that this version does not know", () => {
    const items = [
      { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "…", new_field: 1 },
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "Hi", new_field: 1 }] },
      { type: "web_search_call", id: "ws_1", status: "resting", action: { type: "search", query: "" } },
      { type: "time_travel_call", id: "tt_1", to: 1985 },
    ];
    expect(ModelRequest.safeParse({ ...ask, input: items })).toEqual({
      success: true,
      data: { ...ask, input: items },
    });
  });

  it("may be the result of a function, a shell or a compaction", () => {
    const items = [
      { type: "function_call_output", call_id: "c_1", output: "20 °C" },
      { type: "shell_call_output", call_id: "c_2", output: [{ outcome: { type: "exit", exit_code: 0 } }] },
      { type: "compaction", encrypted_content: "…" },
    ];
    expect(complaintsOf(ModelRequest, { ...ask, input: items })).toEqual([]);
  });

  it("may be a message with or without its type", () => {
    const message = { role: "user", content: "Hi" };
    expect(complaintsOf(ModelInputPartParam, message)).toEqual([]);
    expect(complaintsOf(ModelInputPartParam, { ...message, type: "message" })).toEqual([]);
  });

  it.each([
    ["a function's result without its call", { type: "function_call_output", output: "20 °C" }, "call_id"],
    [
      "a function's result with an unknown field",
      { type: "function_call_output", call_id: "c", output: "", x: 1 },
      "x",
    ],
    [
      "a call with arguments that are no text",
      { type: "function_call", call_id: "c", name: "f", arguments: {} },
      "arguments",
    ],
    ["a message with an unknown field", { type: "message", role: "user", content: "Hi", x: 1 }, "x"],
    ["a message without its content", { type: "message", role: "user" }, "content"],
    [
      "a message with a malformed part",
      { type: "message", role: "user", content: [{ type: "input_text", txt: "Hi" }] },
      "content.0.text",
    ],
  ])("is refused when it is %s", (_, item, place) => {
    expect(complaintsOf(ModelInputPartParam, item)).toContain(place);
  });
});
