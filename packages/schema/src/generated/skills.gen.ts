// Written by `pnpm generate` from packages/schema/spec (source 79c0ea2a4bbb). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";

/** A skill that xAI hosts: instructions and files for one kind of task. */
export const Skill: z.ZodMiniType<Wire.Skill> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "name": z.string(),
    "description": z.string(),
    "created_at": z.int(),
    "default_version": z.nullish(z.string()),
    "latest_version": z.nullish(z.string()),
  }))();

/** Form of `POST /v1/skills`. */
export const UploadSkillMultipartRequest: z.ZodMiniType<Wire.UploadSkillMultipartRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "files": z.array(z.custom<Blob>((value) => value instanceof Blob)),
  }))();

/** Query of `GET /v1/skills`. */
export const ListSkillsParams: z.ZodMiniType<Wire.ListSkillsParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
    "after": z.nullish(z.string()),
    "order": z.nullish(z.string()),
  }))();

/** One page of skills. */
export const SkillList: z.ZodMiniType<Wire.SkillList> = /* @__PURE__ */ (() =>
  z.looseObject({
    "object": z.string(),
    "data": z.array(Skill),
    "has_more": z.boolean(),
    "first_id": z.nullish(z.string()),
    "last_id": z.nullish(z.string()),
  }))();

/** Says that a skill is gone. */
export const DeletedSkill: z.ZodMiniType<Wire.DeletedSkill> = /* @__PURE__ */ (() =>
  z.looseObject({
    "id": z.string(),
    "object": z.string(),
    "deleted": z.boolean(),
  }))();
