import { describe, expect, it } from "vitest";
import { settingsOf } from "../config/settings.ts";
import { readResumeConfig } from "./resume-config.ts";

const read = (RESUME: unknown) => readResumeConfig(settingsOf({ RESUME }), "exact");
const usual = { maxBytes: 33_554_432, ttlSeconds: 600, abandonSeconds: 60 };

describe("RESUME", () => {
  it("is off unless it is on", () => {
    expect([read(undefined), read(""), read("off")]).toEqual([undefined, undefined, undefined]);
    expect(read("on")).toEqual(usual);
  });

  it("may set some of its bounds", () => {
    expect(read("{}")).toEqual(usual);
    expect(read({ ttlSeconds: 60 })).toEqual({ ...usual, ttlSeconds: 60 });
    expect(read('{"maxBytes":65536,"abandonSeconds":1}')).toEqual({
      ...usual,
      maxBytes: 65_536,
      abandonSeconds: 1,
    });
  });

  it.each([
    "yes",
    "[]",
    "1",
    '"on"x',
    { maxBytes: 65_535 },
    { maxBytes: "1000000" },
    { ttlSeconds: 0 },
    { ttlSeconds: 1.5 },
    { abandonSeconds: 61 },
    { secret: 1 },
  ])("is refused as %j in a sentence that names the setting and not its value", (value) => {
    expect(() => read(value)).toThrow(/^RESUME.*( must| may)/);
    expect(() => read(value)).not.toThrow(/secret|1\.5|65535|yes/);
  });

  it("is refused where streams are not looked at", () => {
    const settings = settingsOf({ RESUME: "on" });
    expect(() => readResumeConfig(settings, "reserve")).toThrow('RESUME needs METERING to be "exact".');
  });
});
