import { toBlob } from "./binary.ts";

// What files begin with, a byte a character, by their extension. Text is what has no control characters.
const kinds =
  /^(?:(?<png>\x89PNG)|(?<jpeg>\xff\xd8\xff)|(?<webp>RIFF.{4}WEBP)|(?<wav>RIFF.{4}WAVE)|(?<gif>GIF8)|(?<pdf>%PDF)|(?<zip>PK)|(?<ogg>OggS)|(?<flac>fLaC)|(?<mp3>ID3|\xff)|(?<mp4>.{4}ftyp)|(?<mkv>.E\xdf)|(?<txt>[\t\n\r -\xff]+$))/s;

/** Extension of a file of this content, as its first bytes tell: `bin` when they tell nothing. */
export async function sniff(content: BlobPart): Promise<string> {
  const start = new Uint8Array(await toBlob(content).slice(0, 64).arrayBuffer());
  const { groups = {} } = kinds.exec(String.fromCharCode(...start)) ?? {};
  return Object.keys(groups).find((kind) => groups[kind]) ?? "bin";
}
