import { misbehave, type Step } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

async function answering(...steps: Step[]) {
  const server = await misbehave(steps);
  return { server, xai: createXai({ baseURL: server.url, maxRetries: 0 }) };
}

describe("speech", () => {
  it("comes as bytes, or whole with the times of its characters", async () => {
    const timed = { audio: "AAE=", content_type: "audio/mpeg", duration: 1 };
    const { xai, server } = await answering(
      { bodyBase64: "AAE=", headers: { "content-type": "audio/mpeg" } },
      { json: timed },
    );
    const speech = { text: "Hi", language: "en", voice_id: "eve" };
    const audio = await xai.tts.create(speech);
    expect(audio.contentType).toBe("audio/mpeg");
    expect([...(await audio.bytes())]).toEqual([0, 1]);
    expect(await xai.tts.create({ ...speech, with_timestamps: true })).toEqual(timed);
    const requests = await server.requests();
    expect(requests.map(({ path, headers, body }) => [path, headers["accept"], JSON.parse(body)])).toEqual([
      ["/tts", "*/*", speech],
      ["/tts", "application/json", { ...speech, with_timestamps: true }],
    ]);
  });

  it("of no text is refused", async () => {
    const { xai, server } = await answering({});
    await expect(xai.tts.create({ text: "", language: "en" })).rejects.toMatchObject({
      name: "XaiOptionsError",
    });
    expect(await server.requests()).toEqual([]);
  });

  it("has voices", async () => {
    const { xai, server } = await answering(
      { json: { voices: [] } },
      { json: { voice_id: "eve", name: "Eve" } },
    );
    expect(await xai.tts.voices.list()).toEqual({ voices: [] });
    expect(await xai.tts.voices.retrieve("eve")).toEqual({ voice_id: "eve", name: "Eve" });
    expect((await server.requests()).map(({ path }) => path)).toEqual(["/tts/voices", "/tts/voices/eve"]);
  });
});

describe("a transcription", () => {
  it("sends the recording as the last part, under a name with its extension", async () => {
    const { xai, server } = await answering({ json: { text: "hi" } });
    const ogg = new Blob(["OggS\0"]);
    expect(await xai.stt.create({ file: ogg, diarize: true, keyterm: ["Grok", "xAI"] })).toEqual({
      text: "hi",
    });
    await xai.stt.create({ file: new Uint8Array(9), audio_format: "pcm", sample_rate: 16_000 });
    await xai.stt.create({ url: "https://x.test/a.mp3", language: "en" });
    const bodies = (await server.requests()).map(({ body }) =>
      [...body.matchAll(/ name="(\w+)"(?:; filename="([^"]+)")?/g)].map(([, name, file]) => file ?? name),
    );
    expect(bodies).toEqual([
      ["diarize", "keyterm", "keyterm", "audio.ogg"],
      ["audio_format", "sample_rate", "audio.pcm"],
      ["url", "language"],
    ]);
  });

  it("needs a file or a url, and not both", async () => {
    const { xai, server } = await answering({});
    await expect(xai.stt.create({})).rejects.toMatchObject({
      message: "Expected a file or a url, got neither",
    });
    const both = { file: new Blob(["x"]), url: "https://x.test/a.mp3" };
    await expect(xai.stt.create(both)).rejects.toMatchObject({
      message: "Expected a file or a url, got both",
    });
    expect(await server.requests()).toEqual([]);
  });
});

describe("a voice of one's own", () => {
  it("is cloned from a recording, which is the last part, and relabelled", async () => {
    const { xai, server } = await answering({ json: { voice_id: "v" } });
    await xai.customVoices.create({ file: new Blob(["fLaC"]), name: "Me", tone: "calm" });
    await xai.customVoices.retrieve("v");
    await xai.customVoices.update("v", { name: null });
    const [create, retrieve, update] = await server.requests();
    expect(create?.body).toMatch(
      /name="name"\r\n\r\nMe\r\n[^]*name="tone"[^]*name="file"; filename="audio.flac"/,
    );
    expect(retrieve).toMatchObject({ method: "GET", path: "/custom-voices/v" });
    expect(update).toMatchObject({ method: "PATCH", path: "/custom-voices/v", body: '{"name":null}' });
  });
});

describe("a client secret", () => {
  it("lives for 1 to 3,600 seconds", async () => {
    const { xai, server } = await answering({ json: { value: "s", expires_at: 1 } });
    for (const seconds of [0, 3601, 1.5]) {
      await expect(xai.realtime.clientSecrets.create({ expires_after: { seconds } })).rejects.toMatchObject({
        name: "XaiOptionsError",
      });
    }
    expect(await xai.realtime.clientSecrets.create()).toEqual({ value: "s", expires_at: 1 });
    await xai.realtime.clientSecrets.create({ expires_after: { seconds: 3600 } });
    expect((await server.requests()).map(({ path, body }) => [path, body])).toEqual([
      ["/realtime/client_secrets", "{}"],
      ["/realtime/client_secrets", '{"expires_after":{"seconds":3600}}'],
    ]);
  });
});
