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
  const decoder = new TextDecoder();
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
  return text + decoder.decode();
}
