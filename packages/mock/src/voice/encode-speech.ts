import type { Wire } from "@xai-edge/core";
import { invalidArgument } from "../http/refused-request.ts";
import { concatBytes, littleEndian, uint32 } from "../media/bytes.ts";

/** How speech is to be encoded, with the API's defaults filled in. */
export interface SpeechEncoding {
  readonly codec: string;
  readonly sampleRate: number;
  readonly bitRate: number;
}

const sampleRates = [8000, 16_000, 22_050, 24_000, 44_100, 48_000];
const bitRates = [32_000, 64_000, 96_000, 128_000, 192_000];
const types: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  wav: "audio/wav",
  pcm: "audio/pcm",
  mulaw: "audio/basic",
  alaw: "audio/x-alaw-basic",
};

/** Reads what a request asks for; throws xAI's 400 for a codec or a rate that there is not. */
export function readEncoding(format: Wire.SpeechOutputFormat | null | undefined): SpeechEncoding {
  const codec = format?.codec ?? "mp3";
  const sampleRate = format?.sample_rate ?? 24_000;
  const bitRate = format?.bit_rate ?? 128_000;
  if (types[codec] === undefined) throw notOneOf("codec", Object.keys(types), codec);
  if (!sampleRates.includes(sampleRate)) throw notOneOf("sample_rate", sampleRates, sampleRate);
  if (!bitRates.includes(bitRate)) throw notOneOf("bit_rate", bitRates, bitRate);
  if (codec !== "mp3" && format?.bit_rate) throw invalidArgument(`The codec ${codec} has no bit_rate.`);
  return { codec, sampleRate, bitRate };
}

function notOneOf(field: string, accepted: readonly unknown[], given: unknown): Error {
  return invalidArgument(
    `The field \`output_format.${field}\` is not valid: expected ${accepted.join(" or ")}, got ${String(given)}.`,
  );
}

/** Media type of audio in this encoding. */
export function typeOfSpeech({ codec }: SpeechEncoding): string {
  return types[codec] ?? "application/octet-stream";
}

/** Audio of this length that a player takes: a quiet tone in `wav` and `pcm`, silence in the others. */
export function encodeSpeech(encoding: SpeechEncoding, seconds: number): Uint8Array<ArrayBuffer> {
  const { codec, sampleRate } = encoding;
  const samples = Math.round(seconds * sampleRate);
  if (codec === "mp3") return silentMp3(encoding, seconds);
  // What both laws of https://www.itu.int/rec/T-REC-G.711 make of silence.
  if (codec === "mulaw") return new Uint8Array(samples).fill(0xff);
  if (codec === "alaw") return new Uint8Array(samples).fill(0xd5);
  const tone = new Uint8Array(samples * 2);
  const view = new DataView(tone.buffer);
  for (let index = 0; index < samples; index += 1) {
    view.setInt16(index * 2, Math.round(2000 * Math.sin((2 * Math.PI * 220 * index) / sampleRate)), true);
  }
  if (codec === "pcm") return tone;
  return concatBytes(
    "RIFF",
    littleEndian(4, 36 + tone.length),
    "WAVEfmt ",
    littleEndian(4, 16),
    // PCM in one channel.
    littleEndian(2, 1, 1),
    littleEndian(4, sampleRate, sampleRate * 2),
    littleEndian(2, 2, 16),
    "data",
    littleEndian(4, tone.length),
    tone,
  );
}

/** Frames of MPEG audio, layer III, whose side information is empty: that is silence. */
function silentMp3({ sampleRate, bitRate }: SpeechEncoding, seconds: number): Uint8Array<ArrayBuffer> {
  // Version 1 has the rates from 32,000 Hz on, version 2 their halves, and an unofficial 2.5 their quarters.
  const halvings = sampleRate >= 32_000 ? 0 : sampleRate >= 16_000 ? 1 : 2;
  const version = [0b11, 0b10, 0b00][halvings] ?? 0;
  const rateIndex = [44_100, 48_000, 32_000].indexOf(sampleRate << halvings);
  const rates = halvings === 0 ? mp3Rates1 : mp3Rates2;
  const kilobits = Math.min(bitRate / 1000, rates.at(-1) ?? 0);
  const header =
    0xffe00000 | (version << 19) | (0b01 << 17) | (1 << 16) | ((rates.indexOf(kilobits) + 1) << 12);
  const mono = 0b11 << 6;
  const samplesPerFrame = halvings === 0 ? 1152 : 576;
  const frame = new Uint8Array(Math.floor(((samplesPerFrame / 8) * kilobits * 1000) / sampleRate));
  frame.set(uint32(header | (rateIndex << 10) | mono));
  const count = Math.max(1, Math.round((seconds * sampleRate) / samplesPerFrame));
  const bytes = new Uint8Array(frame.length * count);
  for (let index = 0; index < count; index += 1) bytes.set(frame, index * frame.length);
  return bytes;
}

const mp3Rates1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192];
const mp3Rates2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
