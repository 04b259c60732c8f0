const passedOn = ["accept", "x-grok-conv-id"];

/** The headers of the upstream request: a short list of the client's own, the key, and nothing else. */
export function toUpstreamHeaders(
  request: Request,
  { apiKey, contentType }: { apiKey: string; contentType: string | undefined },
): Headers {
  const headers = new Headers({
    authorization: `Bearer ${apiKey}`,
    // A compressed stream would have to be unpacked here, and compressors hold back small events.
    "accept-encoding": "identity",
  });
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (contentType !== undefined) headers.set("content-type", contentType);
  return headers;
}
