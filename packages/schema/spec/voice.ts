import {
  any,
  array,
  binary,
  boolean,
  double,
  fields,
  float,
  int32,
  int64,
  known,
  literal,
  named,
  nullable,
  object,
  optional,
  record,
  ref,
  required,
  string,
  union,
  type Area,
  type Field,
  type Shape,
} from "./notation.ts";

const unlisted = { differs: "xAI's OpenAPI file leaves the voice APIs out." };

const gender = known("male", "female", "neutral");
const sampleRate = int32({ min: 8000, max: 48000 });
const sampleRates = "8000, 16000, 22050, 24000, 44100 or 48000";
const seconds = (doc: string): Field => required(double(), doc);

/** What a team can note about a voice of its own. */
const labels = {
  name: [string(), "Name to show."],
  description: [string(), "What it is like, or for."],
  gender: [gender, "How it sounds."],
  accent: [string(), "Accent it speaks with."],
  age: [known("young", "middle-aged", "old"), "How old it sounds."],
  language: [string(), "Language of the recording, as a BCP-47 code."],
  use_case: [
    known(
      "conversational",
      "narration",
      "characters",
      "educational",
      "advertisement",
      "social_media",
      "entertainment",
    ),
    "What it is meant for.",
  ],
  tone: [
    known("warm", "casual", "professional", "friendly", "authoritative", "expressive", "calm"),
    "Mood it speaks in.",
  ],
} as const satisfies Record<string, readonly [Shape, string]>;

function labelFields(as: (shape: Shape) => Shape): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(labels).map(([name, [shape, doc]]): [string, Field] => [name, optional(as(shape), doc)]),
  );
}

