import { cancel, type Exchange } from "../http/exchange.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import type { ResponseFacts } from "../http/xai-stream.ts";

/** The bytes of an answer, to be read once, in one of these ways. What they throw is what reading the answer throws. */
export interface Download {
  readonly response: ResponseFacts;
  /** Media type that the server states. */
  readonly contentType: string | undefined;
  /** The bytes as they arrive, at the reader's pace. Cancelling it tells the server. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** Decoded as UTF-8. */
  text(): Promise<string>;
  blob(): Promise<Blob>;
}

/** How to read an answer that is bytes. Nothing is held but the chunk that is being passed on. */
export async function readDownload(exchange: Exchange): Promise<Download> {
  const { response, request } = exchange;
  const { headers, status } = response;
  const reader = response.body?.getReader();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const chunk = reader && (await exchange.wait(reader.read())).value;
        if (chunk) controller.enqueue(chunk);
        else {
          exchange.end();
          controller.close();
        }
      },
      cancel(reason) {
        exchange.stop(reason);
        if (reader) void cancel(reader);
      },
    },
    { highWaterMark: 0 },
  );
  const contentType = headers.get("content-type") ?? undefined;
  // Not by a Response around the stream: there Chromium says "Failed to fetch" in place of why the answer broke off.
  const blob = async (): Promise<Blob> => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const own = stream.getReader();
    for (let chunk; (chunk = (await own.read()).value);) chunks.push(chunk);
    return new Blob(chunks, { type: contentType ?? "" });
  };
  return {
    response: { status, headers, requestId: request.id },
    contentType,
    stream,
    bytes: async () => new Uint8Array(await (await blob()).arrayBuffer()),
    text: async () => (await blob()).text(),
    blob,
  };
}

/** What is at a path, as bytes. */
export function download(
  transport: Transport,
  path: string,
  options: RequestOptions | undefined,
  query?: object,
): Promise<Download> {
  return transport({ method: "GET", path, query, accept: "*/*", read: readDownload }, options);
}
