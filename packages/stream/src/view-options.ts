import { type Fields, fieldsOf } from "./wire-fields.ts";

/** What a view of an answer shows. */
export interface ViewOptions {
  /** Index of the choice that is read where a chat has several, from 0. Default: 0. */
  readonly choiceIndex?: number | undefined;
}

/** The choice of a chunk that a view shows; no fields when the chunk says nothing about it. */
export function choiceIn(choices: readonly unknown[], { choiceIndex = 0 }: ViewOptions): Fields {
  return fieldsOf(choices.find((choice) => (fieldsOf(choice)["index"] ?? 0) === choiceIndex));
}
