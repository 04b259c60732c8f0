import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, refusal, send } from "../../testing/ask.ts";
import { askForm, toForm } from "../../testing/samples.ts";
import { createMockXai, type MockXai } from "../index.ts";

const speech = { text: "Hello world", language: "en" };

async function speak(body: object): Promise<[string | null, Uint8Array]> {
  const response = await send(createMockXai(), "/v1/tts", { ...speech, ...body });
  return [response.headers.get("content-type"), new Uint8Array(await response.arrayBuffer())];
}

const letters = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

describe("simulated speech", () => {
  it("is a WAV as long as its header says", async () => {
    const [type, bytes] = await speak({ output_format: { codec: "wav", sample_rate: 8000 } });
    const view = new DataView(bytes.buffer);
    expect([type, letters(bytes, 0, 4), letters(bytes, 8, 16)]).toEqual(["audio/wav", "RIFF", "WAVEfmt "]);
    expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([
      bytes.length - 8,
      bytes.length - 44,
    ]);
    expect(view.getUint32(24, true)).toBe(8000);
    expect((bytes.length - 44) / 2 / 8000).toBeCloseTo(11 * 0.065, 2);
  });

  it.each([
    ["mp3", "audio/mpeg", 0.715 * 16_000],
    ["pcm", "audio/pcm", 0.715 * 48_000],
    ["mulaw", "audio/basic", 0.715 * 24_000],
    ["alaw", "audio/x-alaw-basic", 0.715 * 24_000],
  ])("in %s has that codec's type and size", async (codec, expected, size) => {
    const [type, bytes] = await speak({ output_format: { codec } });
    expect(type).toBe(expected);
    expect(bytes.length / size).toBeCloseTo(1, 1);
  });

  it("is shorter when it is faster, and tells when each character is heard", async () => {
    const body = { ...speech, speed: 1.3, with_timestamps: true };
    const {
      duration,
      audio,
      audio_timestamps: times,
    } = await ask<Wire.SpeechWithTimestamps>(createMockXai(), "/v1/tts", body);
    expect(duration).toBeCloseTo((11 * 0.065) / 1.3, 5);
    expect(atob(audio).length).toBeGreaterThan(0);
    expect(times?.graph_chars.join("")).toBe("Hello world");
    expect(times?.graph_times).toHaveLength(11);
    expect(times?.graph_times.at(-1)?.[1]).toBeCloseTo(duration, 5);
  });

  it("is made with built-in voices in any letter case and with cloned ones", async () => {
    const mock = createMockXai();
    const form = toForm({ file: new File(["x"], "a.wav") });
    const { voice_id } = await askForm<Wire.CustomVoice>(mock, "/v1/custom-voices", form);
    for (const id of ["EVE", voice_id]) {
      expect((await send(mock, "/v1/tts", { ...speech, voice_id: id })).status).toBe(200);
    }
  });

  it.each<[object, number, string]>([
    [{ text: "" }, 400, "The field `text` is empty."],
    [{ speed: 2 }, 400, "The field `speed` is not valid: expected at most 1.5, got 2."],
    [{ voice_id: "nobody" }, 404, "No voice has the id nobody."],
    [
      { output_format: { codec: "wav", sample_rate: 9000 } },
      400,
      "The field `output_format.sample_rate` is not valid: expected 8000 or 16000 or 22050 or 24000 or 44100 or 48000, got 9000.",
    ],
    [{ output_format: { codec: "wav", bit_rate: 32_000 } }, 400, "The codec wav has no bit_rate."],
  ])("is refused for %j with an error that has no code", async (body, status, error) => {
    expect(await refusal(createMockXai(), "/v1/tts", { ...speech, ...body })).toEqual([status, { error }]);
  });
});

