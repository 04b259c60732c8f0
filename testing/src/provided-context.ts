/** A recorded answer of the real API, as the file holds it. */
export interface WireCapture {
  /** The file's name, such as `chat.text.stream.jsonl`. */
  readonly name: string;
  readonly text: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Base URL of the loopback server, without a slash at the end. */
    loopbackUrl: string;
    /** The captures next to the checkout; empty on a machine that has none. */
    wireCaptures: readonly WireCapture[];
  }
}
