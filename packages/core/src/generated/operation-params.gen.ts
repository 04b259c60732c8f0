// Written by `pnpm generate` from packages/schema/spec (source ae4f49b54d42). Do not edit.

import type { SortOrder } from "./common.gen.ts";

/** Query of `GET /v1/responses/{response_id}/input_items`. */
export interface ListInputItemsParams {
  /** Most items in one page. Range: from 1 to 100. Default: 20. */
  limit?: number | null | undefined;
  /** Id of the last item of the page before. */
  after?: string | null | undefined;
  /** Oldest or newest first. Default: "asc". */
  order?: SortOrder | null | undefined;
}
