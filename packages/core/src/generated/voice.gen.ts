// Written by `pnpm generate` from packages/schema/spec (source ad957edf1613). Do not edit.

import type { Open } from "./open.gen.ts";

/** A built-in voice, in any letter case, or the id of a voice of your own. */
export type VoiceId = Open<"altair" | "ara" | "atlas" | "aurora" | "carina" | "castor" | "celeste" | "cosmo" | "eve" | "helios" | "helix" | "iris" | "kepler" | "leo" | "liora" | "lumen" | "luna" | "lux" | "naksh" | "orion" | "perseus" | "rex" | "rigel" | "sal" | "sirius" | "ursa" | "zagan" | "zenith">;

/** Body of `POST /v1/tts`. */
export interface SpeechRequest {
  /**
   * What to say, with speech tags such as `[pause]` and `<whisper>…</whisper>`; a misspelled tag is read
   * aloud. At most 60000 characters.
   */
  text: string;
  /** BCP-47 code of the text's language, or `auto`. */
  language: string;
  /** Who says it. Default: "eve". */
  voice_id?: VoiceId | undefined;
  /** How the audio is encoded; MP3 at 24,000 Hz and 128,000 bit/s when absent. */
  output_format?: SpeechOutputFormat | undefined;
  /**
   * `true` answers `SpeechWithTimestamps` as JSON, with the time of each character, in place of bytes.
   * Default: false.
   */
  with_timestamps?: boolean | undefined;
  /** How fast to speak; 1 is the voice's own pace. Range: from 0.7 to 1.5. Default: 1. */
  speed?: number | undefined;
  /** Writes out numbers, dates and the like before they are spoken. */
  text_normalization?: boolean | undefined;
  /** What to say in place of words of the text, by word. */
  replace?: { [key: string]: string } | undefined;
  /** How much quality to give up for an earlier first sound. Range: from 0 to 2. Default: 0. */
  optimize_streaming_latency?: number | undefined;
}

/** How audio is encoded. */
export interface SpeechOutputFormat {
  /** Encoding; `pcm` is 16 bit, little-endian, without a header. */
  codec: Open<"mp3" | "wav" | "pcm" | "mulaw" | "alaw">;
  /**
   * Samples in a second: 8000, 16000, 22050, 24000, 44100 or 48000. Range: from 8000 to 48000. Default:
   * 24000.
   */
  sample_rate?: number | null | undefined;
  /**
   * Bits in a second, for `mp3` only: 32000, 64000, 96000, 128000 or 192000. Range: from 32000 to 192000.
   * Default: 128000.
   */
  bit_rate?: number | null | undefined;
}

/** Speech, and when each character of the text is heard. */
export interface SpeechWithTimestamps {
  /** The audio in base64. */
  audio: string;
  /** Media type of the audio, such as `audio/mpeg`. */
  content_type: string;
  /** Length in seconds. */
  duration: number;
  /** When each character is heard. */
  audio_timestamps?: SpeechTimestamps | null | undefined;
}

/** When each character of a spoken text is heard, in two lists of the same length. */
export interface SpeechTimestamps {
  /** The characters, in order. */
  graph_chars: string[];
  /** Start and end of each character, in seconds from the start of the audio. */
  graph_times: (number[])[];
}

/** A built-in voice. */
export interface Voice {
  /** Id to speak with. */
  voice_id: VoiceId;
  /** Name to show. */
  name: string;
  /** Language that it speaks best. */
  language?: string | null | undefined;
  /** How it sounds. */
  gender?: Open<"male" | "female" | "neutral"> | null | undefined;
}

/** The built-in voices; voices of your own are listed apart. */
export interface ListVoicesResponse {
  /** All of them. */
  voices: Voice[];
}

/**
 * Form of `POST /v1/stt`: exactly one of `file` and `url`, and `file` as its last part, because parts after
 * it are ignored.
 */
