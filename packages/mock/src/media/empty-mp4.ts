import { concatBytes, uint32 } from "./bytes.ts";

/** An MP4 of this length without a track: enough to be told by its content, nothing to be seen. */
export function emptyMp4(seconds: number): Uint8Array<ArrayBuffer> {
  const unity = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
  const header = concatBytes(
    // Version and flags, times of making and change, ticks per second, length.
    ...[0, 0, 0, 1000, seconds * 1000].map(uint32),
    // Speed 1, volume 1, reserved.
    ...[0x10000, 0x01000000, 0, 0].map(uint32),
    ...unity.map(uint32),
    // Six unused fields, and the id of the next track.
    ...[0, 0, 0, 0, 0, 0, 1].map(uint32),
  );
  return concatBytes(
    box("ftyp", concatBytes("isom", uint32(512), "isommp41")),
    box("moov", box("mvhd", header)),
  );
}

function box(type: string, content: Uint8Array): Uint8Array {
  return concatBytes(uint32(content.length + 8), type, content);
}
