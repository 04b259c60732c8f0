/** What workerd adds to the standard, for programs that are checked against the DOM's types. */
interface SubtleCrypto {
  /** Compares two buffers of one length in a time that does not depend on their bytes. */
  timingSafeEqual(a: ArrayBuffer | ArrayBufferView, b: ArrayBuffer | ArrayBufferView): boolean;
}
