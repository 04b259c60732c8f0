import { XaiOptionsError } from "../errors.ts";

/**
 * An id as one segment of a path, encoded so that it cannot reach another path.
 *
 * @throws XaiOptionsError when it is empty, holds a slash, a backslash or half a character, or is a dot segment, which
 * URL parsers resolve even when it is encoded.
 */
export function segment(name: string, id: string): string {
  if (typeof id !== "string" || !/^[^/\\\uD800-\uDFFF]+$/u.test(id) || /^(\.|%2e){1,2}$/i.test(id)) {
    throw new XaiOptionsError(
      `Expected ${name} as one segment of a path, got ${JSON.stringify(id)}`,
      "invalid_id",
    );
  }
  return encodeURIComponent(id);
}
