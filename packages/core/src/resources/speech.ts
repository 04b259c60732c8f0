import type {
  ListVoicesResponse,
  SpeechRequest,
  SpeechWithTimestamps,
  Voice,
} from "../generated/voice.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { expectSome } from "./expect-some.ts";
import { type Download, readDownload } from "./download.ts";
import { path } from "./path.ts";

export type { SpeechRequest as SpeechCreateParams, SpeechWithTimestamps, Voice };

/**
 * Speaks a text: `POST /v1/tts`. The audio can be played while it arrives; `with_timestamps: true` gives it whole
 * instead, in base64, with the time of each character.
 *
 * @throws XaiOptionsError for an empty text, XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the
 * signal's own reason.
 */
export function createSpeech(
  transport: Transport,
  params: SpeechRequest & { with_timestamps?: false | undefined },
  options?: RequestOptions,
): Promise<Download>;
export function createSpeech(
  transport: Transport,
  params: SpeechRequest & { with_timestamps: true },
  options?: RequestOptions,
): Promise<SpeechWithTimestamps>;
export function createSpeech(
  transport: Transport,
  params: SpeechRequest,
  options?: RequestOptions,
): Promise<Download | SpeechWithTimestamps>;
export async function createSpeech(
  transport: Transport,
  body: SpeechRequest,
  options?: RequestOptions,
): Promise<Download | SpeechWithTimestamps> {
  expectSome(body, "text");
  const call = { method: "POST", path: "/tts", body } as const;
  return body.with_timestamps
    ? transport<SpeechWithTimestamps>(call, options)
    : transport({ ...call, accept: "*/*", read: readDownload }, options);
}

/**
 * The built-in voices: `GET /v1/tts/voices`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listVoices(transport: Transport, options?: RequestOptions): Promise<ListVoicesResponse> {
  return transport({ method: "GET", path: "/tts/voices" }, options);
}

/**
 * One of the built-in voices: `GET /v1/tts/voices/{voice_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such voice),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveVoice(
  transport: Transport,
  voiceId: string,
  options?: RequestOptions,
): Promise<Voice> {
  return transport({ method: "GET", path: path`/tts/voices/${voiceId}` }, options);
}
