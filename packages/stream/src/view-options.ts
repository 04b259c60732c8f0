import { type Fields, fieldsOf } from "./wire-fields.ts";

/** What a view of an answer shows. */
export interface ViewOptions {
  /** Index of the choice that is read where a chat has several, from 0. Default: 0. */
  readonly choiceIndex?: number | undefined;
}

/** What a chunk says about the choice that a view shows. */
export function choicesIn(choices: readonly unknown[], { choiceIndex = 0 }: ViewOptions): Fields[] {
  return choices.map(fieldsOf).filter(({ index = 0 }) => index === choiceIndex);
}
