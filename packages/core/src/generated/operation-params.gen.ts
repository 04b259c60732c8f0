// Written by `pnpm generate` from packages/schema/spec (source 4e75c6f955ee). Do not edit.

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
