import { checkShape, type Shape } from "@xai-edge/schema/shapes";
import { ProxyError } from "../http/proxy-error.ts";

/**
 * Checks a value against a shape of the API; throws 400 naming the first field that is wrong. Fields that the shape
 * does not know are wrong as well, unless they are allowed. No value of the request is repeated.
 */
export function checkSchema(
  shape: Shape,
  value: unknown,
  { allowUnknownFields }: { allowUnknownFields: boolean },
): void {
  const issue = checkShape(shape, value, { allowUnknownFields });
  if (issue === undefined) return;
  const { path, expected, unknownField } = issue;
  const where = path || "the body";
  if (unknownField === undefined)
    throw new ProxyError(400, "invalid_request", `Expected ${where} to be ${expected}.`);
  // A name that the client chose is repeated only where it looks like one.
  const field = /^\w{1,64}$/.test(unknownField) ? unknownField : "its name is none";
  throw new ProxyError(400, "unknown_field", `Unknown field in ${where}: ${field}.`);
}
