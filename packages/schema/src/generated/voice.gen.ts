// Written by `pnpm generate` from packages/schema/spec (source 0f4e8c2ee365). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/** A built-in voice, in any letter case, or the id of a voice of your own. */
export const VoiceId: z.ZodMiniType<Wire.VoiceId> = /* @__PURE__ */ (() =>
  z.string())();

/** How audio is encoded. */
export const SpeechOutputFormat: z.ZodMiniType<Wire.SpeechOutputFormat> = /* @__PURE__ */ (() =>
  z.strictObject({
    "codec": z.string(),
    "sample_rate": z.nullish(z.int32().check(z.gte(8000), z.lte(48000))),
    "bit_rate": z.nullish(z.int32().check(z.gte(32000), z.lte(192000))),
  }))();

/** Body of `POST /v1/tts`. */
export const SpeechRequest: z.ZodMiniType<Wire.SpeechRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "text": z.string().check(z.maxLength(60000)),
    "language": z.string(),
    "voice_id": z.optional(VoiceId),
    "output_format": z.optional(SpeechOutputFormat),
    "with_timestamps": z.optional(z.boolean()),
    "speed": z.optional(z.number().check(z.gte(0.7), z.lte(1.5))),
    "text_normalization": z.optional(z.boolean()),
    "replace": z.optional(z.record(z.string(), z.string())),
    "optimize_streaming_latency": z.optional(z.int32().check(z.gte(0), z.lte(2))),
  }))();

/** When each character of a spoken text is heard, in two lists of the same length. */
export const SpeechTimestamps: z.ZodMiniType<Wire.SpeechTimestamps> = /* @__PURE__ */ (() =>
  z.looseObject({
    "graph_chars": z.array(z.string()),
    "graph_times": z.array(z.array(z.number()).check(z.minLength(2), z.maxLength(2))),
  }))();

/** Speech, and when each character of the text is heard. */
export const SpeechWithTimestamps: z.ZodMiniType<Wire.SpeechWithTimestamps> = /* @__PURE__ */ (() =>
  z.looseObject({
    "audio": z.string(),
    "content_type": z.string(),
    "duration": z.number(),
    "audio_timestamps": z.nullish(SpeechTimestamps),
  }))();

/** A built-in voice. */
export const Voice: z.ZodMiniType<Wire.Voice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "voice_id": VoiceId,
    "name": z.string(),
    "language": z.nullish(z.string()),
    "gender": z.nullish(z.string()),
  }))();

/** The built-in voices; voices of your own are listed apart. */
export const ListVoicesResponse: z.ZodMiniType<Wire.ListVoicesResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "voices": z.array(Voice),
  }))();

/**
 * Form of `POST /v1/stt`: exactly one of `file` and `url`, and `file` as its last part, because parts after
 * it are ignored.
 */
export const TranscriptionMultipartRequest: z.ZodMiniType<Wire.TranscriptionMultipartRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": z.optional(z.string()),
    "language": z.optional(z.string()),
    "format": z.optional(z.boolean()),
    "diarize": z.optional(z.boolean()),
    "keyterm": z.optional(z.array(z.string())),
    "filler_words": z.optional(z.boolean()),
    "multichannel": z.optional(z.boolean()),
    "channels": z.optional(z.int32().check(z.gte(2), z.lte(8))),
    "vad_threshold": z.optional(z.number()),
    "audio_format": z.optional(z.string()),
    "sample_rate": z.optional(z.int32().check(z.gte(8000), z.lte(48000))),
    "url": z.optional(z.string()),
    "file": z.optional(z.custom<Blob>((value) => value instanceof Blob)),
  }))();

/** A word of a recording. */
export const TranscriptionWord: z.ZodMiniType<Wire.TranscriptionWord> = /* @__PURE__ */ (() =>
  z.looseObject({
    "text": z.string(),
    "start": z.number(),
    "end": z.number(),
    "confidence": z.nullish(z.number()),
    "speaker": z.nullish(z.int32()),
  }))();

