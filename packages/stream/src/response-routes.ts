/** The lists of an output item that events add to part by part. */
export type PartList = "content" | "summary";

/** What an event of a streamed response means for the answer. */
export type ResponseRoute =
  /** Carries the response itself; `isEnd` when it is the last event. */
  | { readonly kind: "response"; readonly isEnd: boolean; readonly isFailure: boolean }
  | { readonly kind: "item"; readonly isDone: boolean }
  | { readonly kind: "part"; readonly list: PartList; readonly isDone: boolean }
  | { readonly kind: "annotation" }
  | { readonly kind: "status"; readonly item: string; readonly status: string }
  | TextRoute
  | { readonly kind: "none" };

/** Adds to a text (`delta`) or carries it whole: a field of an item, or of a part in one of the item's lists. */
export type TextRoute = {
  readonly kind: "text";
  readonly isDone: boolean;
  readonly field: string;
  /** Type of an item that begins with this event. */
  readonly item: string;
} & (
  | { readonly list?: never }
  /** Where the part stands, and the type of a part that begins with this event. */
  | { readonly list: PartList; readonly part: string }
);

/** What an event of this type means. Tool calls of any name are understood by the pattern that all of them follow. */
export function routeOf(type: unknown): ResponseRoute {
  const [, subject = "", outcome = ""] = /^response\.(?:(.+)\.)?(\w+)$/.exec(String(type)) ?? [];
  const isDone = outcome === "done";
  if (subject === "") {
    const isEnd = /^(completed|incomplete|failed|cancelled|done)$/.test(outcome);
    if (!isEnd && !/^(created|queued|in_progress)$/.test(outcome)) return { kind: "none" };
    return { kind: "response", isEnd, isFailure: outcome === "failed" };
  }
  if (outcome === "added" || isDone) {
    switch (subject) {
      case "output_item":
        return { kind: "item", isDone };
      case "content_part":
        return { kind: "part", list: "content", isDone };
      case "reasoning_summary_part":
        return { kind: "part", list: "summary", isDone };
      case "output_text.annotation":
        return { kind: "annotation" };
    }
  }
  if (outcome === "delta" || isDone) {
    const text = { kind: "text", isDone, item: "message", field: "text" } as const;
    switch (subject) {
      case "output_text":
        return { ...text, list: "content", part: "output_text" };
      case "refusal":
        return { ...text, field: "refusal", list: "content", part: "refusal" };
      case "reasoning_text":
        return { ...text, item: "reasoning", list: "content", part: "reasoning_text" };
      case "reasoning_summary_text":
        return { ...text, item: "reasoning", list: "summary", part: "summary_text" };
    }
    const [, item = "", field = ""] = /^([a-z]\w*_call)_([a-z]\w*)$/.exec(subject) ?? [];
    return item === "" ? { kind: "none" } : { ...text, item, field };
  }
  return STATUS.test(outcome) && /^[a-z]\w*_(call|tools)$/.test(subject)
    ? { kind: "status", item: subject, status: outcome }
    : { kind: "none" };
}

const STATUS = /^(in_progress|searching|interpreting|executing|generating|completed|failed|incomplete)$/;
