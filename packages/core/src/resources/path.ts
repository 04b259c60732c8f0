import { expect } from "../http/expect.ts";

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
  expect(
    typeof id === "string" && /^(?!(\.|%2e){1,2}$)[^/\\\uD800-\uDFFF]+$/iu.test(id),
    `an id that is one segment of a path, got ${JSON.stringify(id)}`,
    "invalid_id",
  );
  return encodeURIComponent(id);
}
