import type { Api } from "../codegen/api.ts";
import type { LeftOut } from "../spec/left-out.ts";
import { compareOperations } from "./compare-operations.ts";
import { Comparison } from "./comparison.ts";
import type { Difference } from "./difference.ts";
import type { OpenApi } from "./openapi.ts";

/**
 * Every difference between our description and xAI's OpenAPI file, and every `differs` that no difference bears out any
 * more. These do not count as differences:
 * - a plain string of the reference that is a literal or a set of known strings here, because it is the same on the wire
 *   and tells a reader more;
 * - whether an optional field of a schema that only responses carry may also be null, because the generated types and
 *   schemas allow it for every such field;
 * - a `merge` and the same object written out;
 * - a mark as deprecated that only our description has.
 */
export function compare(api: Api, reference: OpenApi, leftOut: readonly LeftOut[] = []): Difference[] {
  const comparison = new Comparison(api, reference);
  comparison.schemas();
  compareOperations(comparison, reference, leftOut);
  return [...comparison.found, ...comparison.stale()];
}
