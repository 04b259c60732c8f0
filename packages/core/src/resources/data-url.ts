import { expect } from "../http/expect.ts";
import { type Binary, toBlob } from "./binary.ts";
import { sniff } from "./sniff.ts";

/**
 * A JPEG, PNG or WebP image as a `data:` URL in base64, to stand wherever the API takes the address of an image. Its
 * type is what its bytes say, whatever its name or `type` may be.
 *
 * @throws XaiOptionsError for content of any other kind.
 */
export async function toDataUrl(image: Binary): Promise<string> {
  const kind = await sniff(image);
  expect(/png|jpeg|webp/.test(kind), `a JPEG, PNG or WebP image, got ${kind}`);
  let binary = "";
  for (const byte of new Uint8Array(await toBlob(image).arrayBuffer())) binary += String.fromCharCode(byte);
  return `data:image/${kind};base64,${btoa(binary)}`;
}
