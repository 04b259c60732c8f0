import type { Operation } from "@xai-edge/schema/operations";
import { describeIssue, isMissing, type Issue } from "./describe-issue.ts";
import { invalidArgument, unprocessable } from "./refused-request.ts";

/** What a schema of `@xai-edge/schema` can do, as far as it is needed here. */
export interface ValueSchema<Value> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

/** Checks what was sent; throws xAI's 400 or, for a missing field where the operation has that, its 422. */
export function checkValue<Value>(schema: ValueSchema<Value>, value: unknown, operation: Operation): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw invalidArgument("The request is not valid.");
  const isIncomplete = operation.errors.includes(422) && isMissing(issue, value);
  throw (isIncomplete ? unprocessable : invalidArgument)(describeIssue(issue, value));
}
