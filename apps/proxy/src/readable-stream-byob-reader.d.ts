/** workerd's own: fills the view with at least so many bytes, unless the stream ends before. */
interface ReadableStreamBYOBReader {
  readAtLeast<View extends ArrayBufferView>(
    bytes: number,
    view: View,
  ): Promise<ReadableStreamReadResult<View>>;
}
