import {
  CompactRequest,
  CompleteRequest,
  ChatRequest,
  EditImageRequest,
  EditVideoRequest,
  EmbeddingRequest,
  ExtendVideoRequest,
  GenerateImageRequest,
  GenerateVideoRequest,
  ListCustomVoicesParams,
  ListFilesParams,
  ListInputItemsParams,
  ListSkillsParams,
  MessageRequest,
  ModelRequest,
  SampleRequest,
  SpeechRequest,
  TokenizeRequest,
  TranscriptionMultipartRequest,
  CreateCustomVoiceMultipartRequest,
  DownloadFileContentParams,
  UpdateCustomVoiceRequest,
  UploadFileMultipartRequest,
  UploadSkillMultipartRequest,
} from "@xai-edge/schema";
import { ProxyError } from "../http/proxy-error.ts";

const schemas = {
  CompactRequest,
  CompleteRequest,
  ChatRequest,
  EditImageRequest,
  EditVideoRequest,
  EmbeddingRequest,
  ExtendVideoRequest,
  GenerateImageRequest,
  GenerateVideoRequest,
  ListCustomVoicesParams,
  ListFilesParams,
  ListInputItemsParams,
  ListSkillsParams,
  MessageRequest,
  ModelRequest,
  SampleRequest,
  SpeechRequest,
  TokenizeRequest,
  TranscriptionMultipartRequest,
  CreateCustomVoiceMultipartRequest,
  DownloadFileContentParams,
  UpdateCustomVoiceRequest,
  UploadFileMultipartRequest,
  UploadSkillMultipartRequest,
} as const;

interface Issue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly expected?: unknown;
  readonly errors?: readonly (readonly Issue[])[] | undefined;
}

/**
 * Checks a value against the schema of this name; throws 400 naming the first field that is wrong. Fields that the schemas do not
 * know are wrong as well, unless they are allowed. No value of the request is repeated.
 */
export function checkSchema(
  name: string,
  value: unknown,
  { allowUnknownFields }: { allowUnknownFields: boolean },
): void {
  const schema = (schemas as Readonly<Record<string, (typeof schemas)[keyof typeof schemas]>>)[name];
  if (schema === undefined) throw new Error("Expected every served operation to have its schema here");
  const { error } = schema.safeParse(value);
  const wrong = error?.issues.find((issue) => !(allowUnknownFields && isUnknownField(issue)));
  if (wrong !== undefined) throw toProxyError(wrong);
}

/** Whether nothing else is wrong than that a field is not known; of a union, in one of its forms. */
function isUnknownField({ code, errors = [] }: Issue): boolean {
  return (
    code === "unrecognized_keys" || errors.some((issues) => issues.length > 0 && issues.every(isUnknownField))
  );
}

function toProxyError(issue: Issue): ProxyError {
  const { code, keys = [], expected } = issue;
  const where = nameOf(issue.path ?? []) || "the body";
  if (code === "unrecognized_keys") {
    // A name that the client chose is repeated only where it looks like one.
    const names = keys.filter((key) => /^\w{1,64}$/.test(key)).join(", ");
    return new ProxyError(400, "unknown_field", `Unknown field in ${where}: ${names || "its name is none"}.`);
  }
  const what =
    typeof expected === "string"
      ? `Expected ${where} to be ${expected}.`
      : `The value of ${where} is not valid.`;
  return new ProxyError(400, "invalid_request", what);
}

/** Parts that the client may have chosen are repeated only where they look like a field's name. */
function nameOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) =>
    typeof part === "number" ? `[${part}]` : /^\w{1,64}$/.test(String(part)) ? `.${String(part)}` : ".…",
  );
  return parts.join("").replace(/^\./, "");
}
