// Written by `pnpm generate` from packages/schema/spec (source 9772cd197bdf). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/** A stored file. */
export const File: z.ZodMiniType<Wire.File> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "filename": z.string(),
    "bytes": z.int(),
    "created_at": z.int(),
    "expires_at": z.nullish(z.int()),
    "purpose": z.nullish(z.string()),
    "public_url": z.nullish(z.string()),
    "public_url_expires_at": z.nullish(z.int()),
  }))();

/** Form of `POST /v1/files`; `file` must be its last part, or the fields after it are refused. */
export const UploadFileMultipartRequest: z.ZodMiniType<Wire.UploadFileMultipartRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "purpose": z.nullish(z.string()),
    "expires_after": z.nullish(z.int().check(z.gte(3600), z.lte(2592000))),
    "file": z.custom<Blob>((value) => value instanceof Blob),
  }))();

/** Query of `GET /v1/files`. */
export const ListFilesParams: z.ZodMiniType<Wire.ListFilesParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
    "pagination_token": z.nullish(z.string()),
    "sort_by": z.nullish(z.string()),
    "order": z.nullish(z.string()),
    "filter": z.nullish(z.string()),
    "after": z.nullish(z.string()),
  }))();

/** One page of files. */
export const ListFilesResponse: z.ZodMiniType<Wire.ListFilesResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(File),
    "pagination_token": z.nullish(z.string()),
  }))();

/** Says that a file is gone. */
export const DeleteFileResponse: z.ZodMiniType<Wire.DeleteFileResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.nullish(z.string()),
    "deleted": z.boolean(),
  }))();

/** The bytes as uploaded, or the text that xAI took from them. */
export const ContentFormat: z.ZodMiniType<Wire.ContentFormat> = /* @__PURE__ */ (() =>
  z.enum(["original","text"]))();

/** Query of `GET /v1/files/{file_id}/content`. */
export const DownloadFileContentParams: z.ZodMiniType<Wire.DownloadFileContentParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "format": z.nullish(ContentFormat),
  }))();

/** Body of `POST /v1/files/{file_id}/public-url`. */
export const CreatePublicUrlRequest: z.ZodMiniType<Wire.CreatePublicUrlRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "expires_after": z.nullish(z.int().check(z.gte(3600), z.lte(2592000))),
  }))();

/** The address that needs no key. */
export const CreatePublicUrlResponse: z.ZodMiniType<Wire.CreatePublicUrlResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "public_url": z.string(),
    "expires_at": z.nullish(z.int()),
  }))();

/** Says whether a public address was taken back. */
export const RevokePublicUrlResponse: z.ZodMiniType<Wire.RevokePublicUrlResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "revoked": z.boolean(),
    "public_url": z.nullish(z.string()),
  }))();
