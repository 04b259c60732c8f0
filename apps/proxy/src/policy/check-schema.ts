import { checkShape, type Shape, type UnknownNull } from "@xai-edge/schema/shapes";
import { ProxyError } from "../http/proxy-error.ts";

/**
 * Checks a value against a shape of the API; throws 400 naming the first field that is wrong. Fields that the shape
 * does not know are wrong as well, unless the policy allows them, which has no say without being given; those that are null say
 * nothing, as in answers that are carried back, and are taken out. No value of the request is repeated.
 */
export function checkSchema(
  shape: Shape,
  value: unknown,
  policy?: { readonly allowUnknownFields: boolean },
): void {
  const unknownNulls: UnknownNull[] = [];
  const allowUnknownFields = policy?.allowUnknownFields ?? false;
  const issue = checkShape(shape, value, { allowUnknownFields, unknownNulls });
  if (issue === undefined) {
    for (const [object, field] of unknownNulls) delete object[field];
    return;
  }
  const { path, expected, unknownField } = issue;
  const where = path || "the body";
  if (unknownField === undefined)
    throw new ProxyError(400, "invalid_request", `Expected ${where} to be ${expected}.`);
  // A name that the client chose is repeated only where it looks like one.
  const field = /^[\w[\]]{1,64}$/.test(unknownField) ? unknownField : "its name is none";
  const way = policy === undefined ? "" : " See POLICY.allowUnknownFields.";
  throw new ProxyError(400, "unknown_field", `Unknown field in ${where}: ${field}.${way}`);
}
