import { ProxyError } from "../http/proxy-error.ts";

/** An object of a request, read field by field. */
export type Fields = Record<string, unknown>;

/** Whether a value has fields of its own. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A byte order mark stays, and is no JSON. Made once: it costs as much as decoding 1 KB.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The one reading of a JSON body: what is checked afterwards, and written anew for the upstream, is made of nothing else, so that
 * of a key that stands twice, or of bytes that are no UTF-8, nobody else's reading counts.
 */
export function parseJson(bytes: Uint8Array): Fields {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    // The parser's own words would repeat the request.
    throw new ProxyError(400, "invalid_json", "The request body is not JSON in UTF-8.");
  }
  if (!isFields(value))
    throw new ProxyError(400, "invalid_json", "Expected the request body to be a JSON object.");
  return value;
}
