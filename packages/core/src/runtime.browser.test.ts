import { expect, it } from "vitest";

it("runs in Chromium, in a page", () => {
  expect(navigator.userAgent).toMatch(/ (?:Headless)?Chrome\/\d+/);
  expect(document.defaultView).toBe(window);
  expect(location.protocol).toBe("http:");
});
