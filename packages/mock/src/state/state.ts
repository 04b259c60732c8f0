import type { Wire } from "@xai-edge/core";
import type { StoredBatch } from "../batches/batch.ts";
import { createClientSecrets, type ClientSecrets } from "../realtime/client-secrets.ts";
import type { StoredVoice } from "../voice/custom-voice.ts";
import { createKept, type Kept } from "./kept.ts";
import type { Job } from "./jobs.ts";

/** A response that can be retrieved and continued. */
export interface StoredResponse {
  readonly response: Wire.ModelResponse;
  /** Items of the conversation before its own output. */
  readonly input: readonly unknown[];
  readonly createdMs: number;
}

/** A file that was uploaded, or made and stored. */
export interface StoredFile {
  readonly wire: Wire.File;
  /** Rises with each file. */
  readonly serial: number;
  readonly bytes: Blob;
  readonly type: string;
  /** Path of its public address, while it has one. */
  readonly publicPath?: string | undefined;
}

export interface StoredSkill {
  readonly wire: Wire.Skill;
  readonly archive: Blob;
}

/** A video as it will be once it is done. */
export interface VideoJob {
  readonly model: string;
  readonly end: () => Wire.VideoResponse;
}

/** All that a simulator keeps between requests. */
export interface State {
  readonly responses: Kept<StoredResponse>;
  readonly deferredChats: Kept<Job<Wire.ChatResponse>>;
  readonly deferredImages: Kept<Job<Wire.GetDeferredImageResponse>>;
  readonly videos: Kept<Job<VideoJob>>;
  readonly files: Kept<StoredFile>;
  readonly skills: Kept<StoredSkill>;
  readonly batches: Kept<StoredBatch>;
  readonly voices: Kept<StoredVoice>;
  readonly clientSecrets: ClientSecrets;
}

const dayMs = 86_400_000;
const maxKeptBytes = 256 * 1024 * 1024;

/** Makes an empty state. Deferred answers are kept for a day, responses for 30 days, files, skills and voices up to 256 MiB each. */
export function createState(now: () => number): State {
  const isOlder = (days: number, since: number): boolean => now() - since >= days * dayMs;
  return {
    responses: createKept({ isOver: ({ createdMs }) => isOlder(30, createdMs) }),
    deferredChats: createKept({ isOver: ({ startedMs }) => isOlder(1, startedMs) }),
    deferredImages: createKept({ isOver: ({ startedMs }) => isOlder(1, startedMs) }),
    videos: createKept({ isOver: ({ startedMs }) => isOlder(1, startedMs) }),
    files: createKept({
      maxSize: maxKeptBytes,
      sizeOf: ({ bytes }) => bytes.size,
      isOver: ({ wire }) => (wire.expires_at ?? Infinity) * 1000 <= now(),
    }),
    skills: createKept({ maxSize: maxKeptBytes, sizeOf: ({ archive }) => archive.size }),
    batches: createKept({ limit: 100 }),
    voices: createKept({ maxSize: maxKeptBytes, sizeOf: ({ recording }) => recording.size }),
    clientSecrets: createClientSecrets(() => Math.floor(now() / 1000)),
  };
}
