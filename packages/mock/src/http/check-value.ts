import type { Operation } from "@xai-edge/schema/operations";
import { isRecord } from "../prompt/read-record.ts";
import { describeIssue, isMissing, type Issue, unknownFieldsOf } from "./describe-issue.ts";
import { invalidArgument, unprocessable } from "./refused-request.ts";

/** What a schema of `@xai-edge/schema` can do, as far as it is needed here. */
export interface ValueSchema<Value> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

/**
 * Checks what was sent, without the fields that are null and unknown to the API, which an answer that is carried back may have; throws xAI's 400 or, for a missing field where the operation has that, its 422.
 */
export function checkValue<Value>(schema: ValueSchema<Value>, value: unknown, operation: Operation): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw invalidArgument("The request is not valid.");
  const unknown = unknownFieldsOf(issue);
  const spared = unknown === undefined ? value : withoutNulls(value, unknown.path, unknown.names);
  if (spared !== value) return checkValue(schema, spared, operation);
  const isIncomplete = operation.errors.includes(422) && isMissing(issue, value);
  throw (isIncomplete ? unprocessable : invalidArgument)(describeIssue(issue, value));
}

/** The value itself where none of these fields of the object at this path is null, else a copy without those that are. */
function withoutNulls(value: unknown, path: readonly PropertyKey[], names: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    const index = Number(step);
    const spared = withoutNulls(value[index], rest, names);
    return spared === value[index] ? value : value.toSpliced(index, 1, spared);
  }
  if (!isRecord(value)) return value;
  if (step === undefined) {
    const kept = Object.entries(value).filter(([name, own]) => own !== null || !names.includes(name));
    return kept.length === Object.keys(value).length ? value : Object.fromEntries(kept);
  }
  const own = value[String(step)];
  const spared = withoutNulls(own, rest, names);
  return spared === own ? value : { ...value, [step]: spared };
}
