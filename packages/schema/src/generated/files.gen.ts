// Written by `pnpm generate` from packages/schema/spec (source 71b96593ad0a). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

export const File: z.ZodMiniType<Wire.File> = /* @__PURE__ */ (() =>
  z.looseObject({
    "bytes": z.int(),
    "created_at": z.int(),
    "expires_at": z.nullish(z.int()),
    "filename": z.string(),
    "id": z.string(),
    "object": z.string(),
    "public_url": z.nullish(z.string()),
    "public_url_expires_at": z.nullish(z.int()),
    "purpose": z.nullish(z.string()),
  }))();

export const ListFilesParams: z.ZodMiniType<Wire.ListFilesParams> = /* @__PURE__ */ (() =>
  z.looseObject({
    "after": z.nullish(z.string()),
    "filter": z.nullish(z.string()),
    "limit": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
    "order": z.nullish(z.string()),
    "pagination_token": z.nullish(z.string()),
    "sort_by": z.nullish(z.string()),
  }))();

export const ListFilesResponse: z.ZodMiniType<Wire.ListFilesResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(File),
    "pagination_token": z.nullish(z.string()),
  }))();

export const DeleteFileResponse: z.ZodMiniType<Wire.DeleteFileResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "deleted": z.boolean(),
    "id": z.string(),
    "object": z.string(),
  }))();

export const UploadFileMultipartRequest: z.ZodMiniType<Wire.UploadFileMultipartRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "expires_after": z.nullish(z.int()),
    "file": z.custom<Blob>((value) => value instanceof Blob),
    "purpose": z.nullish(z.string()),
  }))();

export const ContentFormat: z.ZodMiniType<Wire.ContentFormat> = /* @__PURE__ */ (() =>
  z.string())();

export const DownloadFileContentParams: z.ZodMiniType<Wire.DownloadFileContentParams> = /* @__PURE__ */ (() =>
  z.looseObject({
    "format": z.nullish(ContentFormat),
  }))();

export const CreatePublicUrlRequest: z.ZodMiniType<Wire.CreatePublicUrlRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "expires_after": z.nullish(z.int()),
  }))();

export const CreatePublicUrlResponse: z.ZodMiniType<Wire.CreatePublicUrlResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "expires_at": z.nullish(z.int()),
    "public_url": z.string(),
  }))();

export const RevokePublicUrlResponse: z.ZodMiniType<Wire.RevokePublicUrlResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "public_url": z.nullish(z.string()),
    "revoked": z.boolean(),
  }))();
