const token = / ?[\p{L}\p{M}\p{N}_]{1,8}| ?[^\s\p{L}\p{M}\p{N}_]{1,3}|\s+/gu;

/** Cuts a text into pieces of the size of a model's tokens; joined, they are the text again. */
export function toTokens(text: string): string[] {
  return text.match(token) ?? [];
}

/** Returns how many tokens a text is. */
export function countTokens(text: string): number {
  return toTokens(text).length;
}
