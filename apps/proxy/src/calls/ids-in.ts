import type { OwnedId } from "../policy/owned-id.ts";
import { isFields } from "../policy/parse-json.ts";
import type { OperationRule } from "../routes/operation-rules.ts";

/** The id that an answer, or the first event of a stream, hands out. */
export function idsIn(
  answer: unknown,
  { kind, field }: NonNullable<OperationRule["handsOut"]>,
): readonly OwnedId[] {
  if (!isFields(answer)) return [];
  const { response } = answer;
  const id = (isFields(response) ? response : answer)[field];
  const files = Array.isArray(answer["output_files"]) ? answer["output_files"] : [];
  return [
    ...(typeof id === "string" ? [{ kind, id }] : []),
    ...files.flatMap((file): OwnedId[] =>
      isFields(file) && typeof file["file_id"] === "string" ? [{ kind: "file", id: file["file_id"] }] : [],
    ),
  ];
}
