/** A PNG of one pixel. */
export const picture =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** The bytes of {@link picture}. */
export const pictureBytes: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob(picture.slice(picture.indexOf(",") + 1)),
  (character) => character.charCodeAt(0),
);

/** A second of silence, as a WAV file of 16,000 samples. */
export const recording: Blob = new Blob([waveHeader(32_000), new Uint8Array(32_000)]);

export const article: File = new File(["Water boils at 100 °C."], "water.txt", { type: "text/plain" });

export const manual: File = new File(
  ["---\nname: haiku\ndescription: Writes haiku\n---\nThree lines."],
  "haiku/SKILL.md",
  { type: "text/markdown" },
);

/** A function that models may call. */
export const weather: {
  name: string;
  description: string;
  parameters: { [key: string]: unknown };
} = {
  name: "weather",
  description: "Tells the weather of a city.",
  parameters: {
    type: "object",
    properties: { city: { type: "string" }, days: { type: "integer", minimum: 1 } },
    required: ["city"],
  },
};

function waveHeader(bytes: number): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(44));
  for (const [at, name] of [
    [0, "RIFF"],
    [8, "WAVE"],
    [12, "fmt "],
    [36, "data"],
  ] as const) {
    for (let index = 0; index < 4; index += 1) view.setUint8(at + index, name.charCodeAt(index));
  }
  view.setUint32(4, 36 + bytes, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 16_000, true);
  view.setUint32(28, 32_000, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  view.setUint32(40, bytes, true);
  return view;
}