/** What was said in one channel of a recording. */
export const TranscriptionChannel: z.ZodMiniType<Wire.TranscriptionChannel> = /* @__PURE__ */ (() =>
  z.looseObject({
    "index": z.int32(),
    "text": z.string(),
    "language": z.nullish(z.string()),
    "words": z.nullish(z.array(TranscriptionWord)),
  }))();

/** What was said in a recording. */
export const Transcription: z.ZodMiniType<Wire.Transcription> = /* @__PURE__ */ (() =>
  z.looseObject({
    "text": z.string(),
    "language": z.nullish(z.string()),
    "duration": z.nullish(z.number()),
    "words": z.nullish(z.array(TranscriptionWord)),
    "channels": z.nullish(z.array(TranscriptionChannel)),
  }))();

/** A voice of your own, made from a recording. */
export const CustomVoice: z.ZodMiniType<Wire.CustomVoice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "voice_id": z.string(),
    "created_at": z.string(),
    "name": z.nullish(z.string()),
    "description": z.nullish(z.string()),
    "gender": z.nullish(z.string()),
    "accent": z.nullish(z.string()),
    "age": z.nullish(z.string()),
    "language": z.nullish(z.string()),
    "use_case": z.nullish(z.string()),
    "tone": z.nullish(z.string()),
  }))();

/** Form of `POST /v1/custom-voices`; `file` must be its last part. */
export const CreateCustomVoiceMultipartRequest: z.ZodMiniType<Wire.CreateCustomVoiceMultipartRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.optional(z.string()),
    "description": z.optional(z.string()),
    "gender": z.optional(z.string()),
    "accent": z.optional(z.string()),
    "age": z.optional(z.string()),
    "language": z.optional(z.string()),
    "use_case": z.optional(z.string()),
    "tone": z.optional(z.string()),
    "file": z.custom<Blob>((value) => value instanceof Blob),
  }))();

/** Body of `PATCH /v1/custom-voices/{voice_id}`: null clears a label, an absent one stays. */
export const UpdateCustomVoiceRequest: z.ZodMiniType<Wire.UpdateCustomVoiceRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.nullish(z.string()),
    "description": z.nullish(z.string()),
    "gender": z.nullish(z.string()),
    "accent": z.nullish(z.string()),
    "age": z.nullish(z.string()),
    "language": z.nullish(z.string()),
    "use_case": z.nullish(z.string()),
    "tone": z.nullish(z.string()),
  }))();

/** Query of `GET /v1/custom-voices`. */
export const ListCustomVoicesParams: z.ZodMiniType<Wire.ListCustomVoicesParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.optional(z.int32().check(z.gte(1))),
    "pagination_token": z.optional(z.string()),
  }))();

/** One page of your own voices. */
export const ListCustomVoicesResponse: z.ZodMiniType<Wire.ListCustomVoicesResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "voices": z.array(CustomVoice),
    "pagination_token": z.nullish(z.string()),
  }))();

/** Says that a voice of your own is gone. */
export const DeletedCustomVoice: z.ZodMiniType<Wire.DeletedCustomVoice> = /* @__PURE__ */ (() =>
  z.looseObject({
    "deleted": z.boolean(),
  }))();

/** How long a client secret opens sessions. */
export const ClientSecretLifetime: z.ZodMiniType<Wire.ClientSecretLifetime> = /* @__PURE__ */ (() =>
  z.strictObject({
    "seconds": z.optional(z.int32().check(z.gte(1), z.lte(3600))),
  }))();

/** Whether a realtime model thinks before it talks. */
export const RealtimeReasoning: z.ZodMiniType<Wire.RealtimeReasoning> = /* @__PURE__ */ (() =>
  z.strictObject({
    "effort": z.optional(z.string()),
  }))();

/** How the end of a speaker's turn is noticed. */
export const RealtimeTurnDetection: z.ZodMiniType<Wire.RealtimeTurnDetection> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.nullable(z.literal("server_vad")),
    "threshold": z.optional(z.number().check(z.gte(0.1), z.lte(0.9))),
    "silence_duration_ms": z.optional(z.int32().check(z.gte(0), z.lte(10000))),
    "prefix_padding_ms": z.optional(z.int32().check(z.gte(0))),
    "idle_timeout_ms": z.optional(z.int32().check(z.gte(0))),
    "create_response": z.optional(z.boolean()),
    "interrupt_response": z.optional(z.boolean()),
  }))();

