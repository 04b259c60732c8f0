import { XaiProtocolError } from "@xai-edge/core";

/**
 * A text that arrives in pieces is no JSON: `invalid_json` as soon as nothing that follows could make it so,
 * `truncated_json` when it ended before its value did.
 */
export class XaiJsonError extends XaiProtocolError {
  /** Of the first character that cannot stand where it does, or of the end: UTF-16 units from the start of the text. */
  readonly offset: number;

  constructor(offset: number, character?: string) {
    super(`Unexpected ${character ? JSON.stringify(character) : "end"} at offset ${offset} of the JSON`, {
      code: `${character ? "invalid" : "truncated"}_json`,
    });
    this.offset = offset;
  }
}
