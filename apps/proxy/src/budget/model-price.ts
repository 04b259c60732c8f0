/** A model, what it costs and how much it takes. What it has no price for cannot be asked of it while a budget is on. */
export interface PricedModel {
  readonly id: string;
  /** Other names of the same model. */
  readonly aliases?: readonly string[];
  /** Tokens that the input and output of one turn may have together. */
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  /** Whether the API says that an effort of `none` turns its reasoning off. */
  readonly reasoningCanBeOff?: boolean;
  readonly usdPerMillionTokens?: TokenPrice;
  /** What all tokens of a turn cost once its input has so many. */
  readonly longContext?: { readonly fromTokens: number; readonly usdPerMillionTokens: TokenPrice };
  /** For each call of a server-side tool; absent: `dearestToolCallUsd`. */
  readonly usdPerToolCall?: number;
  /** The dearest of its qualities and sizes, as are the prices below. */
  readonly usdPerImage?: number;
  readonly usdPerVideoSecond?: number;
  /** For each picture, and each second of video, that others are made of; absent: `dearestSourceUsd`. */
  readonly usdPerSource?: number;
  readonly usdPerMillionCharacters?: number;
  readonly usdPerAudioMinute?: number;
}

/** Reasoning is billed as output. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}
