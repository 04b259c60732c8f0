/**
 * Any view, fold or stream as a ReadableStream, which reads only what its reader asks for. Cancelling closes the source
 * at once, also while it is silent; what the source throws is the stream's error.
 *
 * @throws what the source throws when it cannot be iterated: XaiOptionsError where it was before.
 * @example
 * return new Response(toReadableStream(textOf(stream)).pipeThrough(new TextEncoderStream()));
 */
export function toReadableStream<Value>(source: AsyncIterable<Value>): ReadableStream<Value> {
  const iterator = source[Symbol.asyncIterator]();
  let isCancelled = false;
  return new ReadableStream<Value>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        // What a source says after it was closed is for nobody.
        if (isCancelled) return;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        isCancelled = true;
        await iterator.return?.(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
