// Written by `pnpm generate` from packages/schema/spec (source cd01b528243e). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { SortOrder } from "./common.gen.ts";

/** Query of `GET /v1/responses/{response_id}/input_items`. */
export const ListInputItemsParams: z.ZodMiniType<Wire.ListInputItemsParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.nullish(z.int32().check(z.gte(1), z.lte(100))),
    "after": z.nullish(z.string()),
    "order": z.nullish(SortOrder),
  }))();
