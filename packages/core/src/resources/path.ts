import { XaiOptionsError } from "../errors.ts";

/**
 * A path whose variable parts are ids, each encoded as one segment so that it cannot reach another path.
 *
 * @throws XaiOptionsError when an id is no string, is empty, holds a slash, a backslash or half a character, or is a dot
 * segment, which URL parsers resolve even when it is encoded.
 */
export function path(texts: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: texts }, ...ids.map(segment));
}

function segment(id: string): string {
  if (typeof id !== "string" || !/^[^/\\\uD800-\uDFFF]+$/u.test(id) || /^(\.|%2e){1,2}$/i.test(id)) {
    throw new XaiOptionsError(
      `Expected an id that is one segment of a path, got ${JSON.stringify(id)}`,
      "invalid_id",
    );
  }
  return encodeURIComponent(id);
}
