import { expectFields } from "../auth/written-fields.ts";
import { readNumbers } from "../budget/read-numbers.ts";
import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";

/** How long and how loud a realtime conversation may be. */
export interface RealtimeConfig {
  /** The model of a conversation that names none. */
  readonly model: string;
  /** Seconds of one conversation, all of which are reserved before it begins. */
  readonly maxSeconds: number;
  /** Bytes of one frame, either way. */
  readonly maxFrameBytes: number;
  /** Frames of the client in one second. */
  readonly maxFramesPerSecond: number;
  /** Bytes of all frames of a conversation, both ways together. */
  readonly maxBytes: number;
  /** How often a conversation asks whether the session token that opened it was revoked, in seconds. */
  readonly revocationSeconds: number;
  /** How long a client secret opens conversations. */
  readonly maxSecretSeconds: number;
  /** How many conversations one client secret is charged for. It can open more: the API bounds them by nothing. */
  readonly maxSecretSessions: number;
  /** How long the upstream lets a conversation last that a client secret has opened, which this proxy cannot end. */
  readonly maxSecretSessionSeconds: number;
}

const setting = "REALTIME";
const defaults = {
  model: "grok-voice-latest",
  maxSeconds: 600,
  maxFrameBytes: 256 * 1024,
  maxFramesPerSecond: 100,
  maxBytes: 64 * 1024 * 1024,
  revocationSeconds: 10,
  maxSecretSeconds: 60,
  maxSecretSessions: 1,
  // Published bounds differ: 30 minutes and 120.
  maxSecretSessionSeconds: 7_200,
};
const numbers = {
  maxSeconds: { min: 1, max: 7_200, isWhole: true },
  maxFrameBytes: { min: 1, max: 16 * 1024 * 1024, isWhole: true },
  maxFramesPerSecond: { min: 1, max: 10_000, isWhole: true },
  maxBytes: { min: 1, max: 1024 * 1024 * 1024, isWhole: true },
  revocationSeconds: { min: 1, max: 3_600, isWhole: true },
  maxSecretSeconds: { min: 1, max: 3_600, isWhole: true },
  maxSecretSessions: { min: 1, max: 100, isWhole: true },
  maxSecretSessionSeconds: { min: 1, max: 86_400, isWhole: true },
};

/** Reads REALTIME; `isVoice` tells which names have a price by the minute. Throws a `ConfigError` for what is wrong with it. */
export function readRealtimeConfig(settings: Settings, isVoice: (name: string) => boolean): RealtimeConfig {
  const given = expectFields(setting, settings.json(setting) ?? {}, Object.keys(defaults));
  const { model, ...rest } = given;
  if (model !== undefined && (typeof model !== "string" || !isVoice(model))) {
    throw new ConfigError(`${setting}: model must have a price by the minute: usdPerAudioMinute of PRICES.`);
  }
  return { ...defaults, ...readNumbers(setting, rest, numbers), ...(model !== undefined && { model }) };
}
