import { concatBytes, littleEndian } from "../media/bytes.ts";
import { crc32 } from "../media/crc32.ts";

/** A file in an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

const mostEntryBytes = 1024 * 1024;

/**
 * Lists the files of a ZIP archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3); `undefined` for
 * bytes that are none. Reading one rejects when it is damaged, or larger than 1 MiB.
 */
export function readZip(bytes: Uint8Array<ArrayBuffer>): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The directory's end is the last record; only a comment may come after it.
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) return undefined;
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      );
      const method = view.getUint16(at + 10, true);
      const size = view.getUint32(at + 20, true);
      const start = view.getUint32(at + 42, true);
      const nameEnd = at + 46 + (nameLength ?? 0);
      const content = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
        read: () => inflate(bytes.subarray(content, content + size), method),
      });
      at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return entries;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>, method: number): Promise<Uint8Array<ArrayBuffer>> {
  if (method === 0) return bytes;
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = inflated.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > mostEntryBytes) throw new RangeError("Expected at most 1 MiB in a file of the archive");
    chunks.push(next.value);
  }
  return concatBytes(...chunks);
}

/** Makes a ZIP archive without compressing. */
export function writeZip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const utf8Names = 0x0800;
  // Midnight of 1 January 1980, where the format's time begins.
  const firstDay = 0x0021;
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const nameBytes = new TextEncoder().encode(name);
    const facts = concatBytes(
      littleEndian(2, 20, utf8Names, 0, 0, firstDay),
      littleEndian(4, crc32(bytes), bytes.length, bytes.length),
      littleEndian(2, nameBytes.length, 0),
    );
    const body = concatBytes("PK\u0003\u0004", facts, nameBytes, bytes);
    directory.push(
      concatBytes(
        "PK\u0001\u0002",
        littleEndian(2, 20),
        facts,
        littleEndian(2, 0, 0, 0),
        littleEndian(4, 0, offset),
        nameBytes,
      ),
    );
    bodies.push(body);
    offset += body.length;
  }
  const entries = concatBytes(...directory);
  return concatBytes(
    ...bodies,
    entries,
    "PK\u0005\u0006",
    littleEndian(2, 0, 0, files.length, files.length),
    littleEndian(4, entries.length, offset),
    littleEndian(2, 0),
  );
}
