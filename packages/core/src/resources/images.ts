import type { StartDeferredResponse } from "../generated/common.gen.ts";
import type {
  EditImageRequest,
  GeneratedImageResponse,
  GenerateImageRequest,
  GetDeferredImageResponse,
} from "../generated/images.gen.ts";
import { expect } from "../http/expect.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { type ImageInput, toImageUrl } from "./image-url.ts";
import { retrieveJob, waitForJob } from "./job.ts";
import { path } from "./path.ts";
import type { WaitOptions } from "./poll.ts";

/** What {@link generateImage} sends. */
export type ImageGenerateParams = GenerateImageRequest;
/** What {@link editImage} sends: one `image` or up to 5 `images`. */
export interface ImageEditParams extends Omit<EditImageRequest, "image" | "images"> {
  image?: ImageInput | null | undefined;
  images?: readonly ImageInput[] | undefined;
}
export type {
  GeneratedImageResponse,
  GetDeferredImageResponse as DeferredImages,
  StartDeferredResponse as StartedJob,
};

type AtOnce = { deferred?: false | null | undefined };
type Deferred = { deferred: true };

/**
 * Draws images: `POST /v1/images/generations`. With `deferred: true` the answer is the `request_id` to wait for.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function generateImage(
  transport: Transport,
  params: ImageGenerateParams & AtOnce,
  options?: RequestOptions,
): Promise<GeneratedImageResponse>;
export function generateImage(
  transport: Transport,
  params: ImageGenerateParams & Deferred,
  options?: RequestOptions,
): Promise<StartDeferredResponse>;
export function generateImage(
  transport: Transport,
  params: ImageGenerateParams,
  options?: RequestOptions,
): Promise<GeneratedImageResponse | StartDeferredResponse>;
export function generateImage(
  transport: Transport,
  body: ImageGenerateParams,
  options?: RequestOptions,
): Promise<GeneratedImageResponse | StartDeferredResponse> {
  return transport({ method: "POST", path: "/images/generations", body }, options);
}

/**
 * Changes images as a prompt says: `POST /v1/images/edits`. Blobs, files and bytes are sent as data URLs, of the type
 * that their content shows. With `deferred: true` the answer is the `request_id` to wait for.
 *
 * @throws XaiOptionsError for none or more than 5 sources, and for one that is no JPEG, PNG or WebP; XaiApiError,
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function editImage(
  transport: Transport,
  params: ImageEditParams & AtOnce,
  options?: RequestOptions,
): Promise<GeneratedImageResponse>;
export function editImage(
  transport: Transport,
  params: ImageEditParams & Deferred,
  options?: RequestOptions,
): Promise<StartDeferredResponse>;
export function editImage(
  transport: Transport,
  params: ImageEditParams,
  options?: RequestOptions,
): Promise<GeneratedImageResponse | StartDeferredResponse>;
export async function editImage(
  transport: Transport,
  params: ImageEditParams,
  options?: RequestOptions,
): Promise<GeneratedImageResponse | StartDeferredResponse> {
  const { image, images } = params;
  const count = [image ?? [], images ?? []].flat().length;
  expect(count > 0 && count <= 5, `1 to 5 images, got ${count}`);
  const body = {
    ...params,
    image: image && (await toImageUrl(image)),
    images: images && (await Promise.all(images.map(toImageUrl))),
  };
  return transport({ method: "POST", path: "/images/edits", body }, options);
}

/**
 * How far images are that were asked for with `deferred`: `GET /v1/images/{request_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there are none, or not any more),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveImages(
  transport: Transport,
  requestId: string,
  options?: RequestOptions,
): Promise<GetDeferredImageResponse> {
  return retrieveJob(transport, path`/images/${requestId}`, { request_id: requestId }, options);
}

/**
 * Waits for images that were asked for with `deferred`, at most 10 minutes unless `maxWaitMs` says otherwise:
 * `GET /v1/images/{request_id}`, again and again.
 *
 * @throws XaiTimeoutError (`wait`) when they are not done then, XaiApiError with the `code` and words of the server when
 * they failed, and what {@link retrieveImages} throws.
 */
export async function waitForImages(
  transport: Transport,
  requestId: string,
  options?: WaitOptions<GetDeferredImageResponse>,
): Promise<GetDeferredImageResponse> {
  return waitForJob(transport, path`/images/${requestId}`, { request_id: requestId }, options);
}
