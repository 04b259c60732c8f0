import { describe, expect, it } from "vitest";
import { createMockXai, type MockXaiOptions, type RealtimeConversation } from "../index.ts";

type Event = Readonly<Record<string, unknown>>;

interface Talk extends RealtimeConversation {
  readonly events: Event[];
  readonly sounds: Uint8Array[];
  say(event: object): void;
  /** The events since the last time, once one of this type is there. */
  until(type: string): Promise<Event[]>;
}

async function talk(options: MockXaiOptions = {}, model = "grok-voice-latest"): Promise<Talk> {
  const mock = createMockXai(options);
  const headers = { upgrade: "websocket" };
  const connection = await mock.connect(
    // Forbidden to pages, who never come this way.
    Object.defineProperty(new Request(`https://api.x.ai/v1/realtime?model=${model}`), "headers", {
      value: new Headers(headers),
    }),
  );
  if (connection instanceof Response) throw new Error(`Expected a connection, got ${connection.status}`);
  const events: Event[] = [];
  const sounds: Uint8Array[] = [];
  let seen = 0;
  const conversation = connection.open({
    send: (data) => void (typeof data === "string" ? events.push(JSON.parse(data)) : sounds.push(data)),
  });
  return {
    ...conversation,
    events,
    sounds,
    say: (event) => conversation.receive(JSON.stringify(event)),
    until: async (type) => {
      while (!events.slice(seen).some((event) => event["type"] === type)) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const fresh = events.slice(seen);
      seen = events.length;
      return fresh;
    },
  };
}

const typesOf = (events: readonly Event[]) => [...new Set(events.map(({ type }) => type))];
const message = (text: string) => ({
  type: "conversation.item.create",
  item: { type: "message", role: "user", content: [{ type: "input_text", text }] },
});

describe("a realtime conversation", () => {
  it("greets with the model of the address", async () => {
    const { events } = await talk({}, "grok-voice-think-fast-2.0");
    expect(typesOf(events)).toEqual(["session.created", "conversation.created"]);
    expect(events[0]).toMatchObject({ session: { model: "grok-voice-think-fast-2.0" } });
  });

  it("takes settings, but no other model, and refuses wrong ones", async () => {
    const { say, events } = await talk();
    say({
      type: "session.update",
      session: { instructions: "Be brief", model: "grok-voice-think-fast-2.0" },
    });
    expect(events.at(-1)).toMatchObject({
      type: "session.updated",
      session: { instructions: "Be brief", model: "grok-voice-latest" },
    });
    say({ type: "session.update", session: { instructions: 5 } });
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "invalid_session" } });
  });

  it("speaks its answer to a message, and bills it", async () => {
    const { say, until } = await talk({ answer: () => "Good day" });
    say(message("Hello"));
    say({ type: "response.create" });
    const events = await until("response.done");
    expect(typesOf(events)).toEqual([
      "session.created",
      "conversation.created",
      "conversation.item.added",
      "response.created",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_audio_transcript.delta",
      "response.output_audio.delta",
      "response.output_audio.done",
      "response.output_audio_transcript.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.done",
    ]);
    const sound = events.filter(({ type }) => type === "response.output_audio.delta");
    // 8 characters of 65 ms, in 24,000 samples of 2 bytes.
    expect(sound.reduce((sum, { delta }) => sum + atob(String(delta)).length, 0)).toBe(8 * 0.065 * 48_000);
    expect(events.at(-1)).toMatchObject({
      response: { status: "completed", usage: { cost_in_usd_ticks: Math.round(0.52 * 8_333_333) } },
    });
  });

  it("sends sound as bytes, or words alone, when the session wants that", async () => {
    const binary = await talk({ answer: () => "Good day" });
    binary.say({ type: "session.update", session: { audio: { output: { transport: "binary" } } } });
    binary.say({ type: "response.create" });
    expect(typesOf(await binary.until("response.done"))).not.toContain("response.output_audio.delta");
    expect(binary.sounds.reduce((sum, { length }) => sum + length, 0)).toBe(8 * 0.065 * 48_000);

    const words = await talk({ answer: () => "Good day" });
    words.say({ type: "response.create", response: { modalities: ["text"] } });
    const events = await words.until("response.done");
    expect(events.find(({ type }) => type === "response.text.done")).toMatchObject({ text: "Good day" });
    expect(typesOf(events).filter((type) => /audio/.test(String(type)))).toEqual([]);
  });

  it("hears sound in events and in bytes, until it is committed or cleared", async () => {
    const { say, receive, until, events } = await talk();
    say({ type: "input_audio_buffer.commit" });
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "empty_audio_buffer" } });
    say({ type: "input_audio_buffer.append", audio: btoa("\0".repeat(24_000)) });
    receive(new Uint8Array(24_000));
    say({ type: "input_audio_buffer.commit" });
    const heard = await until("conversation.item.input_audio_transcription.completed");
    expect(heard.at(-1)).toMatchObject({ transcript: "Simulated words of 1.0 seconds." });
    receive(new Uint8Array(24_000));
    say({ type: "input_audio_buffer.clear" });
    say({ type: "input_audio_buffer.commit" });
    expect(events.at(-1)).toMatchObject({ type: "error" });
  });

  it("calls a function that is asked for, and speaks once it has the result", async () => {
    const { say, until } = await talk();
    say({
      type: "session.update",
      session: {
        tools: [{ type: "function", name: "weather", parameters: { type: "object", properties: {} } }],
      },
    });
    say(message("What is the weather?"));
    say({ type: "response.create" });
    const call = (await until("response.done")).find(
      ({ type }) => type === "response.function_call_arguments.done",
    );
    expect(call).toMatchObject({ name: "weather", arguments: "{}" });
    say({
      type: "conversation.item.create",
      item: { type: "function_call_output", call_id: call?.["call_id"], output: "-3" },
    });
    say({ type: "response.create" });
    expect(typesOf(await until("response.done"))).toContain("response.output_audio.delta");
  });

  it("ends a response that is cancelled, and starts no second one beside it", async () => {
    const { say, until, events } = await talk({
      tokensPerSecond: 20,
      answer: () => "one two three four five",
    });
    say({ type: "response.create" });
    await until("response.output_audio.delta");
    say({ type: "response.create" });
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "response_in_progress" } });
    say({ type: "response.cancel" });
    const done = (await until("response.done")).at(-1);
    expect(done).toMatchObject({ response: { status: "cancelled", output: [{ status: "incomplete" }] } });
    expect(JSON.stringify(done)).not.toContain("five");
    say({ type: "response.cancel" });
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "no_response" } });
  });

  it("says nothing more to a client that has left", async () => {
    const { say, until, end, events } = await talk({ tokensPerSecond: 50 });
    say({ type: "response.create" });
    await until("response.output_audio.delta");
    end();
    const sent = events.length;
    say({ type: "response.create" });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(events).toHaveLength(sent);
  });

  it.each([
    ["{", "invalid_json"],
    ["[]", "invalid_json"],
    ['{"type":"toString"}', "unknown_event"],
    ['{"type":5}', "unknown_event"],
    ['{"type":"conversation.item.create","item":"x"}', "invalid_item"],
    ['{"type":"input_audio_buffer.append","audio":"%"}', "invalid_audio"],
  ])("answers %s with an error, and goes on", async (text, code) => {
    const { receive, say, events, until } = await talk();
    receive(text);
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code } });
    say({ type: "response.create" });
    await until("response.done");
  });
});
