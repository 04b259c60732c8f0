/** Reads a body piece by piece. */
export interface BodyReader {
  /** Reads into this buffer, which is given up; the one of the result may be used next. */
  readonly read: (
    buffer: ArrayBuffer,
  ) => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<void>;
}

/** A reader that takes buffers where the body can fill them. */
export function readerOf(body: ReadableStream<Uint8Array>): BodyReader {
  try {
    const reader = body.getReader({ mode: "byob" });
    return { read: (buffer) => reader.read(new Uint8Array(buffer)), cancel: () => reader.cancel() };
  } catch {
    // A stream that is made in JavaScript, as the simulator's, brings buffers of its own.
    const reader = body.getReader();
    return { read: () => reader.read(), cancel: () => reader.cancel() };
  }
}
