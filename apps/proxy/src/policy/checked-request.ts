import type { OwnedId } from "./owned-id.ts";

/** A request that passed the policy. What is forwarded is made of nothing else. */
export interface CheckedRequest {
  /** What goes upstream: the checked object, written anew. Absent for a request without a body. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  /** Bytes of the body as the client sent it. */
  readonly bodyBytes: number;
  /** What goes behind the path, with its `?`; empty where there is nothing. */
  readonly search: string;
  /** The model that is billed; absent where nothing is. */
  readonly model?: string;
  readonly isStream: boolean;
  /** Ids that the request names, in its path and wherever they stand in its body: the caller must own each. */
  readonly names: readonly OwnedId[];
  /** How to ask for less, where the worst case is far above the usual; a refusal for want of budget ends with it. */
  readonly advice?: string;
  /** What the call can cost at most is made of this. */
  readonly worst: WorstCase;
}

/** Upper bounds of what a call can use. Everything is 0 for a call that is free. */
export interface WorstCase {
  /** Tokens of input over all turns, pictures and what server-side tools bring in included. */
  readonly inputTokens: number;
  /** Tokens of output over all turns and choices, reasoning included. */
  readonly outputTokens: number;
  /** Calls of server-side tools. */
  readonly toolCalls: number;
  /** Pictures that are made. */
  readonly images: number;
  /** Seconds of video that are made. */
  readonly videoSeconds: number;
  /** Pictures, and seconds of video, that others are made of. */
  readonly sources: number;
  /** Characters that are spoken, and seconds of audio that are heard or exchanged. */
  readonly speechCharacters: number;
  readonly audioSeconds: number;
}

/** The worst case of a call that is free. */
export const free: WorstCase = {
  inputTokens: 0,
  outputTokens: 0,
  toolCalls: 0,
  images: 0,
  videoSeconds: 0,
  sources: 0,
  speechCharacters: 0,
  audioSeconds: 0,
};
