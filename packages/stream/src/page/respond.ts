/** A response whose body reaches the page as it is written; `own` are the caller's headers. */
export function respond(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  type: string,
  own: HeadersInit | undefined,
): Response {
  const headers = new Headers(own);
  headers.set("content-type", `${type}; charset=utf-8`);
  headers.set("cache-control", "no-store, no-transform");
  // Browsers hold back the first bytes of a text to guess what it is, nginx whatever it is not told to pass on.
  headers.set("x-content-type-options", "nosniff");
  headers.set("x-accel-buffering", "no");
  return new Response(body, { headers });
}
