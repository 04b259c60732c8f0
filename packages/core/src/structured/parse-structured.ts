import { XaiProtocolError } from "../errors.ts";
import type { ChatResponse } from "../generated/chat.gen.ts";
import type { ModelResponse } from "../generated/responses.gen.ts";
import type { SchemaIssue, SchemaOutput, StandardSchema } from "./standard-schema.ts";

/** What {@link parseStructured} reads: an answer, or the text of one or of a tool call's arguments. */
export type StructuredAnswer =
  | string
  | Pick<ChatResponse, "choices">
  | Pick<ModelResponse, "output" | "status" | "incomplete_details">;

/** One thing that is wrong with an answer. */
export interface StructuredIssue {
  readonly message: string;
  /** Where it is, from the outermost key; empty for the value itself. */
  readonly path: readonly PropertyKey[];
}

/**
 * An answer is not what its schema asks for. `code` tells how: `refused`, `no_text` (the model only called tools),
 * `truncated`, `invalid_json`, or `schema_mismatch`.
 */
export class XaiStructuredOutputError extends XaiProtocolError {
  /** What is wrong with a value that does not fit, and where, in the words of the schema's library. */
  readonly issues: readonly StructuredIssue[];
  /** What the model wrote. Not enumerable: it may repeat parts of the request. */
  declare readonly text: string;

  constructor(message: string, code: string, text: string, issues: readonly StructuredIssue[] = []) {
    super(message, { code });
    this.issues = issues;
    Object.defineProperty(this, "text", { value: text });
  }
}

/**
 * The value that a model wrote, checked by a schema and with the type that the schema gives. Of a chat completion it reads
 * the first choice, of a response the last message.
 *
 * @throws XaiStructuredOutputError when the model declined, wrote nothing, broke off, or wrote what does not fit.
 */
export async function parseStructured<Schema extends StandardSchema>(
  schema: Schema,
  answer: StructuredAnswer,
): Promise<SchemaOutput<Schema>> {
  const { text, refusal, cut } = typeof answer === "string" ? { text: answer } : writtenIn(answer);
  if (refusal) throw new XaiStructuredOutputError(`The model declined: ${refusal}`, "refused", text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not as cause: the words of a syntax error quote what the model wrote.
    const [said, code] = cut
      ? [`The answer broke off (${cut})`, "truncated"]
      : text === ""
        ? ["The answer has no text", "no_text"]
        : ["The answer is not JSON", "invalid_json"];
    throw new XaiStructuredOutputError(said, code, text);
  }
  return checkStructured(schema, value, text);
}

/**
 * A value that was parsed already, checked by a schema and with the type that the schema gives; `text` is what the model
 * wrote, for the error.
 *
 * @throws XaiStructuredOutputError (`schema_mismatch`) when it does not fit.
 */
export async function checkStructured<Schema extends StandardSchema>(
  schema: Schema,
  value: unknown,
  text: string,
): Promise<SchemaOutput<Schema>> {
  const result = await schema["~standard"].validate(value);
  if (!result.issues) return result.value;
  // Not their own map(): arktype's lists and paths are of a class of theirs, and so would be the copies.
  const issues = Array.from(result.issues, bare);
  throw new XaiStructuredOutputError(
    `The answer does not fit the schema: ${issues.map(inWords).join("; ")}`,
    "schema_mismatch",
    text,
    issues,
  );
}

interface Written {
  text: string;
  refusal?: string | null | undefined;
  /** Why the model stopped before the end. */
  cut?: string | undefined;
}

function writtenIn(answer: Exclude<StructuredAnswer, string>): Written {
  if ("choices" in answer) {
    const [choice] = answer.choices;
    return {
      text: choice?.message.content ?? "",
      refusal: choice?.message.refusal,
      cut: choice?.finish_reason === "length" ? "length" : undefined,
    };
  }
  const parts = answer.output.filter((item) => item.type === "message").at(-1)?.content ?? [];
  return {
    text: parts.map((part) => (part.type === "output_text" ? part.text : "")).join(""),
    refusal: parts.find((part) => part.type === "refusal")?.refusal,
    cut: answer.status === "completed" ? undefined : (answer.incomplete_details?.reason ?? answer.status),
  };
}

/** An issue without what libraries add, such as the value itself. */
function bare({ message, path = [] }: SchemaIssue): StructuredIssue {
  return { message, path: Array.from(path, (step) => (typeof step === "object" ? step.key : step)) };
}

function inWords({ message, path }: StructuredIssue): string {
  const where = path.map((key) => `/${String(key)}`).join("");
  return where ? `${where}: ${message}` : message;
}