/** Encoding of the sound of a realtime conversation. */
export const RealtimeAudioFormat: z.ZodMiniType<Wire.RealtimeAudioFormat> = /* @__PURE__ */ (() =>
  z.strictObject({
    "type": z.string(),
    "rate": z.optional(z.int32().check(z.gte(1))),
  }))();

/** How a speaker's words are written down. */
export const RealtimeTranscription: z.ZodMiniType<Wire.RealtimeTranscription> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": z.optional(z.string()),
    "language_hint": z.optional(z.string()),
    "keyterms": z.optional(z.array(z.string()).check(z.maxLength(100))),
  }))();

/** How sound travels to the model. */
export const RealtimeAudioInput: z.ZodMiniType<Wire.RealtimeAudioInput> = /* @__PURE__ */ (() =>
  z.strictObject({
    "format": z.optional(RealtimeAudioFormat),
    "transport": z.optional(z.string()),
    "transcription": z.optional(RealtimeTranscription),
  }))();

/** How sound travels from the model. */
export const RealtimeAudioOutput: z.ZodMiniType<Wire.RealtimeAudioOutput> = /* @__PURE__ */ (() =>
  z.strictObject({
    "format": z.optional(RealtimeAudioFormat),
    "transport": z.optional(z.string()),
    "speed": z.optional(z.number().check(z.gte(0.7), z.lte(1.5))),
  }))();

/** How sound travels in a realtime conversation. */
export const RealtimeAudio: z.ZodMiniType<Wire.RealtimeAudio> = /* @__PURE__ */ (() =>
  z.strictObject({
    "input": z.optional(RealtimeAudioInput),
    "output": z.optional(RealtimeAudioOutput),
  }))();

/** Whether a broken connection can go on. */
export const RealtimeResumption: z.ZodMiniType<Wire.RealtimeResumption> = /* @__PURE__ */ (() =>
  z.strictObject({
    "enabled": z.optional(z.boolean()),
  }))();

/** Settings of a realtime conversation in speech. */
export const RealtimeSession: z.ZodMiniType<Wire.RealtimeSession> = /* @__PURE__ */ (() =>
  z.strictObject({
    "model": z.optional(z.string()),
    "instructions": z.optional(z.string()),
    "voice": z.optional(VoiceId),
    "reasoning": z.optional(RealtimeReasoning),
    "turn_detection": z.nullish(RealtimeTurnDetection),
    "modalities": z.optional(z.array(z.string())),
    "type": z.optional(z.string()),
    "output_modalities": z.optional(z.array(z.string())),
    "tool_choice": z.optional(z.union([z.string(), z.strictObject({
      "type": z.literal("function"),
      "name": z.string(),
    })])),
    "max_output_tokens": z.optional(z.union([z.int32().check(z.gte(1)), z.literal("inf")])),
    "metadata": z.optional(z.record(z.string(), z.string())),
    "audio": z.optional(RealtimeAudio),
    "tools": z.optional(z.array(z.record(z.string(), z.unknown()))),
    "replace": z.optional(z.record(z.string(), z.string())),
    "resumption": z.optional(RealtimeResumption),
  }))();

/** Body of `POST /v1/realtime/client_secrets`. */
export const CreateClientSecretRequest: z.ZodMiniType<Wire.CreateClientSecretRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "expires_after": z.optional(ClientSecretLifetime),
    "session": z.nullish(RealtimeSession),
  }))();

/**
 * A short-lived secret with which a browser opens a realtime session, so that the key stays on the server.
 */
export const ClientSecret: z.ZodMiniType<Wire.ClientSecret> = /* @__PURE__ */ (() =>
  z.looseObject({
    "value": z.string(),
    "expires_at": z.int(),
  }))();
