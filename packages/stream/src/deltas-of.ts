import type { AnswerStream } from "./answer-event.ts";
import { viewOf } from "./view.ts";
import { fieldsOf, isFirstChoice, textIn } from "./wire-fields.ts";

/** The pieces of text in a field of the first chat choice's deltas, and in the Responses events of some types. */
export function deltasOf(
  source: AnswerStream,
  field: string,
  types: RegExp,
): AsyncIterable<string, undefined> {
  return viewOf(source, (event, emit: (piece: string) => void) => {
    const { choices, type } = event;
    let piece = "";
    if (Array.isArray(choices)) {
      const { delta } = fieldsOf(choices.find(isFirstChoice));
      piece = textIn(fieldsOf(delta), field);
    } else if (types.test(String(type))) piece = textIn(event, "delta");
    if (piece !== "") emit(piece);
  });
}
