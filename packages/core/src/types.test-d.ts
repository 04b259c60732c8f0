import { expectTypeOf, it } from "vitest";
import {
  type AnyXaiError,
  type ChatCompletion,
  type ChatCompletionChunk,
  createXai,
  isXaiError,
  type ModelResponse,
  type ResponseCreateParams,
  type ResponseStreamEvent,
  type Wire,
  type XaiApiError,
  type XaiStream,
  type XaiTimeoutError,
} from "./index.ts";

// Checked by the compiler, never run: a line that it should refuse and does not is an error of its own.

const xai = createXai({ baseURL: "http://127.0.0.1/v1" });
const user = { role: "user" as const, content: "hi" };

it("requests are precise", () => {
  void xai.chat.completions.create({ model: "grok-4", messages: [user], temperature: 0 });
  // @ts-expect-error: no such field
  void xai.chat.completions.create({ model: "grok-4", messages: [user], temprature: 0 });
  // @ts-expect-error: no such field, streaming
  void xai.chat.completions.create({ model: "grok-4", messages: [user], stream: true, max_output_tokens: 5 });
  // @ts-expect-error: model is missing
  void xai.chat.completions.create({ messages: [user] });
  // @ts-expect-error: messages are missing
  void xai.chat.completions.create({ model: "grok-4" });
  // @ts-expect-error: a role that there is not
  void xai.chat.completions.create({ model: "grok-4", messages: [{ role: "usr", content: "hi" }] });
  // @ts-expect-error: a message with a field that there is not
  const message: Wire.Message = { role: "user", content: "hi", contnt: "" };
  // @ts-expect-error: deferred answers have a shape of their own
  void xai.chat.completions.create({ model: "grok-4", messages: [user], deferred: true });

  void xai.responses.create({ model: "grok-4", input: "hi", max_output_tokens: 5 });
  // @ts-expect-error: no such field
  void xai.responses.create({ model: "grok-4", input: "hi", max_tokens: 5 });
  // @ts-expect-error: input is missing
  void xai.responses.create({ model: "grok-4" });
  // @ts-expect-error: model is missing
  void xai.responses.create({ input: "hi" });
  // @ts-expect-error: no such option
  void xai.models.list({ timeout: 5 });
  // @ts-expect-error: no such option
  createXai({ baseUrl: "http://127.0.0.1" });
  expectTypeOf(message).toEqualTypeOf<Wire.Message>();
});

it("ids of models complete as the known ones and take any string", () => {
  expectTypeOf<Extract<Wire.ChatRequest["model"], "grok-4">>().toEqualTypeOf<"grok-4">();
  expectTypeOf<Extract<Wire.ModelRequest["model"], "grok-code-fast-1">>().toEqualTypeOf<"grok-code-fast-1">();
  const fromElsewhere: string = JSON.parse('"grok-99"');
  void xai.chat.completions.create({ model: fromElsewhere, messages: [user] });
  void xai.responses.create({ model: "my-fine-tune", input: "hi" });
});

it("stream decides what comes back", () => {
  const params = { model: "grok-4", messages: [user] };
  expectTypeOf(xai.chat.completions.create(params)).resolves.toEqualTypeOf<ChatCompletion>();
  expectTypeOf(
    xai.chat.completions.create({ ...params, stream: false }),
  ).resolves.toEqualTypeOf<ChatCompletion>();
  expectTypeOf(
    xai.chat.completions.create({ ...params, stream: null }),
  ).resolves.toEqualTypeOf<ChatCompletion>();
  expectTypeOf(xai.chat.completions.create({ ...params, stream: true })).resolves.toEqualTypeOf<
    XaiStream<ChatCompletionChunk>
  >();
  expectTypeOf(
    xai.responses.create({ model: "grok-4", input: "hi" }),
  ).resolves.toEqualTypeOf<ModelResponse>();
  expectTypeOf(xai.responses.create({ model: "grok-4", input: "hi", stream: true })).resolves.toEqualTypeOf<
    XaiStream<ResponseStreamEvent>
  >();
  const either: boolean = JSON.parse("true");
  expectTypeOf(xai.chat.completions.create({ ...params, stream: either })).resolves.toEqualTypeOf<
    ChatCompletion | XaiStream<ChatCompletionChunk>
  >();
  const built: ResponseCreateParams = { model: "grok-4", input: "hi" };
  expectTypeOf(xai.responses.create(built)).resolves.toEqualTypeOf<
    ModelResponse | XaiStream<ResponseStreamEvent>
  >();
});

