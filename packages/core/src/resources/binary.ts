/** What can be read as often as needed. */
export type Binary = Blob | BufferSource;

export function isBinary(value: unknown): value is Binary {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

export function toBlob(content: BlobPart): Blob {
  return content instanceof Blob ? content : new Blob([content]);
}
