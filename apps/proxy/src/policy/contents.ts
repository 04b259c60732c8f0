import { type Fields, isFields } from "./parse-json.ts";

/** What stands in a body, however deep, and is of interest to the policy. */
export interface Contents {
  /** How many pictures a model is shown. */
  readonly pictures: number;
  /** How many bytes of the body are such pictures themselves, of which the API reads nothing as text. */
  readonly pictureBytes: number;
  /** How many pictures, videos or sounds are named by their address or id. */
  readonly media: number;
  /** Whether there is a file: what it has in tokens, nobody knows before it was read. */
  readonly hasFile: boolean;
  /** Types of tools, those included that an item of a conversation comes from or brings with it. */
  readonly toolTypes: ReadonlySet<string>;
  readonly models: ReadonlySet<string>;
  /** A field that decides what a call costs, or where its answer goes, in a place where the API has none of that name. */
  readonly misplaced?: string;
}

type Found = { -readonly [Name in keyof Contents]: Contents[Name] } & {
  readonly toolTypes: Set<string>;
  readonly models: Set<string>;
};

/** What a caller words as it likes: there, a name means nothing to the API. */
const ownWords = new Set(["metadata", "text", "response_format", "replace"]);
/** A tool's own schemas, and what is sent to its server. */
const ownWordsOfTools = new Set(["parameters", "input_schema", "headers"]);
const files = new Set(["file", "file_id", "file_url", "file_data"]);
const nowhere = new Set(["search_parameters", "mcp_servers"]);
const picturePattern = /^data:image\/(?:png|jpeg|webp);base64,[\w+/-]*=*$/;
const topmost = new Set(["service_tier", "storage_options", "upload_url", "upload_urls"]);

export function contentsOf(body: Fields): Contents {
  const found: Found = {
    pictures: 0,
    pictureBytes: 0,
    media: 0,
    hasFile: false,
    toolTypes: new Set(),
    models: new Set(),
  };
  for (const field in body) {
    note(field, body[field], nowhere, found);
    if (!ownWords.has(field) && field !== "tools") look(body[field], found);
  }
  return found;
}

function look(value: unknown, found: Found, isTool = false): void {
  if (Array.isArray(value)) {
    for (const one of value) look(one, found, isTool);
    return;
  }
  if (!isFields(value)) return;
  const { type } = value;
  const isPicture = typeof type === "string" && /^(?:input_)?image(?:_url)?$/.test(type);
  if (isPicture || "image_url" in value) found.pictures++;
  if (isPicture) found.pictureBytes += bytesOf(value["image_url"] ?? value["source"]);
  if (typeof value["url"] === "string" || typeof value["file_id"] === "string") found.media++;
  const [tool] = (typeof type === "string" && /^(?:tool_search|mcp)(?=_)/.exec(type)) || [];
  if (tool !== undefined) found.toolTypes.add(tool);
  for (const field in value) {
    if (isTool ? ownWordsOfTools.has(field) : field === "input" && type === "tool_use") continue;
    note(field, value[field], topmost, found);
    if (field !== "tools") look(value[field], found, isTool);
  }
}

/** What a picture takes of the body when it stands there whole, as one of the types that the API takes. */
function bytesOf(picture: unknown): number {
  const { url = picture, media_type: type, data } = isFields(picture) ? picture : {};
  const whole = typeof type === "string" && typeof data === "string" ? `data:${type};base64,${data}` : url;
  const isWhole = typeof whole === "string" && picturePattern.test(whole);
  return isWhole ? whole.length : 0;
}

function note(field: string, value: unknown, misplaced: ReadonlySet<string>, found: Found): void {
  if (value === null || value === undefined) return;
  if (files.has(field)) found.hasFile = true;
  else if (field === "tools") noteTools(value, found);
  else if (field === "web_search_options") found.toolTypes.add("web_search");
  else if (field === "model" && typeof value === "string") found.models.add(value);
  else if (misplaced.has(field) || nowhere.has(field)) found.misplaced ??= field;
}

function noteTools(tools: unknown, found: Found): void {
  for (const tool of Array.isArray(tools) ? tools : [tools]) {
    // Tools of the Messages API are functions, and say no type.
    const { type = "function" } = isFields(tool) ? tool : { type: "" };
    found.toolTypes.add(typeof type === "string" ? type : "");
    look(tool, found, true);
  }
}
