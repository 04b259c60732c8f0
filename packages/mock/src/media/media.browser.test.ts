import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { drawPng } from "./draw-png.ts";
import { encodeSpeech } from "../voice/encode-speech.ts";

describe("what the simulator draws", () => {
  it.each([
    [1, 1],
    [96, 96],
    [44, 96],
  ])("is an image of %i by %i to a browser", async (width, height) => {
    const image = await createImageBitmap(new Blob([drawPng(width, height, createRandom("x"))]));
    expect([image.width, image.height]).toEqual([width, height]);
  });
});

describe("what the simulator speaks", () => {
  const rates = [8000, 16_000, 22_050, 24_000, 44_100, 48_000];
  const cases = rates.flatMap((rate) => [
    ["wav", rate, 128_000] as const,
    ["mp3", rate, 32_000] as const,
    ["mp3", rate, 192_000] as const,
  ]);

  it.each(cases)("in %s at %i Hz and %i bit/s is sound to a browser", async (codec, sampleRate, bitRate) => {
    const bytes = encodeSpeech({ codec, sampleRate, bitRate }, 1);
    const sound = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes.buffer);
    expect(sound.numberOfChannels).toBe(1);
    expect(sound.duration).toBeCloseTo(1, 0);
  });
});
