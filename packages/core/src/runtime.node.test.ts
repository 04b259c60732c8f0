import { expect, it } from "vitest";

it("runs in Node", () => {
  const { navigator, document, process } = globalThis as {
    navigator?: Navigator;
    document?: unknown;
    process?: { release?: { name?: string } };
  };
  expect(process?.release?.name).toBe("node");
  expect(navigator?.userAgent).toMatch(/^Node\.js\//);
  expect(document).toBeUndefined();
});
