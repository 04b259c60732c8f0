import { expect, it } from "vitest";

it("runs in workerd, with the flags of wrangler.jsonc", () => {
  expect(navigator.userAgent).toBe("Cloudflare-Workers");
  expect(Cloudflare.compatibilityFlags["enable_request_signal"]).toBe(true);
});