export interface TranscriptionMultipartRequest {
  /** Model that listens; `grok-voice-transcribe-1.0` when absent. */
  model?: Open<"grok-voice-transcribe-2.0" | "grok-voice-transcribe-1.0"> | undefined;
  /** Code of the language that `format` writes in; any language is understood. */
  language?: string | undefined;
  /** Writes numbers, currencies and units as figures and signs; needs `language`. */
  format?: boolean | undefined;
  /** Tells speakers apart: each word then has a `speaker`. */
  diarize?: boolean | undefined;
  /** Names and terms to listen for, each in a part of its own under this name. */
  keyterm?: string[] | undefined;
  /** Keeps sounds such as “uh” in the text. */
  filler_words?: boolean | undefined;
  /** Transcribes each channel by itself, into `channels`. */
  multichannel?: boolean | undefined;
  /** How many channels the audio has. Range: from 2 to 8. */
  channels?: number | undefined;
  /** How sure to be that a sound is speech. */
  vad_threshold?: number | undefined;
  /** Encoding of the audio; needed only for raw `pcm`, `mulaw` and `alaw`. */
  audio_format?: Open<"pcm" | "mulaw" | "alaw" | "wav" | "mp3" | "ogg" | "opus" | "flac" | "aac" | "mp4" | "m4a" | "mkv"> | undefined;
  /**
   * Samples in a second of raw audio: 8000, 16000, 22050, 24000, 44100 or 48000. Range: from 8000 to 48000.
   */
  sample_rate?: number | undefined;
  /** Address from which xAI fetches the audio. */
  url?: string | undefined;
  /** The audio; its part needs a filename with the right extension, which may tell xAI the format. */
  file?: Blob | undefined;
}

/** What was said in a recording. */
export interface Transcription {
  /** All of it. */
  text: string;
  /** Language that was heard. */
  language?: string | null | undefined;
  /** Length of the recording in seconds. */
  duration?: number | null | undefined;
  /** The words with their times. */
  words?: TranscriptionWord[] | null | undefined;
  /** What was said in each channel, when `multichannel` asked for that. */
  channels?: TranscriptionChannel[] | null | undefined;
}

/** A word of a recording. */
export interface TranscriptionWord {
  /** The word. */
  text: string;
  /** When it begins, in seconds from the start. */
  start: number;
  /** When it ends, in seconds from the start. */
  end: number;
  /** How sure the model is of it. */
  confidence?: number | null | undefined;
  /** Who says it, by number, when `diarize` asked for that. */
  speaker?: number | null | undefined;
}

/** What was said in one channel of a recording. */
export interface TranscriptionChannel {
  /** Number of the channel, from 0. */
  index: number;
  /** All that was said in it. */
  text: string;
  /** Language that was heard in it. */
  language?: string | null | undefined;
  /** Its words with their times. */
  words?: TranscriptionWord[] | null | undefined;
}

/** A voice of your own, made from a recording. */
export interface CustomVoice {
  /** Id to speak with, wherever a `voice_id` is taken. */
  voice_id: string;
  /** When it was made, as ISO 8601 text. */
  created_at: string;
  /** Name to show. */
  name?: string | null | undefined;
  /** What it is like, or for. */
  description?: string | null | undefined;
  /** How it sounds. */
  gender?: Open<"male" | "female" | "neutral"> | null | undefined;
  /** Accent it speaks with. */
  accent?: string | null | undefined;
  /** How old it sounds. */
  age?: Open<"young" | "middle-aged" | "old"> | null | undefined;
  /** Language of the recording, as a BCP-47 code. */
  language?: string | null | undefined;
  /** What it is meant for. */
  use_case?: Open<"conversational" | "narration" | "characters" | "educational" | "advertisement" | "social_media" | "entertainment"> | null | undefined;
  /** Mood it speaks in. */
  tone?: Open<"warm" | "casual" | "professional" | "friendly" | "authoritative" | "expressive" | "calm"> | null | undefined;
}

