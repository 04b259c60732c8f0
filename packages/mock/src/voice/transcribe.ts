import type { Wire } from "@xai-edge/core";
import { invalidArgument } from "../http/refused-request.ts";

const formats = ["pcm", "mulaw", "alaw", "wav", "mp3", "ogg", "opus", "flac", "aac", "mp4", "m4a", "mkv"];

/** Says what the simulator hears in a recording, which is its name; throws xAI's 400 for settings that do not fit. */
export async function transcribe(request: Wire.TranscriptionMultipartRequest): Promise<Wire.Transcription> {
  const { file, url, format, language, diarize, multichannel, channels } = request;
  if (Boolean(file) === Boolean(url)) throw invalidArgument("The request needs one of `file` and `url`.");
  if (format === true && !language) throw invalidArgument("The argument format needs a language.");
  const name = file instanceof File ? file.name : (url ?? "").replace(/[?#].*$/, "").replace(/^.*\//, "");
  const codec = request.audio_format ?? name.toLowerCase().replace(/^.*\./, "");
  if ((request.audio_format || diarize === true) && !formats.includes(codec)) {
    throw invalidArgument(`Unsupported audio_format: '${codec}'`);
  }
  const isRaw = codec === "pcm" || codec === "mulaw" || codec === "alaw";
  if (isRaw && !request.sample_rate) throw invalidArgument(`The audio_format ${codec} needs a sample_rate.`);
  const bytes = file ? new Uint8Array(await file.slice(0, 44).arrayBuffer()) : new Uint8Array();
  const bytesPerSecond = isRaw
    ? (request.sample_rate ?? 1) * (codec === "pcm" ? 2 : 1) * (channels ?? 1)
    : (wavBytesPerSecond(bytes) ?? 16_000);
  const duration = file ? file.size / bytesPerSecond : 3;
  const text = `This is what the simulator hears in ${name}.`;
  const parts = text.split(" ");
  const words = parts.map((word, index): Wire.TranscriptionWord => ({
    text: word,
    start: (duration * index) / parts.length,
    end: (duration * (index + 1)) / parts.length,
    confidence: 1,
    ...(diarize === true ? { speaker: index < parts.length / 2 ? 0 : 1 } : {}),
  }));
  const heard = { text, language: language ?? "en", words };
  return {
    ...heard,
    duration,
    ...(multichannel === true
      ? { channels: Array.from({ length: channels ?? 2 }, (_, index) => ({ index, ...heard })) }
      : {}),
  };
}

function wavBytesPerSecond(head: Uint8Array): number | undefined {
  if (head.length < 44 || String.fromCharCode(...head.subarray(0, 4)) !== "RIFF") return undefined;
  return new DataView(head.buffer).getUint32(28, true) || undefined;
}