export const voice: Area = {
  VoiceId: named(
    "A built-in voice, in any letter case, or the id of a voice of your own.",
    known(
      "altair",
      "ara",
      "atlas",
      "aurora",
      "carina",
      "castor",
      "celeste",
      "cosmo",
      "eve",
      "helios",
      "helix",
      "iris",
      "kepler",
      "leo",
      "liora",
      "lumen",
      "luna",
      "lux",
      "naksh",
      "orion",
      "perseus",
      "rex",
      "rigel",
      "sal",
      "sirius",
      "ursa",
      "zagan",
      "zenith",
    ),
    unlisted,
  ),
  SpeechRequest: object(
    "Body of `POST /v1/tts`.",
    {
      text: required(
        string({ maxLength: 60000 }),
        "What to say, with speech tags such as `[pause]` and `<whisper>…</whisper>`; a misspelled tag is read aloud.",
      ),
      language: required(string(), "BCP-47 code of the text's language, or `auto`."),
      voice_id: optional(ref("VoiceId"), "Who says it.", { default: "eve" }),
      output_format: optional(
        ref("SpeechOutputFormat"),
        "How the audio is encoded; MP3 at 24,000 Hz and 128,000 bit/s when absent.",
      ),
      with_timestamps: optional(
        boolean(),
        "`true` answers `SpeechWithTimestamps` as JSON, with the time of each character, in place of bytes.",
        { default: false },
      ),
      speed: optional(float({ min: 0.7, max: 1.5 }), "How fast to speak; 1 is the voice's own pace.", {
        default: 1,
      }),
      text_normalization: optional(
        boolean(),
        "Writes out numbers, dates and the like before they are spoken.",
      ),
      replace: optional(record(string()), "What to say in place of words of the text, by word."),
      optimize_streaming_latency: optional(
        int32({ min: 0, max: 2 }),
        "How much quality to give up for an earlier first sound.",
        { default: 0 },
      ),
    },
    unlisted,
  ),
  SpeechOutputFormat: object(
    "How audio is encoded.",
    {
      codec: required(
        known("mp3", "wav", "pcm", "mulaw", "alaw"),
        "Encoding; `pcm` is 16 bit, little-endian, without a header.",
      ),
      sample_rate: optional(nullable(sampleRate), `Samples in a second: ${sampleRates}.`, { default: 24000 }),
      bit_rate: optional(
        nullable(int32({ min: 32000, max: 192000 })),
        "Bits in a second, for `mp3` only: 32000, 64000, 96000, 128000 or 192000.",
        { default: 128000 },
      ),
    },
    unlisted,
  ),
  SpeechWithTimestamps: object(
    "Speech, and when each character of the text is heard.",
    {
      audio: required(string(), "The audio in base64."),
      content_type: required(string(), "Media type of the audio, such as `audio/mpeg`."),
      duration: seconds("Length in seconds."),
      audio_timestamps: optional(ref("SpeechTimestamps"), "When each character is heard."),
    },
    unlisted,
  ),
  SpeechTimestamps: object(
    "When each character of a spoken text is heard, in two lists of the same length.",
    {
      graph_chars: required(array(string()), "The characters, in order."),
      graph_times: required(
        array(array(double(), { min: 2, max: 2 })),
        "Start and end of each character, in seconds from the start of the audio.",
      ),
    },
    unlisted,
  ),
  Voice: object(
    "A built-in voice.",
    {
      voice_id: required(ref("VoiceId"), "Id to speak with."),
      name: required(string(), "Name to show."),
      language: optional(string(), "Language that it speaks best."),
      gender: optional(gender, "How it sounds."),
    },
    unlisted,
  ),
  ListVoicesResponse: object(
    "The built-in voices; voices of your own are listed apart.",
    { voices: required(array(ref("Voice")), "All of them.") },
    unlisted,
  ),
  TranscriptionMultipartRequest: object(
    "Form of `POST /v1/stt`: exactly one of `file` and `url`, and `file` as its last part, because parts after it are ignored.",
    {
      model: optional(
        known("grok-voice-transcribe-2.0", "grok-voice-transcribe-1.0"),
        "Model that listens; `grok-voice-transcribe-1.0` when absent.",
      ),
      language: optional(
        string(),
        "Code of the language that `format` writes in; any language is understood.",
      ),
      format: optional(
        boolean(),
        "Writes numbers, currencies and units as figures and signs; needs `language`.",
      ),
      diarize: optional(boolean(), "Tells speakers apart: each word then has a `speaker`."),
      keyterm: optional(
        array(string()),
        "Names and terms to listen for, each in a part of its own under this name.",
      ),
      filler_words: optional(boolean(), "Keeps sounds such as “uh” in the text."),
      multichannel: optional(boolean(), "Transcribes each channel by itself, into `channels`."),
      channels: optional(int32({ min: 2, max: 8 }), "How many channels the audio has."),
      vad_threshold: optional(float(), "How sure to be that a sound is speech."),
      audio_format: optional(
        known("pcm", "mulaw", "alaw", "wav", "mp3", "ogg", "opus", "flac", "aac", "mp4", "m4a", "mkv"),
        "Encoding of the audio; needed only for raw `pcm`, `mulaw` and `alaw`.",
      ),
      sample_rate: optional(sampleRate, `Samples in a second of raw audio: ${sampleRates}.`),
      url: optional(string(), "Address from which xAI fetches the audio."),
      file: optional(
        binary(),
        "The audio; its part needs a filename with the right extension, which may tell xAI the format.",
      ),
    },
    unlisted,
  ),
  Transcription: object(
    "What was said in a recording.",
    {
      text: required(string(), "All of it."),
      language: optional(string(), "Language that was heard."),
      duration: optional(double(), "Length of the recording in seconds."),
      words: optional(array(ref("TranscriptionWord")), "The words with their times."),
      channels: optional(
        array(ref("TranscriptionChannel")),
        "What was said in each channel, when `multichannel` asked for that.",
      ),
    },
    unlisted,
  ),
  TranscriptionWord: object(
    "A word of a recording.",
    {
      text: required(string(), "The word."),
      start: seconds("When it begins, in seconds from the start."),
      end: seconds("When it ends, in seconds from the start."),
      confidence: optional(double(), "How sure the model is of it."),
      speaker: optional(int32(), "Who says it, by number, when `diarize` asked for that."),
    },
    unlisted,
  ),
  TranscriptionChannel: object(
    "What was said in one channel of a recording.",
    {
      index: required(int32(), "Number of the channel, from 0."),
      text: required(string(), "All that was said in it."),
      language: optional(string(), "Language that was heard in it."),
      words: optional(array(ref("TranscriptionWord")), "Its words with their times."),
    },
    unlisted,
  ),
  CustomVoice: object(
    "A voice of your own, made from a recording.",
    {
      voice_id: required(string(), "Id to speak with, wherever a `voice_id` is taken."),
      created_at: required(string(), "When it was made, as ISO 8601 text."),
      ...labelFields((shape) => shape),
    },
    unlisted,
  ),
  CreateCustomVoiceMultipartRequest: object(
    "Form of `POST /v1/custom-voices`; `file` must be its last part.",
    {
      ...labelFields((shape) => shape),
      file: required(binary(), "Recording to clone the voice from, of at most 120 seconds."),
    },
    unlisted,
  ),
  UpdateCustomVoiceRequest: object(
    "Body of `PATCH /v1/custom-voices/{voice_id}`: null clears a label, an absent one stays.",
    labelFields(nullable),
    unlisted,
  ),
  ListCustomVoicesParams: object(
    "Query of `GET /v1/custom-voices`.",
    {
      limit: optional(int32({ min: 1 }), "Most voices in one page."),
      pagination_token: optional(string(), "Token that came with the page before."),
    },
    unlisted,
  ),
  ListCustomVoicesResponse: object(
    "One page of your own voices.",
    {
      voices: required(array(ref("CustomVoice")), "The voices of this page."),
      pagination_token: optional(string(), "Token for the next page; absent on the last."),
    },
    unlisted,
  ),
  DeletedCustomVoice: object(
    "Says that a voice of your own is gone.",
    { deleted: required(boolean(), "`true` when it was deleted.") },
    unlisted,
  ),
  CreateClientSecretRequest: object(
    "Body of `POST /v1/realtime/client_secrets`.",
    {
      expires_after: optional(ref("ClientSecretLifetime"), "How long the secret opens sessions."),
      session: optional(
        nullable(ref("RealtimeSession")),
        "Settings that every session opened with the secret starts with.",
      ),
    },
    unlisted,
  ),
  ClientSecretLifetime: object(
    "How long a client secret opens sessions.",
    { seconds: optional(int32({ min: 1, max: 3600 }), "Seconds from now.", { default: 600 }) },
    unlisted,
  ),
  ClientSecret: object(
    "A short-lived secret with which a browser opens a realtime session, so that the key stays on the server.",
    {
      value: required(
        string(),
        "The secret: a bearer token, or in browsers the WebSocket protocol `xai-client-secret.<value>`.",
      ),
      expires_at: required(int64(), "When it stops opening sessions, in Unix seconds."),
    },
    unlisted,
  ),
  RealtimeSession: object(
    "Settings of a realtime conversation in speech.",
    {
      model: optional(
        known("grok-voice-latest", "grok-voice-think-fast-2.0"),
        "Model that talks; the connection takes it from its own address, not from here.",
      ),
      instructions: optional(string(), "What the model is to do and to be."),
      voice: optional(ref("VoiceId"), "Who talks."),
      reasoning: optional(ref("RealtimeReasoning"), "Whether the model thinks before it talks."),
      turn_detection: optional(
        nullable(ref("RealtimeTurnDetection")),
        "How the end of a turn is noticed; null leaves that to you.",
      ),
      modalities: optional(array(known("text", "audio")), "What the model answers in."),
      type: optional(known("realtime"), "What kind of session this is, as OpenAI's clients say it."),
      output_modalities: optional(
        array(known("text", "audio")),
        "Newer name that OpenAI's clients have for `modalities`.",
      ),
      tool_choice: optional(
        union(
          known("auto", "none", "required"),
          fields({
            type: required(literal("function"), "A function."),
            name: required(string(), "Its name."),
          }),
        ),
        "Whether and which tool has to be used.",
      ),
      max_output_tokens: optional(
        union(int32({ min: 1 }), literal("inf")),
        "Ceiling on the tokens of one response.",
      ),
      metadata: optional(record(string()), "Labels of your own, of a single response."),
      audio: optional(ref("RealtimeAudio"), "How sound travels both ways."),
      tools: optional(
        array(record(any())),
        "Tools that the model may use, of the types `function`, `web_search`, `x_search`, `file_search` and `mcp`.",
      ),
      replace: optional(record(string()), "What to say in place of words of the answer, by word."),
      resumption: optional(ref("RealtimeResumption"), "Whether a broken connection can go on."),
    },
    unlisted,
  ),
  RealtimeReasoning: object(
    "Whether a realtime model thinks before it talks.",
    { effort: optional(known("high", "none"), "How much it thinks.") },
    unlisted,
  ),
  RealtimeTurnDetection: object(
    "How the end of a speaker's turn is noticed.",
    {
      type: required(nullable(literal("server_vad")), "By silence, on the server; null leaves it to you."),
      threshold: optional(float({ min: 0.1, max: 0.9 }), "How sure to be that a sound is speech."),
      silence_duration_ms: optional(
        int32({ min: 0, max: 10000 }),
        "Silence that ends a turn, in milliseconds.",
      ),
      prefix_padding_ms: optional(
        int32({ min: 0 }),
        "Sound from before the speech that is kept, in milliseconds.",
      ),
      idle_timeout_ms: optional(
        int32({ min: 0 }),
        "Silence after which the model speaks up by itself, in milliseconds.",
      ),
      create_response: optional(boolean(), "Whether the end of a turn makes the model answer."),
      interrupt_response: optional(boolean(), "Whether speech that begins cuts an answer off."),
    },
    unlisted,
  ),
  RealtimeAudio: object(
    "How sound travels in a realtime conversation.",
    {
      input: optional(ref("RealtimeAudioInput"), "Sound to the model."),
      output: optional(ref("RealtimeAudioOutput"), "Sound from the model."),
    },
    unlisted,
  ),
  RealtimeAudioInput: object(
    "How sound travels to the model.",
    {
      format: optional(ref("RealtimeAudioFormat"), "Encoding."),
      transport: optional(known("json", "binary"), "As base64 in events or as frames of bytes."),
      transcription: optional(ref("RealtimeTranscription"), "How the speaker's words are written down."),
    },
    unlisted,
  ),
  RealtimeAudioOutput: object(
    "How sound travels from the model.",
    {
      format: optional(ref("RealtimeAudioFormat"), "Encoding."),
      transport: optional(known("json", "binary"), "As base64 in events or as frames of bytes."),
      speed: optional(float({ min: 0.7, max: 1.5 }), "How fast the model talks; 1 is the voice's own pace."),
    },
    unlisted,
  ),
  RealtimeAudioFormat: object(
    "Encoding of the sound of a realtime conversation.",
    {
      type: required(known("audio/pcm", "audio/pcmu", "audio/pcma", "audio/opus"), "Media type."),
      rate: optional(int32({ min: 1 }), "Samples in a second."),
    },
    unlisted,
  ),
  RealtimeTranscription: object(
    "How a speaker's words are written down.",
    {
      model: optional(string(), "Model that listens."),
      language_hint: optional(string(), "Language that is likely spoken."),
      keyterms: optional(array(string(), { max: 100 }), "Names and terms to listen for."),
    },
    unlisted,
  ),
  RealtimeResumption: object(
    "Whether a broken connection can go on.",
    { enabled: optional(boolean(), "`true` keeps the conversation for a new connection.") },
    unlisted,
  ),
};
