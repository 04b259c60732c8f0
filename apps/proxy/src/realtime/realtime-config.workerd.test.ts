import { describe, expect, it } from "vitest";
import { ConfigError } from "../config/config-error.ts";
import { settingsOf } from "../config/settings.ts";
import { readRealtimeConfig } from "./realtime-config.ts";

const read = (value?: unknown) =>
  readRealtimeConfig(settingsOf(value === undefined ? {} : { REALTIME: value }), (name) =>
    ["grok-voice-latest", "grok-voice-9"].includes(name),
  );

describe("REALTIME", () => {
  it("left out, lets conversations last ten minutes", () => {
    expect(read()).toEqual({
      model: "grok-voice-latest",
      maxSeconds: 600,
      maxFrameBytes: 262_144,
      maxFramesPerSecond: 100,
      maxBytes: 67_108_864,
      revocationSeconds: 10,
      maxSecretSeconds: 60,
      maxSecretSessions: 1,
      maxSecretSessionSeconds: 7_200,
    });
  });

  it("changes what it names", () => {
    expect(read('{"model":"grok-voice-9","maxSeconds":60}')).toEqual({
      ...read(),
      model: "grok-voice-9",
      maxSeconds: 60,
    });
  });

  it.each([
    "[]",
    "{",
    { model: "grok-secret" },
    { model: 5 },
    { maxSeconds: 0 },
    { maxSeconds: 7_201 },
    { maxSeconds: "60" },
    { maxSeconds: 1.5 },
    { maxFrameBytes: 17_000_000 },
    { maxFramesPerSecond: -1 },
    { revocationSeconds: 0 },
    { maxSecretSeconds: 3_601 },
    { maxSecretSessions: 0 },
    { maxMinutes: 1 },
    '{"__proto__":{"maxSeconds":1}}',
  ])("refuses %j, names itself, and does not repeat it", (value) => {
    expect(() => read(value)).toThrow(ConfigError);
    expect(() => read(value)).toThrow(/^REALTIME(?!.*secret)/);
  });
});
