// Written by `pnpm generate` from packages/schema/spec (source a666e4357778). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

export const Skill: z.ZodMiniType<Wire.Skill> = /* @__PURE__ */ (() =>
  z.looseObject({
    "created_at": z.int(),
    "default_version": z.string(),
    "description": z.string(),
    "id": z.string(),
    "latest_version": z.string(),
    "name": z.string(),
    "object": z.string(),
  }))();

export const SkillList: z.ZodMiniType<Wire.SkillList> = /* @__PURE__ */ (() =>
  z.looseObject({
    "data": z.array(Skill),
    "first_id": z.string(),
    "has_more": z.boolean(),
    "last_id": z.string(),
    "object": z.string(),
  }))();

export const ListSkillsParams: z.ZodMiniType<Wire.ListSkillsParams> = /* @__PURE__ */ (() =>
  z.looseObject({
    "after": z.nullish(z.string()),
    "limit": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
    "order": z.nullish(z.string()),
  }))();

export const DeletedSkill: z.ZodMiniType<Wire.DeletedSkill> = /* @__PURE__ */ (() =>
  z.looseObject({
    "deleted": z.boolean(),
    "id": z.string(),
    "object": z.string(),
  }))();

export const UploadSkillMultipartRequest: z.ZodMiniType<Wire.UploadSkillMultipartRequest> = /* @__PURE__ */ (() =>
  z.looseObject({
    "files": z.array(z.custom<Blob>((value) => value instanceof Blob)),
  }))();