/** Form of `POST /v1/custom-voices`; `file` must be its last part. */
export interface CreateCustomVoiceMultipartRequest {
  /** Name to show. */
  name?: string | undefined;
  /** What it is like, or for. */
  description?: string | undefined;
  /** How it sounds. */
  gender?: Open<"male" | "female" | "neutral"> | undefined;
  /** Accent it speaks with. */
  accent?: string | undefined;
  /** How old it sounds. */
  age?: Open<"young" | "middle-aged" | "old"> | undefined;
  /** Language of the recording, as a BCP-47 code. */
  language?: string | undefined;
  /** What it is meant for. */
  use_case?: Open<"conversational" | "narration" | "characters" | "educational" | "advertisement" | "social_media" | "entertainment"> | undefined;
  /** Mood it speaks in. */
  tone?: Open<"warm" | "casual" | "professional" | "friendly" | "authoritative" | "expressive" | "calm"> | undefined;
  /** Recording to clone the voice from, of at most 120 seconds. */
  file: Blob;
}

/** Body of `PATCH /v1/custom-voices/{voice_id}`: null clears a label, an absent one stays. */
export interface UpdateCustomVoiceRequest {
  /** Name to show. */
  name?: string | null | undefined;
  /** What it is like, or for. */
  description?: string | null | undefined;
  /** How it sounds. */
  gender?: Open<"male" | "female" | "neutral"> | null | undefined;
  /** Accent it speaks with. */
  accent?: string | null | undefined;
  /** How old it sounds. */
  age?: Open<"young" | "middle-aged" | "old"> | null | undefined;
  /** Language of the recording, as a BCP-47 code. */
  language?: string | null | undefined;
  /** What it is meant for. */
  use_case?: Open<"conversational" | "narration" | "characters" | "educational" | "advertisement" | "social_media" | "entertainment"> | null | undefined;
  /** Mood it speaks in. */
  tone?: Open<"warm" | "casual" | "professional" | "friendly" | "authoritative" | "expressive" | "calm"> | null | undefined;
}

/** Query of `GET /v1/custom-voices`. */
export interface ListCustomVoicesParams {
  /** Most voices in one page. Range: from 1. */
  limit?: number | undefined;
  /** Token that came with the page before. */
  pagination_token?: string | undefined;
}

/** One page of your own voices. */
export interface ListCustomVoicesResponse {
  /** The voices of this page. */
  voices: CustomVoice[];
  /** Token for the next page; absent on the last. */
  pagination_token?: string | null | undefined;
}

/** Says that a voice of your own is gone. */
export interface DeletedCustomVoice {
  /** `true` when it was deleted. */
  deleted: boolean;
}

/** Body of `POST /v1/realtime/client_secrets`. */
export interface CreateClientSecretRequest {
  /** How long the secret opens sessions. */
  expires_after?: ClientSecretLifetime | undefined;
  /** Settings that every session opened with the secret starts with. */
  session?: RealtimeSession | null | undefined;
}

/** How long a client secret opens sessions. */
export interface ClientSecretLifetime {
  /** Seconds from now. Range: from 1 to 3600. Default: 600. */
  seconds?: number | undefined;
}

/**
 * A short-lived secret with which a browser opens a realtime session, so that the key stays on the server.
 */
export interface ClientSecret {
  /** The secret: a bearer token, or in browsers the WebSocket protocol `xai-client-secret.<value>`. */
  value: string;
  /** When it stops opening sessions, in Unix seconds. */
  expires_at: number;
}