describe("a simulated transcription", () => {
  const transcribe = async (parts: Record<string, string | Blob>): Promise<[number, unknown]> => {
    const response = await createMockXai().fetch("/v1/stt", { method: "POST", body: toForm(parts) });
    return [response.status, await response.json()];
  };
  const file = new File([new Uint8Array(32_000)], "talk.mp3");

  it("hears the name of the file, in words that fill its length", async () => {
    const [, body] = await transcribe({ language: "de", diarize: "true", file });
    expect(body).toMatchObject({
      text: "This is what the simulator hears in talk.mp3.",
      language: "de",
      duration: 2,
      words: expect.arrayContaining([
        { text: "This", start: 0, end: 0.25, confidence: 1, speaker: 0 },
        { text: "talk.mp3.", start: 1.75, end: 2, confidence: 1, speaker: 1 },
      ]),
    });
  });

  it("takes an address, and every channel by itself", async () => {
    const [, body] = await transcribe({
      url: "https://media.example/a/b.wav?x=1",
      multichannel: "true",
      channels: "3",
    });
    expect(body).toMatchObject({
      text: expect.stringContaining("b.wav"),
      channels: [{ index: 0 }, { index: 1 }, { index: 2 }],
    });
  });

  it("takes a term for each part of that name", async () => {
    const form = toForm({});
    for (const term of ["Ada", "Grok"]) form.append("keyterm", term);
    form.append("file", file);
    expect(await askForm(createMockXai(), "/v1/stt", form)).toHaveProperty("text");
  });

  it.each<[string, Record<string, string | Blob>, string]>([
    ["no recording", { language: "en" }, "The request needs one of `file` and `url`."],
    [
      "a part after the file",
      { file, language: "en" },
      "The part file has to be the last one, and language comes after it.",
    ],
    [
      "speakers to tell apart in a file whose name tells no format",
      { diarize: "true", file: new File(["x"], "blob") },
      "Unsupported audio_format: 'blob'",
    ],
    ["a format without a language", { format: "true", file }, "The argument format needs a language."],
    ["raw audio without a rate", { audio_format: "pcm", file }, "The audio_format pcm needs a sample_rate."],
  ])("is refused with %s", async (_, parts, error) => {
    expect(await transcribe(parts)).toMatchObject([400, { error }]);
  });
});

describe("a voice of one's own", () => {
  const clone = (mock: MockXai, name: string): Promise<Wire.CustomVoice> =>
    askForm(
      mock,
      "/v1/custom-voices",
      toForm({ name, tone: "warm", file: new File(["sound"], "a.wav", { type: "audio/wav" }) }),
    );

  it("can be labelled, heard and deleted", async () => {
    const mock = createMockXai();
    const voice = await clone(mock, "Narrator");
    const path = `/v1/custom-voices/${voice.voice_id}`;
    const init = { method: "PATCH", body: JSON.stringify({ name: "Reader", tone: null }) };
    const changed = await mock.fetch(path, { ...init, headers: { "content-type": "application/json" } });
    expect(await changed.json()).toEqual({ ...voice, name: "Reader", tone: null });
    const audio = await mock.fetch(`${path}/audio`);
    const sound = new TextDecoder().decode(await audio.arrayBuffer());
    expect([audio.headers.get("content-type"), sound]).toEqual(["audio/wav", "sound"]);
    expect(await (await mock.fetch(path, { method: "DELETE" })).json()).toEqual({ deleted: true });
    expect((await mock.fetch(path)).status).toBe(404);
  });

  it("is listed page by page, also when the page before is deleted meanwhile", async () => {
    const mock = createMockXai();
    for (const name of ["a", "b", "c"]) await clone(mock, name);
    const list = async (query: string): Promise<Wire.ListCustomVoicesResponse> =>
      (await mock.fetch(`/v1/custom-voices?${query}`)).json();
    const first = await list("limit=2");
    expect(first.voices.map(({ name }) => name)).toEqual(["a", "b"]);
    await mock.fetch(`/v1/custom-voices/${first.voices[1]?.voice_id ?? ""}`, { method: "DELETE" });
    const last = await list(`limit=2&pagination_token=${first.pagination_token ?? ""}`);
    expect(last.voices.map(({ name }) => name)).toEqual(["c"]);
    expect(last).not.toHaveProperty("pagination_token");
  });
});

describe("a simulated client secret", () => {
  it("lives ten minutes unless it is told otherwise", async () => {
    const mock = createMockXai({ now: () => 1_000_000 });
    const usual = await (await mock.fetch("/v1/realtime/client_secrets", { method: "POST" })).json();
    expect(usual).toEqual({ value: expect.stringMatching(/^xai-realtime-client-secret-/), expires_at: 1600 });
    const short = await ask<Wire.ClientSecret>(mock, "/v1/realtime/client_secrets", {
      expires_after: { seconds: 60 },
    });
    expect(short.expires_at).toBe(1060);
    expect(
      (await refusal(mock, "/v1/realtime/client_secrets", { expires_after: { seconds: 3601 } }))[0],
    ).toBe(400);
  });
});
