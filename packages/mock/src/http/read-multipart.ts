/** What comes next in a form: a part begins, or some of its bytes. */
export type MultipartPiece =
  | { readonly kind: "part"; readonly head: PartHead }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> };

/** What stands before the bytes of a part. */
export interface PartHead {
  readonly name: string;
  /** Of a file. */
  readonly filename: string | undefined;
  readonly type: string | undefined;
}

/** Says why a body is not a multipart form. */
export class MalformedForm extends Error {
  override readonly name: string = "MalformedForm";
}

const longestHead = 16_384;

/**
 * Reads a multipart form as its bytes come and holds no more than a piece of it. What it does not read, because the
 * caller stops or the form is malformed, it cancels.
 */
export async function* readMultipart(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  boundary: string,
): AsyncGenerator<MultipartPiece, void, undefined> {
  const reader = body.getReader();
  const delimiter = toBytes(`\r\n--${boundary}`);
  // A form may begin with its boundary, every later one stands behind a line break: so let the first one, too.
  let held = toBytes("\r\n");
  try {
    for await (const _preamble of until(delimiter)) continue;
    for (;;) {
      while (held.length < 2) await more();
      if (held[0] === 0x2d && held[1] === 0x2d) break;
      yield { kind: "part", head: readHead(await textUntil(toBytes("\r\n\r\n"))) };
      for await (const bytes of until(delimiter)) yield { kind: "bytes", bytes };
    }
  } finally {
    await reader.cancel().catch(() => {});
  }

  async function more(): Promise<void> {
    const { value } = await reader.read();
    if (value === undefined) throw new MalformedForm("it ends before its last boundary");
    held = held.length === 0 ? value : join(held, value);
  }

  /** Takes what stands before a mark, and the mark. */
  async function* until(mark: Uint8Array): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    for (;;) {
      const at = indexOf(held, mark);
      // Behind this the mark may have begun.
      const safe = at === -1 ? held.length - mark.length + 1 : at;
      if (safe > 0) {
        yield held.subarray(0, safe);
        held = held.subarray(safe);
      }
      if (at !== -1) {
        held = held.subarray(mark.length);
        return;
      }
      await more();
    }
  }

  async function textUntil(mark: Uint8Array): Promise<string> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const bytes of until(mark)) {
      text += decoder.decode(bytes, { stream: true });
      if (text.length > longestHead) throw new MalformedForm("the head of a part is too long");
    }
    return text + decoder.decode();
  }
}

function readHead(text: string): PartHead {
  const headers = new Map<string, string>();
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = headers.get("content-disposition") ?? "";
  const name = parameterOf(disposition, "name");
  if (name === undefined) throw new MalformedForm("a part has no name");
  return { name, filename: parameterOf(disposition, "filename"), type: headers.get("content-type") };
}

function parameterOf(disposition: string, name: string): string | undefined {
  const match = new RegExp(String.raw`;\s*${name}=(?:"([^"]*)"|([^\s;]+))`, "i").exec(disposition);
  // The escapes of https://html.spec.whatwg.org/#multipart-form-data
  return (match?.[1] ?? match?.[2])?.replaceAll(/%(?:0D|0A|22)/g, decodeURIComponent);
}

function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const [first = 0] = mark;
  const last = bytes.length - mark.length;
  for (let at = bytes.indexOf(first); at !== -1 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
