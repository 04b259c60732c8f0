import type { TextField } from "@xai-edge/schema/operations";
import type { Call } from "../areas/area.ts";
import { checkValue, type ValueSchema } from "./check-value.ts";
import { invalidArgument, RefusedRequest } from "./refused-request.ts";

/** Reads the query and checks it; throws xAI's 400. */
export function parseQuery<Query>(schema: ValueSchema<Query>, { url, operation }: Call): Query {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(url.searchParams.keys())) {
    fields[name] = readField(url.searchParams.getAll(name), operation.textFields?.[name]);
  }
  return checkValue(schema, fields, operation);
}

/** Reads a form and checks it, the order of its parts included; throws xAI's 415, 413 or 400. */
export function parseForm<Form>(schema: ValueSchema<Form>, { body, operation, headers }: Call): Form {
  if (body.kind !== "form") {
    throw new RefusedRequest(415, {
      code: "Client specified an invalid argument",
      error: `Expected a body of type multipart/form-data, got ${headers.get("content-type") ?? "none"}.`,
    });
  }
  if (body.refusal !== undefined) throw body.refusal;
  const { request } = operation;
  const last = request !== undefined && "multipart" in request ? request.last : undefined;
  const values = new Map<string, (string | File)[]>();
  for (const [index, part] of body.parts.entries()) {
    const { name: written } = part;
    // The API takes the two parts in which the openai package says how long to keep a file.
    if (written === "expires_after[anchor]" && "text" in part && part.text === "created_at") continue;
    const name = written === "expires_after[seconds]" ? "expires_after" : written;
    if (name === last && index < body.parts.length - 1) {
      const { name: next = "" } = body.parts[index + 1] ?? {};
      throw invalidArgument(`The part ${name} has to be the last one, and ${next} comes after it.`);
    }
    const kind = operation.textFields?.[name];
    if ((kind === "file" || kind === "files") && "text" in part) {
      throw invalidArgument(`The part ${name} has no file name.`);
    }
    values.set(name, [...(values.get(name) ?? []), "text" in part ? part.text : part.file]);
  }
  const fields: Record<string, unknown> = {};
  for (const [name, all] of values) fields[name] = readField(all, operation.textFields?.[name]);
  return checkValue(schema, fields, operation);
}

/** What does not read as its kind stays as it is, for the schema to refuse with its name. */
function readField(values: readonly unknown[], kind: TextField | undefined): unknown {
  const value = values.at(-1);
  if (kind === "strings" || kind === "files") return values;
  if (kind === "number")
    return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (kind === "boolean") return value === "true" || value === "false" ? value === "true" : value;
  return value;
}
