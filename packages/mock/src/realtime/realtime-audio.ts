import { encodeSpeech } from "../voice/encode-speech.ts";
import { readRecord, readText } from "../prompt/read-record.ts";

/** How an answer sounds. */
export interface Speech {
  /** Whether sound goes out as frames of bytes instead of base64 in events. */
  readonly isBinary: boolean;
  /** A quiet tone, or silence, of this length. */
  encode(seconds: number): Uint8Array<ArrayBuffer>;
}

type Fields = Readonly<Record<string, unknown>>;

const codecs: Readonly<Record<string, string>> = {
  "audio/pcm": "pcm",
  "audio/pcmu": "mulaw",
  "audio/pcma": "alaw",
};

/** How the settings of a session want sound to go out; a sentence where the simulator cannot make it. */
export function speechOf(settings: Fields): Speech | string {
  const output = readRecord(readRecord(settings["audio"])["output"]);
  const { codec, sampleRate } = formatOf(output);
  if (codec === undefined) return "The simulator makes sound as audio/pcm, audio/pcmu or audio/pcma alone.";
  return {
    isBinary: output["transport"] === "binary",
    encode: (seconds) => encodeSpeech({ codec, sampleRate, bitRate: 0 }, seconds),
  };
}

/** How long so many bytes of the client's sound last; those of a codec that is packed count as if they were not. */
export function secondsOf(settings: Fields, bytes: number): number {
  const { codec, sampleRate } = formatOf(readRecord(readRecord(settings["audio"])["input"]));
  return bytes / (sampleRate * (codec === "pcm" ? 2 : 1));
}

function formatOf(direction: Fields): { readonly codec: string | undefined; readonly sampleRate: number } {
  const { type, rate } = readRecord(direction["format"]);
  const codec = codecs[readText(type) || "audio/pcm"];
  return { codec, sampleRate: typeof rate === "number" ? rate : codec === "pcm" ? 24_000 : 8000 };
}