it("a stream is an async iterable of its events, with the facts of HTTP", async () => {
  const stream = await xai.responses.create({ model: "grok-4", input: "hi", stream: true });
  for await (const event of stream) expectTypeOf(event).toEqualTypeOf<ResponseStreamEvent>();
  expectTypeOf(stream.response).toEqualTypeOf<{
    status: number;
    headers: Headers;
    requestId: string | undefined;
  }>();
});

it("events narrow by type, and those that nobody knows stay readable", () => {
  const read = (event: ResponseStreamEvent): string => {
    switch (event.type) {
      case "response.output_text.delta":
        expectTypeOf(event).toEqualTypeOf<Wire.ResponseOutputTextDeltaEvent>();
        return event.delta;
      case "response.completed":
        expectTypeOf(event.response).toEqualTypeOf<ModelResponse>();
        return event.response.id;
      case "error":
        expectTypeOf(event.message).toEqualTypeOf<string | null | undefined>();
        return String(event.code);
      default:
        expectTypeOf(event.type).toExtend<string>();
        return event.type;
    }
  };
  const readByIf = (event: ResponseStreamEvent): number => {
    if (event.type === "response.output_item.added") return event.output_index;
    // @ts-expect-error: not an event with an index for certain
    return event.output_index;
  };
  return [read, readByIf];
});

it("items of the output narrow by type, and those that nobody knows stay readable", () => {
  const read = (item: Wire.ModelOutput): unknown => {
    switch (item.type) {
      case "message":
        expectTypeOf(item).toEqualTypeOf<Wire.OutputMessage>();
        return item.content.map((part) => (part.type === "output_text" ? part.text : ""));
      case "function_call":
        expectTypeOf(item.arguments).toEqualTypeOf<string>();
        return item.name;
      case "reasoning":
        expectTypeOf(item).toEqualTypeOf<Wire.Reasoning>();
        return item.summary;
      default:
        return item.type;
    }
  };
  return read;
});

it("items of an answer can be sent back as input, as they came", async () => {
  const response = await xai.responses.create({ model: "grok-4", input: "hi" });
  void xai.responses.create({ model: "grok-4", input: response.output });
  void xai.responses.create({
    model: "grok-4",
    input: [
      user,
      ...response.output,
      { type: "function_call_output", call_id: "call_1", output: "{}" },
      { role: "user", content: [{ type: "input_text", text: "and now?" }] },
    ],
  });
  const ofTomorrow = [{ type: "telepathy" as const, thought: "hi" }];
  expectTypeOf(response.output).toExtend<Wire.ModelInput>();
  // An item that nobody knows can only arrive: what is written here is a slip of the pen.
  expectTypeOf(ofTomorrow).not.toExtend<Wire.ModelInput>();
});

it("a message of an answer can be sent back", async () => {
  const { choices } = await xai.chat.completions.create({ model: "grok-4", messages: [user] });
  const [choice] = choices;
  if (choice === undefined) return;
  const { content, tool_calls } = choice.message;
  expectTypeOf({ role: "assistant" as const, content, tool_calls }).toExtend<Wire.Message>();
  void xai.chat.completions.create({
    model: "grok-4",
    messages: [
      user,
      { role: "assistant", content, tool_calls },
      { role: "tool", content: "{}", tool_call_id: "1" },
    ],
  });
});

it("answers are tolerant: what captures show absent or null is optional or nullable", () => {
  expectTypeOf<undefined>().toExtend<ChatCompletion["usage"]>();
  expectTypeOf<null>().toExtend<ModelResponse["usage"]>();
  expectTypeOf<null>().toExtend<Wire.Delta["content"]>();
  const status: ModelResponse["status"] = "a status of tomorrow";
  return status;
});

it("errors narrow by kind", () => {
  const read = (error: unknown): number | string => {
    if (!isXaiError(error)) return "not ours";
    expectTypeOf(error).toEqualTypeOf<AnyXaiError>();
    switch (error.kind) {
      case "api":
        expectTypeOf(error).toEqualTypeOf<XaiApiError>();
        return error.status;
      case "timeout":
        expectTypeOf(error).toEqualTypeOf<XaiTimeoutError>();
        return error.timeoutMs;
      case "connection":
      case "protocol":
      case "options":
        return error.code;
      default:
        expectTypeOf(error).toBeNever();
        return "";
    }
  };
  return read;
});
