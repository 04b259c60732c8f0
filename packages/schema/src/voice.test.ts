import { describe, expect, it } from "vitest";
import {
  ClientSecret,
  CreateClientSecretRequest,
  CreateCustomVoiceMultipartRequest,
  CustomVoice,
  SpeechRequest,
  SpeechWithTimestamps,
  Transcription,
  TranscriptionMultipartRequest,
  UpdateCustomVoiceRequest,
} from "./index.ts";

const file = new Blob(["sound"]);

describe("a request to speak", () => {
  const speech = { text: "Hi", language: "auto" };

  it("needs a text and its language", () => {
    expect(SpeechRequest.safeParse(speech).success).toBe(true);
    expect(SpeechRequest.safeParse({ text: "Hi" }).success).toBe(false);
    expect(SpeechRequest.safeParse({ language: "en" }).success).toBe(false);
  });

  it("takes any voice, and a pace and a text within bounds", () => {
    expect(SpeechRequest.safeParse({ ...speech, voice_id: "my-own", speed: 1.5 }).success).toBe(true);
    expect(SpeechRequest.safeParse({ ...speech, speed: 2 }).success).toBe(false);
    expect(SpeechRequest.safeParse({ ...speech, text: "a".repeat(60_001) }).success).toBe(false);
  });
});

describe("a form of the voice APIs", () => {
  it("transcribes a file or an address, with terms to listen for", () => {
    const form = { language: "en", format: true, keyterm: ["Grok", "xAI"], channels: 2 };
    expect(TranscriptionMultipartRequest.safeParse({ ...form, file }).success).toBe(true);
    const url = "https://example.com/talk.mp3";
    expect(TranscriptionMultipartRequest.safeParse({ ...form, url }).success).toBe(true);
    expect(TranscriptionMultipartRequest.safeParse({ ...form, channels: 9 }).success).toBe(false);
  });

  it("clones a voice from a recording and no less", () => {
    expect(CreateCustomVoiceMultipartRequest.safeParse({ name: "Mine", file }).success).toBe(true);
    expect(CreateCustomVoiceMultipartRequest.safeParse({ name: "Mine" }).success).toBe(false);
  });
});

describe("a change of a custom voice", () => {
  it("may clear a label and takes no unknown one", () => {
    expect(UpdateCustomVoiceRequest.safeParse({ tone: null, name: "Mine" }).success).toBe(true);
    expect(UpdateCustomVoiceRequest.safeParse({ colour: "blue" }).success).toBe(false);
  });
});

describe("a request for a client secret", () => {
  const accepted = (request: unknown): boolean => CreateClientSecretRequest.safeParse(request).success;

  it("may be empty, bound in time, and carry a session", () => {
    expect(accepted({})).toBe(true);
    expect(accepted({ expires_after: { seconds: 3600 }, session: null })).toBe(true);
    const turn_detection = { type: "server_vad", idle_timeout_ms: 9000 };
    expect(accepted({ session: { model: "grok-voice-latest", turn_detection } })).toBe(true);
    expect(accepted({ session: { turn_detection: { type: null } } })).toBe(true);
  });

  it("is refused beyond an hour and with an unknown kind of turn detection", () => {
    expect(accepted({ expires_after: { seconds: 3601 } })).toBe(false);
    expect(accepted({ session: { turn_detection: { type: "telepathy" } } })).toBe(false);
  });
});

describe("an answer of the voice APIs", () => {
  it("times each character of a speech", () => {
    const audio_timestamps = {
      graph_chars: ["H", "i"],
      graph_times: [
        [0, 0.1],
        [0.1, 0.25],
      ],
    };
    const speech = { audio: "SGk=", content_type: "audio/mpeg", duration: 0.25, audio_timestamps };
    expect(SpeechWithTimestamps.parse(speech)).toEqual(speech);
    const uneven = { ...audio_timestamps, graph_times: [[0]] };
    expect(SpeechWithTimestamps.safeParse({ ...speech, audio_timestamps: uneven }).success).toBe(false);
  });

  it("writes down words by channel", () => {
    const words = [{ text: "Hi", start: 0.1, end: 0.3, speaker: 1 }];
    const transcription = { text: "Hi", language: "en", duration: 1.5, words };
    const channels = [{ index: 0, text: "Hi", words }];
    expect(Transcription.parse({ ...transcription, channels })).toEqual({ ...transcription, channels });
    expect(Transcription.safeParse({ ...transcription, text: null }).success).toBe(false);
  });

  it("has null for labels that a voice lacks", () => {
    const voice = { voice_id: "v_1", created_at: "2026-11-22T10:00:00Z", name: "Mine", tone: null };
    expect(CustomVoice.parse(voice)).toEqual(voice);
  });

  it("is a secret with its end", () => {
    expect(ClientSecret.safeParse({ value: "s", expires_at: 1_700_000_000 }).success).toBe(true);
    expect(ClientSecret.safeParse({ client_secret: { value: "s" } }).success).toBe(false);
  });
});
