import type { Area, Definition, ObjectShape, Shape } from "../spec/notation.ts";
import type { DescribedOperation } from "../spec/operations.ts";

/** The whole description, with what the emitters need to know of each schema. */
export interface Api {
  areas: ReadonlyMap<string, Area>;
  operations: readonly DescribedOperation[];
  /** Schema name → area name. */
  areaOf: ReadonlyMap<string, string>;
  definition(name: string): Definition;
  /** Reached from the body or the query of a request, where unknown fields are mistakes. */
  inRequest(name: string): boolean;
  /** Reached from an answer or carried back from one, where unknown fields are kept. */
  inResponse(name: string): boolean;
  /** Carried back in a request from an answer, or part of what is. */
  isCarriedBack(name: string): boolean;
}

export function readApi(
  areas: Readonly<Record<string, Area>>,
  operations: readonly DescribedOperation[],
): Api {
  const areaOf = new Map<string, string>();
  const definitions = new Map<string, Definition>();
  for (const [area, schemas] of Object.entries(areas)) {
    for (const [name, definition] of Object.entries(schemas)) {
      const other = areaOf.get(name);
      if (other !== undefined) throw new Error(`${name} is described twice: in ${other} and in ${area}`);
      areaOf.set(name, area);
      definitions.set(name, definition);
    }
  }
  const definition = (name: string): Definition => {
    const found = definitions.get(name);
    if (found === undefined) throw new Error(`No schema is named ${name}`);
    return found;
  };

  const request = new Set<string>();
  const response = new Set<string>();
  const carried = new Set<string>();
  const reach = (name: string, seen: Set<string>): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const ref of refsOf(definition(name).shape)) {
      reach(ref.name, ref.replayed === true ? response : seen);
      if (ref.replayed === true) reach(ref.name, carried);
    }
  };
  for (const operation of operations) {
    if (operation.query !== undefined) reach(operation.query, request);
    if (operation.request !== undefined) reach(bodySchema(operation.request), request);
    if ("json" in operation.response) reach(operation.response.json, response);
    if (operation.stream !== undefined) reach(operation.stream, response);
    if (operation.deferred !== undefined) reach(operation.deferred, response);
    if (operation.timestamps !== undefined) reach(operation.timestamps, response);
  }
  // A schema that no operation reaches is read tolerantly: nobody is known to send it.
  for (const name of definitions.keys()) {
    if (!request.has(name) && !response.has(name)) reach(name, response);
  }
  return {
    areas: new Map(Object.entries(areas)),
    operations,
    areaOf,
    definition,
    inRequest: (name) => request.has(name),
    inResponse: (name) => response.has(name),
    isCarriedBack: (name) => carried.has(name),
  };
}

function bodySchema(request: { json: string } | { multipart: string }): string {
  return "json" in request ? request.json : request.multipart;
}

/** Every reference inside a shape, in order. */
export function refsOf(shape: Shape): { name: string; replayed?: true }[] {
  switch (shape.kind) {
    case "ref":
      return [shape];
    case "array":
      return refsOf(shape.items);
    case "record":
      return refsOf(shape.values);
    case "nullable":
      return refsOf(shape.of);
    case "union":
    case "merge":
      return shape.of.flatMap(refsOf);
    case "object":
      return Object.values(shape.fields).flatMap((field) => refsOf(field.shape));
    default:
      return [];
  }
}

/** The one object that a shape stands for, references and merges resolved; nothing when it is not one object. */
export function asObject(api: Pick<Api, "definition">, shape: Shape): ObjectShape | undefined {
  if (shape.kind === "object") return shape;
  if (shape.kind === "ref") return asObject(api, api.definition(shape.name).shape);
  if (shape.kind !== "merge") return undefined;
  const parts = shape.of.map((part) => asObject(api, part));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return { kind: "object", fields: Object.assign({}, ...parts.map((part) => part.fields)) };
}

/**
 * The field that tells the members of a union apart, with the value of each; nothing when there is no such field. A
 * member may leave the field out when it is sent, and two members may share a value.
 */
export function discriminator(
  api: Pick<Api, "definition">,
  members: readonly Shape[],
): { field: string; values: string[] } | undefined {
  const objects = members.map((member) => asObject(api, member));
  const first = objects[0];
  if (first === undefined || members.length < 2) return undefined;
  for (const field of Object.keys(first.fields)) {
    const values = objects.map((object) => {
      const found = object?.fields[field]?.shape;
      const shape = found?.kind === "nullable" ? found.of : found;
      return shape?.kind === "literal" ? shape.value : undefined;
    });
    if (values.every((value) => value !== undefined) && new Set(values).size > 1) return { field, values };
  }
  return undefined;
}
