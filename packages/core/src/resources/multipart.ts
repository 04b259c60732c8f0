import { expect } from "../http/expect.ts";
import { inPage } from "../http/in-page.ts";
import { abortable } from "../http/retry.ts";
import type { Content } from "../http/transport.ts";
import { type Binary, isBinary, toBlob } from "./binary.ts";
import { sniff } from "./sniff.ts";

/**
 * What can be uploaded: a Blob or File, bytes, or a stream or async iterable of bytes or texts. Only the first two can
 * be sent again when an attempt fails. Where streams cannot be sent (pages and their workers), one is read whole first.
 */
export type Uploadable =
  | Binary
  | ReadableStream<Uint8Array<ArrayBuffer>>
  | AsyncIterable<Uint8Array<ArrayBuffer> | string>;

interface Chunks {
  next(): Promise<IteratorResult<BlobPart>> | IteratorResult<BlobPart>;
  return?(reason?: unknown): unknown;
}

/**
 * A form with a part for each field, or for each item of a field that is a list, in their order; `file` and `files` hold
 * what is uploaded. A file without a name is named after its content, or `filename` decides.
 *
 * @throws XaiOptionsError for what is no file, or more than `maxBytes` where that shows before it is sent; the signal's
 * own reason, and what reading a file throws.
 */
export async function multipart(
  fields: object,
  signal: AbortSignal | undefined,
  filename?: string,
  stem: string = "file",
  maxBytes: number = Infinity,
): Promise<Content> {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((item: unknown) => ({ name, item, chunks: /^files?$/.test(name) && chunksOf(item) })),
  );
  // Nobody who writes the content can know it, so that the content cannot end its part.
  const boundary = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const cancel = async (reason: unknown): Promise<void> => {
    for (const { chunks } of parts) {
      try {
        if (chunks) await chunks.return?.(reason);
      } catch {
        // What has failed already has nothing to give up.
      }
    }
  };

  async function* write(): AsyncGenerator<BlobPart> {
    for (const { name, item, chunks } of parts) {
      if ((item ?? undefined) === undefined) continue;
      yield `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
      if (chunks) {
        const { type, name: own } = item as Partial<File>;
        let { value = "", done } = await chunks.next();
        const named = filename || (own !== "blob" && own) || `${stem}.${await sniff(value)}`;
        // As browsers write it: what could end the name or its line stands as its percent code.
        yield `; filename="${named.replace(/["\r\n]/g, encodeURIComponent)}"\r\nContent-Type: ${type || "application/octet-stream"}\r\n\r\n`;
        for (; !done; { value = "", done } = await chunks.next()) yield value;
      } else yield `\r\n\r\n${String(item)}`;
      yield "\r\n";
    }
    yield `--${boundary}--\r\n`;
  }

  const pieces = write();
  const whole = async (): Promise<Blob> => {
    const all: BlobPart[] = [];
    let bytes = 0;
    for await (const piece of pieces) {
      // What is written around a file is text.
      if (typeof piece !== "string") bytes += toBlob(piece).size;
      expect(bytes <= maxBytes, `a file of at most ${maxBytes / 1e6} MB, got ${bytes} bytes`);
      all.push(piece);
    }
    return new Blob(all);
  };
  const lazy = !inPage() && parts.some(({ item, chunks }) => chunks && !isBinary(item));
  const type = `multipart/form-data; boundary=${boundary}`;
  if (!lazy) {
    const body = await abortable(signal, whole, () => void cancel(signal?.reason));
    return { type, init: { body } };
  }
  const body = new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else
          controller.enqueue(
            value instanceof Uint8Array ? value : new Uint8Array(await toBlob(value).arrayBuffer()),
          );
      },
    },
    { highWaterMark: 0 },
  );
  // For the case of a redirect or a login, Node keeps all that it has sent (50 MB of memory for 50 MB, see
  // apps/bench/src/uploads.ts), unless neither can be. workerd keeps nothing, and knows no redirect: "error".
  const forgotten = !("WebSocketPair" in globalThis) && ({ redirect: "error", window: null } as const);
  return { type, cancel, init: { body, duplex: "half", ...forgotten } };
}

function chunksOf(file: unknown): Chunks {
  if (isBinary(file)) return [file].values();
  const source = Object(file) as Partial<ReadableStream<Uint8Array<ArrayBuffer>> & AsyncIterable<BlobPart>>;
  // Not every browser can iterate a stream, and only a reader can be told to stop while it waits.
  const reader = !source.locked && source.getReader?.();
  if (reader) return { next: () => reader.read(), return: (reason) => reader.cancel(reason) };
  const chunks = !source.locked && source[Symbol.asyncIterator]?.();
  expect(
    chunks,
    `a file as a Blob, bytes, or a stream or async iterable that nobody reads yet, got ${typeof file}`,
  );
  return chunks;
}
