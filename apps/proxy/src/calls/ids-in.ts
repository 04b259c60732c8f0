import type { OwnedId } from "../policy/owned-id.ts";
import { isFields } from "../policy/parse-json.ts";
import type { OperationRule } from "../routes/operation-rules.ts";

/**
 * The ids that an answer, or an event of a stream, hands out. Only places count that the API itself fills in: much of an answer
 * repeats what the caller wrote.
 */
export function idsIn(
  answer: unknown,
  { handsOut, filesIn }: Pick<OperationRule, "handsOut" | "filesIn">,
): readonly OwnedId[] {
  if (!isFields(answer)) return [];
  const ids: OwnedId[] = [];
  if (handsOut !== undefined) {
    const { response } = answer;
    const id = (isFields(response) ? response : answer)[handsOut.field];
    if (typeof id === "string") ids.push({ kind: handsOut.kind, id });
  }
  for (const made of filesIn === undefined ? [] : [answer[filesIn]].flat()) {
    if (!isFields(made)) continue;
    const { file_id: id } =
      filesIn === "output_files" ? made : isFields(made["file_output"]) ? made["file_output"] : {};
    if (typeof id === "string") ids.push({ kind: "file", id });
  }
  return ids;
}

/** Gives a caller what answers hand out, each id once. */
export function createHandover(
  rule: Pick<OperationRule, "handsOut" | "filesIn">,
  own: (ids: readonly OwnedId[]) => Promise<void>,
): (answer: unknown) => Promise<void> {
  const given = new Set<string>();
  return async (answer) => {
    const ids = idsIn(answer, rule).filter(({ kind, id }) => !given.has(`${kind} ${id}`));
    for (const { kind, id } of ids) given.add(`${kind} ${id}`);
    if (ids.length > 0) await own(ids);
  };
}
