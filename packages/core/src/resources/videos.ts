import type { StartDeferredResponse } from "../generated/common.gen.ts";
import type {
  EditVideoRequest,
  ExtendVideoRequest,
  GenerateVideoRequest,
  VideoResponse,
} from "../generated/videos.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { checkImageUrl } from "./check-image-url.ts";
import { retrieveJob, waitForJob } from "./job.ts";
import { path } from "./path.ts";
import type { WaitOptions } from "./poll.ts";

export type {
  EditVideoRequest as VideoEditParams,
  ExtendVideoRequest as VideoExtendParams,
  GenerateVideoRequest as VideoGenerateParams,
  VideoResponse,
};

/**
 * Starts a video from a prompt, from images or from both: `POST /v1/videos/generations`. Content of your own can stand
 * in it as a {@link toDataUrl} or a file.
 *
 * @throws XaiOptionsError for a data URL of an image that is no JPEG, PNG or WebP; XaiApiError, XaiConnectionError,
 * XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function generateVideo(
  transport: Transport,
  body: GenerateVideoRequest,
  options?: RequestOptions,
): Promise<StartDeferredResponse> {
  const { image, last_frame, keyframes = [], reference_images = [] } = body;
  for (const each of [image, last_frame, ...keyframes.map((frame) => frame.image), ...reference_images])
    checkImageUrl(each?.url);
  return transport({ method: "POST", path: "/videos/generations", body }, options);
}

/**
 * Starts to change a video as a prompt says: `POST /v1/videos/edits`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function editVideo(
  transport: Transport,
  body: EditVideoRequest,
  options?: RequestOptions,
): Promise<StartDeferredResponse> {
  return transport({ method: "POST", path: "/videos/edits", body }, options);
}

/**
 * Starts to continue a video beyond its end: `POST /v1/videos/extensions`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function extendVideo(
  transport: Transport,
  body: ExtendVideoRequest,
  options?: RequestOptions,
): Promise<StartDeferredResponse> {
  return transport({ method: "POST", path: "/videos/extensions", body }, options);
}

/**
 * How far a video is, in percent, or the video: `GET /v1/videos/{request_id}`. One that failed comes with its `error`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such video),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveVideo(
  transport: Transport,
  requestId: string,
  options?: RequestOptions,
): Promise<VideoResponse> {
  return retrieveJob<VideoResponse>(transport, path`/videos/${requestId}`, {}, options);
}

/**
 * Waits for a video, at most 10 minutes unless `maxWaitMs` says otherwise: `GET /v1/videos/{request_id}`, again and
 * again. `onProgress` gets each state on the way. A video that moderation withheld is done, without a `url`.
 *
 * @throws XaiTimeoutError (`wait`) when it is not done then: it goes on, is billed, and can be waited for again.
 * XaiApiError with the `code` and words of the server when it failed or expired, and what {@link retrieveVideo} throws.
 */
export async function waitForVideo(
  transport: Transport,
  requestId: string,
  options?: WaitOptions<VideoResponse>,
): Promise<VideoResponse> {
  return waitForJob<VideoResponse>(transport, path`/videos/${requestId}`, {}, options);
}
