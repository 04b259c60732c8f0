import { expect, it } from "vitest";
import { createCanary } from "./canary.ts";

const { key, foundIn } = createCanary();
const sentence = `Bearer ${key} and more`;
const escaped = Array.from(
  key,
  (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
);

it.each([
  ["as it is", sentence],
  ["without its ends", key.slice(8, -3)],
  ["URL-encoded", encodeURIComponent(sentence)],
  ["URL-encoded throughout", Buffer.from(sentence).toString("hex").replace(/../g, "%$&")],
  ["JSON-escaped", JSON.stringify({ sentence })],
  ["JSON-escaped throughout", escaped.join("")],
  ["in base64", Buffer.from(sentence).toString("base64")],
  ["in base64, one byte on", Buffer.from(`.${sentence}`).toString("base64url")],
  ["in base64, two bytes on", Buffer.from(`..${sentence}`).toString("base64")],
  ["in hex", Buffer.from(sentence).toString("hex").toUpperCase()],
  ["in UTF-16", Buffer.from(sentence, "utf16le")],
])("the canary is found %s", (_, bytes) => {
  expect(foundIn(bytes)).not.toEqual([]);
});

it("the canary is not found where it is not", () => {
  expect(foundIn(`${createCanary().key} Bearer [redacted] xai-canary-`)).toEqual([]);
});
