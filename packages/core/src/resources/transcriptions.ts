import type { Transcription, TranscriptionMultipartRequest } from "../generated/voice.gen.ts";
import { expect } from "../http/expect.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { Uploadable } from "./multipart.ts";
import { upload } from "./upload.ts";

export type { Transcription };

/** What {@link createTranscription} sends: a `file` or the `url` of one. */
export interface TranscriptionCreateParams extends Omit<TranscriptionMultipartRequest, "file"> {
  /** The recording. */
  file?: Uploadable | undefined;
  /** Its name, whose extension may tell xAI the format. Default: of `audio_format`, else of a `File`, else of the content. */
  filename?: string | undefined;
}

/**
 * Writes down what is said in a recording: `POST /v1/stt`.
 *
 * @throws XaiOptionsError for neither or both of `file` and `url`, XaiApiError, XaiConnectionError, XaiTimeoutError,
 * XaiProtocolError, or the signal's own reason.
 */
export async function createTranscription(
  transport: Transport,
  { file, filename, ...fields }: TranscriptionCreateParams,
  options?: RequestOptions,
): Promise<Transcription> {
  expect(!file !== !fields.url, `a file or a url, got ${file ? "both" : "neither"}`);
  const { audio_format } = fields;
  const named = filename || (audio_format && `audio.${audio_format}`);
  const form = { ...fields, ...(file && { file }) };
  return upload(transport, "/stt", form, options, named, "audio");
}
