import type { AnswerStream } from "./answer-event.ts";
import { viewOf } from "./view.ts";
import { fieldsOf, isFields } from "./wire-fields.ts";

/** A source that an answer cites, with the fields of its protocol. A chat names nothing but the `url`. */
export interface StreamedCitation {
  readonly type: string;
  /** Address of the source. Citations of files that were sent along have none. */
  readonly url?: string | undefined;
  readonly title?: string | null | undefined;
  readonly [field: string]: unknown;
}

const AROUND = ["response", "item", "part", "message", "content_block", "delta", "output", "content"];

/**
 * The sources that an answer cites, as they arrive and each once: the list of a chat, the annotations of a response,
 * the citations of a message. A source that is cited at two places in the text is two citations. Leaving the loop early
 * closes the source; what the source throws is thrown.
 *
 * @example
 * for await (const { url } of citationsOf(stream)) links.add(url);
 */
export function citationsOf(source: AnswerStream): AsyncIterable<StreamedCitation, undefined> {
  return viewOf<StreamedCitation>(source, (emit) => {
    const seen = new Set<string>();

    function take(one: unknown): void {
      const citation =
        typeof one === "string" ? { type: "url_citation", url: one } : { type: "", ...fieldsOf(one) };
      const key = JSON.stringify(citation);
      if (!seen.has(key)) emit(citation);
      seen.add(key);
    }
    function look(at: unknown): void {
      if (Array.isArray(at)) at.forEach(look);
      if (!isFields(at)) return;
      const { annotation, citation, annotations, citations } = at;
      for (const one of [annotation, citation]) if (isFields(one)) take(one);
      for (const list of [annotations, citations]) if (Array.isArray(list)) list.forEach(take);
      for (const field of AROUND) look(at[field]);
    }

    return (event) => {
      // Most events bring only text.
      if (typeof event["delta"] !== "string") look(event);
    };
  });
}
