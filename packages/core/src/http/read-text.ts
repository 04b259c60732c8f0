import { cancel, type Exchange } from "./exchange.ts";

/**
 * The whole body as text; what comes after `maxBytes` is given up.
 *
 * @throws the caller's abort reason, XaiTimeoutError or XaiConnectionError.
 */
export async function readText(
  { response, wait, end }: Exchange,
  maxBytes: number = Infinity,
): Promise<string> {
  const reader = response.body?.getReader();
  // workerd takes a U+FEFF at the start of any chunk for a byte order mark, so the real one is dropped here.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let left = maxBytes;
  while (reader) {
    const { value } = await wait(reader.read());
    if (value === undefined) break;
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
    if (left <= 0) {
      void cancel(reader);
      break;
    }
  }
  end();
  return (text + decoder.decode()).replace(/^\uFEFF/, "");
}
