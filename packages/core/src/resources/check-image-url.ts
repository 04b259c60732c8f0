import { expect } from "../http/expect.ts";

/** @throws XaiOptionsError for a data URL that is no JPEG, PNG or WebP in base64. */
export function checkImageUrl(url: string = ""): void {
  expect(
    !/^data:(?!image\/(jpe?g|png|webp);base64,)/i.test(url),
    `a JPEG, PNG or WebP image in base64, got ${url.slice(0, 32)}`,
  );
}
