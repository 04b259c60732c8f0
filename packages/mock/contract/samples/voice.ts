import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";
import { recording } from "./material.ts";

export const voiceSamples: SamplesOf<"tts" | "stt" | "customVoices" | "realtime"> = {
  "tts.create": [
    { args: [{ text: "Hello", language: "en" }] },
    {
      as: "with settings",
      args: [
        {
          text: "Hello",
          language: "auto",
          voice_id: "ara",
          output_format: { codec: "mp3", sample_rate: 24_000, bit_rate: 64_000 },
          speed: 1.2,
          text_normalization: true,
          replace: { xAI: "ex ay eye" },
          optimize_streaming_latency: 1,
        },
      ],
    },
    {
      as: "with the time of each character",
      answer: "timestamps",
      args: [{ text: "Hello", language: "en", with_timestamps: true }],
    },
  ],
  "tts.voices.list": [{ args: [] }],
  "tts.voices.retrieve": [{ args: ["eve"] }],
  "stt.create": [
    { args: [{ file: recording }], sends: [["file", { filename: "audio.wav" }]] },
    {
      as: "with settings, which go before the file",
      args: [
        {
          file: recording,
          model: "grok-voice-transcribe-2.0",
          language: "en",
          format: true,
          diarize: true,
          keyterm: ["xAI", "Grok"],
          multichannel: true,
          channels: 2,
          vad_threshold: 0.5,
        },
      ],
      sends: [
        ["model", "grok-voice-transcribe-2.0"],
        ["language", "en"],
        ["format", "true"],
        ["diarize", "true"],
        ["keyterm", "xAI"],
        ["keyterm", "Grok"],
        ["multichannel", "true"],
        ["channels", "2"],
        ["vad_threshold", "0.5"],
        ["file", { filename: "audio.wav" }],
      ],
    },
    {
      as: "of an address",
      args: [{ url: "https://media.example/voice.wav" }],
      sends: [["url", "https://media.example/voice.wav"]],
    },
  ],
  "customVoices.create": [
    {
      args: [{ file: recording, name: "Narrator", gender: "neutral", tone: "warm" }],
      sends: [
        ["name", "Narrator"],
        ["gender", "neutral"],
        ["tone", "warm"],
        ["file", { filename: "audio.wav" }],
      ],
    },
  ],
  "customVoices.list": [
    {
      args: async (xai) => {
        await cloned(xai);
        return [];
      },
    },
    {
      as: "page by page",
      args: async (xai) => {
        await cloned(xai);
        await cloned(xai);
        return [{ limit: 1 }];
      },
    },
  ],
  "customVoices.retrieve": [{ args: cloned }],
  "customVoices.update": [{ args: async (xai) => [...(await cloned(xai)), { name: "Reader", tone: null }] }],
  "customVoices.delete": [{ args: cloned }],
  "customVoices.audio": [{ args: cloned }],
  "realtime.clientSecrets.create": [
    { args: [], sends: {} },
    {
      as: "for a session",
      args: [
        {
          expires_after: { seconds: 60 },
          session: {
            model: "grok-voice-latest",
            instructions: "Be brief.",
            voice: "eve",
            turn_detection: { type: "server_vad", threshold: 0.5, silence_duration_ms: 500 },
            modalities: ["text", "audio"],
            audio: { output: { format: { type: "audio/pcm", rate: 24_000 }, speed: 1 } },
          },
        },
      ],
    },
  ],
};

async function cloned(xai: Xai): Promise<[voiceId: string]> {
  return [(await xai.customVoices.create({ file: recording, name: "Narrator" })).voice_id];
}
