// Each with the only form it may have: a header can echo a secret as well as a body can.
const passedOn = Object.entries({
  "content-type": /^[\w.+-]+\/[\w.+-]+(?: *; *[\w-]+="?[\w.-]+"?)*$/,
  "x-request-id": /^[\w.:-]{1,128}$/,
  "retry-after": /^(?:\d{1,9}|[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)$/,
});

/** The headers of the client's response: a short list of the upstream's own, each only in its proper form and never with the key in it. */
export function toClientHeaders(upstream: Headers, { apiKey }: { apiKey: string }): Headers {
  const headers = new Headers();
  for (const [name, form] of passedOn) {
    const value = upstream.get(name);
    if (value !== null && form.test(value) && !value.includes(apiKey)) headers.set(name, value);
  }
  return headers;
}

/** Adds what every response of the proxy carries, and returns its request id: the upstream's, or a new one. */
export function addOwnHeaders(headers: Headers): string {
  const id = headers.get("x-request-id") ?? crypto.randomUUID();
  headers.set("x-request-id", id);
  headers.set("cache-control", "private, no-store");
  headers.set("x-content-type-options", "nosniff");
  return id;
}
