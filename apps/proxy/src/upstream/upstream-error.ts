const maxErrorBytes = 64 * 1024;
const errorBodyTimeoutMs = 5_000;

/** The upstream's JSON error, written anew with the key blacked out; `undefined` when it is no JSON, too long, or does not end in time. */
export async function readErrorText(
  upstream: Response,
  { apiKey }: { apiKey: string },
): Promise<string | undefined> {
  const text = await readBoundedText(upstream);
  if (text === undefined) return undefined;
  try {
    // Written anew, because `\u` escapes could spell the key in ways that a search for it misses.
    return JSON.stringify(JSON.parse(text)).replaceAll(apiKey, "[redacted]");
  } catch {
    return undefined;
  }
}

async function readBoundedText(upstream: Response): Promise<string | undefined> {
  const reader = upstream.body?.getReader();
  if (reader === undefined) return undefined;
  let isCut = false;
  const cut = (): void => {
    isCut = true;
    reader.cancel().catch(() => {});
  };
  const timer = setTimeout(cut, errorBodyTimeoutMs);
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isCut) return undefined;
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > maxErrorBytes) cut();
      else text += decoder.decode(value, { stream: true });
    }
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
