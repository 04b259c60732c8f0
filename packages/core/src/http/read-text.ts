import { bodyReader, cancel, type Exchange, readChunk } from "./exchange.ts";

/** The whole body as text; what comes after `maxBytes` is given up. */
export async function readText(exchange: Exchange, maxBytes: number = Infinity): Promise<string> {
  const reader = bodyReader(exchange);
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  let left = maxBytes;
  for (
    let chunk;
    left > 0 && (chunk = await readChunk(reader, exchange)) !== undefined;
    left -= chunk.length
  ) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
  }
  if (left <= 0) void cancel(reader);
  return text + decoder.decode();
}