/** Settings of a realtime conversation in speech. */
export interface RealtimeSession {
  /** Model that talks; the connection takes it from its own address, not from here. */
  model?: Open<"grok-voice-latest" | "grok-voice-think-fast-2.0"> | undefined;
  /** What the model is to do and to be. */
  instructions?: string | undefined;
  /** Who talks. */
  voice?: VoiceId | undefined;
  /** Whether the model thinks before it talks. */
  reasoning?: RealtimeReasoning | undefined;
  /** How the end of a turn is noticed; null leaves that to you. */
  turn_detection?: RealtimeTurnDetection | null | undefined;
  /** What the model answers in. */
  modalities?: Open<"text" | "audio">[] | undefined;
  /** What kind of session this is, as OpenAI's clients say it. */
  type?: Open<"realtime"> | undefined;
  /** Newer name that OpenAI's clients have for `modalities`. */
  output_modalities?: Open<"text" | "audio">[] | undefined;
  /** Whether and which tool has to be used. */
  tool_choice?: Open<"auto" | "none" | "required"> | {
    /** A function. */
    type: "function";
    /** Its name. */
    name: string;
  } | undefined;
  /** Ceiling on the tokens of one response. */
  max_output_tokens?: number | "inf" | undefined;
  /** Labels of your own, of a single response. */
  metadata?: { [key: string]: string } | undefined;
  /** How sound travels both ways. */
  audio?: RealtimeAudio | undefined;
  /**
   * Tools that the model may use, of the types `function`, `web_search`, `x_search`, `file_search` and
   * `mcp`.
   */
  tools?: ({ [key: string]: unknown })[] | undefined;
  /** What to say in place of words of the answer, by word. */
  replace?: { [key: string]: string } | undefined;
  /** Whether a broken connection can go on. */
  resumption?: RealtimeResumption | undefined;
}

/** Whether a realtime model thinks before it talks. */
export interface RealtimeReasoning {
  /** How much it thinks. */
  effort?: Open<"high" | "none"> | undefined;
}

/** How the end of a speaker's turn is noticed. */
export interface RealtimeTurnDetection {
  /** By silence, on the server; null leaves it to you. */
  type: "server_vad" | null;
  /** How sure to be that a sound is speech. Range: from 0.1 to 0.9. */
  threshold?: number | undefined;
  /** Silence that ends a turn, in milliseconds. Range: from 0 to 10000. */
  silence_duration_ms?: number | undefined;
  /** Sound from before the speech that is kept, in milliseconds. Range: from 0. */
  prefix_padding_ms?: number | undefined;
  /** Silence after which the model speaks up by itself, in milliseconds. Range: from 0. */
  idle_timeout_ms?: number | undefined;
  /** Whether the end of a turn makes the model answer. */
  create_response?: boolean | undefined;
  /** Whether speech that begins cuts an answer off. */
  interrupt_response?: boolean | undefined;
}

/** How sound travels in a realtime conversation. */
export interface RealtimeAudio {
  /** Sound to the model. */
  input?: RealtimeAudioInput | undefined;
  /** Sound from the model. */
  output?: RealtimeAudioOutput | undefined;
}

/** How sound travels to the model. */
export interface RealtimeAudioInput {
  /** Encoding. */
  format?: RealtimeAudioFormat | undefined;
  /** As base64 in events or as frames of bytes. */
  transport?: Open<"json" | "binary"> | undefined;
  /** How the speaker's words are written down. */
  transcription?: RealtimeTranscription | undefined;
}

/** How sound travels from the model. */
export interface RealtimeAudioOutput {
  /** Encoding. */
  format?: RealtimeAudioFormat | undefined;
  /** As base64 in events or as frames of bytes. */
  transport?: Open<"json" | "binary"> | undefined;
  /** How fast the model talks; 1 is the voice's own pace. Range: from 0.7 to 1.5. */
  speed?: number | undefined;
}

/** Encoding of the sound of a realtime conversation. */
export interface RealtimeAudioFormat {
  /** Media type. */
  type: Open<"audio/pcm" | "audio/pcmu" | "audio/pcma" | "audio/opus">;
  /** Samples in a second. Range: from 1. */
  rate?: number | undefined;
}

/** How a speaker's words are written down. */
export interface RealtimeTranscription {
  /** Model that listens. */
  model?: string | undefined;
  /** Language that is likely spoken. */
  language_hint?: string | undefined;
  /** Names and terms to listen for. At most 100 items. */
  keyterms?: string[] | undefined;
}

/** Whether a broken connection can go on. */
export interface RealtimeResumption {
  /** `true` keeps the conversation for a new connection. */
  enabled?: boolean | undefined;
}
