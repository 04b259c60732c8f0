/** A body that gives these pieces one by one, each only when it is asked for. */
export function streamBytes(
  pieces: readonly Uint8Array<ArrayBuffer>[],
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0;
  return new ReadableStream(
    {
      pull(controller) {
        let piece = pieces[next++];
        // An empty piece answers nobody's question.
        while (piece?.length === 0) piece = pieces[next++];
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}
