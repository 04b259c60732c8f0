import { asObject, type Api } from "../codegen/api.ts";
import type { Definition, Field, ObjectShape, Shape } from "../spec/notation.ts";
import type { Difference } from "./difference.ts";
import type { OpenApi } from "./openapi.ts";
import { readJsonSchema } from "./read-json-schema.ts";

/** What carries `differs`: the innermost field, definition or operation that a difference is in. */
export type Owner = Pick<Definition, "differs">;

/** Where two shapes are compared. */
interface Place {
  path: string;
  owner: Owner;
  /** Whether null is free here: an optional field of a schema that only responses carry. */
  freelyNull?: boolean;
  /** Whether only responses carry the schema. */
  responseOnly: boolean;
}

/** One run over both descriptions, which gathers what differs. */
export class Comparison {
  readonly found: Difference[] = [];
  readonly api: Api;
  readonly #reference: ReadonlyMap<string, Definition>;
  readonly #theirs: Pick<Api, "definition">;
  readonly #borneOut = new Set<Owner>();

  constructor(api: Api, reference: OpenApi) {
    this.api = api;
    const definitions = new Map<string, Definition>();
    for (const [name, schema] of Object.entries(reference.components.schemas)) {
      definitions.set(name, { doc: "", shape: readJsonSchema(schema, name) });
    }
    this.#reference = definitions;
    this.#theirs = {
      definition: (name) => {
        const found = definitions.get(name);
        if (found === undefined) throw new Error(`The reference refers to ${name}, which it does not have`);
        return found;
      },
    };
  }

  isInReference(name: string): boolean {
    return this.#reference.has(name);
  }

  report(path: string, what: string, owner: Owner): void {
    this.#borneOut.add(owner);
    this.found.push({ path, what, ...(owner.differs === undefined ? {} : { reason: owner.differs }) });
  }

  schemas(): void {
    for (const name of this.#reference.keys()) {
      if (!this.api.areaOf.has(name)) this.report(name, "missing here", {});
    }
    for (const name of this.api.areaOf.keys()) {
      const ours = this.api.definition(name);
      const theirs = this.#reference.get(name);
      if (theirs === undefined) this.report(name, "not in the reference", ours);
      else {
        const responseOnly = !this.api.inRequest(name);
        this.shapes(ours.shape, theirs.shape, { path: name, owner: ours, responseOnly });
      }
    }
  }

  /** Every `differs` to which no difference was put down. */
  stale(): Difference[] {
    const what = "gives a reason to differ, but does not differ from the reference";
    const found: Difference[] = [];
    const look = (path: string, owner: Owner): void => {
      if (owner.differs !== undefined && !this.#borneOut.has(owner)) found.push({ path, what });
    };
    const walk = (path: string, shape: Shape): void => {
      switch (shape.kind) {
        case "object":
          for (const [name, field] of Object.entries(shape.fields)) {
            look(`${path}.${name}`, field);
            walk(`${path}.${name}`, field.shape);
          }
          return;
        case "array":
          return walk(`${path}[]`, shape.items);
        case "record":
          return walk(`${path}{}`, shape.values);
        case "nullable":
          return walk(path, shape.of);
        case "union":
        case "merge":
          for (const part of shape.of) walk(`${path}${label(part)}`, part);
          return;
        default:
      }
    };
    for (const name of this.api.areaOf.keys()) {
      const definition = this.api.definition(name);
      look(name, definition);
      walk(name, definition.shape);
    }
    for (const operation of this.api.operations) look(`${operation.method} ${operation.path}`, operation);
    return found;
  }

  shapes(ours: Shape, theirs: Shape, place: Place): void {
    const nullable = [ours, theirs].map((shape) => shape.kind === "nullable" || shape.kind === "any");
    if (nullable[0] !== nullable[1] && place.freelyNull !== true && theirs.kind !== "any") {
      this.report(place.path, sides("null allowed", nullable[0] === true), place.owner);
    }
    this.#inside(withoutNull(ours), withoutNull(theirs), { ...place, freelyNull: false });
  }

  /** Compares the fields of two objects. */
  objects(ours: ObjectShape, theirs: ObjectShape, place: Place): void {
    for (const name of Object.keys(theirs.fields)) {
      if (!Object.hasOwn(ours.fields, name)) {
        this.report(`${place.path}.${name}`, "missing here", place.owner);
      }
    }
    for (const [name, field] of Object.entries(ours.fields)) {
      const path = `${place.path}.${name}`;
      const other = Object.hasOwn(theirs.fields, name) ? theirs.fields[name] : undefined;
      if (other === undefined) this.report(path, "not in the reference", field);
      else this.#fields(field, other, path, place.responseOnly);
    }
  }

  #fields(ours: Field, theirs: Field, path: string, responseOnly: boolean): void {
    if (ours.required !== theirs.required) {
      const names = { true: "required", false: "optional" };
      this.report(
        path,
        `${names[`${ours.required}`]} here, ${names[`${theirs.required}`]} in the reference`,
        ours,
      );
    }
    if (ours.default !== theirs.default) {
      this.report(path, values("default", ours.default, theirs.default), ours);
    }
    if (theirs.deprecated === true && ours.deprecated !== true) {
      this.report(path, sides("deprecated", false), ours);
    }
    const freelyNull = responseOnly && !ours.required;
    this.shapes(ours.shape, theirs.shape, { path, owner: ours, freelyNull, responseOnly });
  }

  #inside(ours: Shape, theirs: Shape, place: Place): void {
    if (ours.kind === "ref" && theirs.kind === "ref") {
      if (ours.name === theirs.name) return;
      if (this.#reference.has(ours.name)) {
        this.report(place.path, `${ours.name} here, ${theirs.name} in the reference`, place.owner);
        return;
      }
    }
    if (ours.kind === "ref") return this.shapes(this.api.definition(ours.name).shape, theirs, place);
    if (theirs.kind === "ref") return this.shapes(ours, this.#theirs.definition(theirs.name).shape, place);

    const objects = [asObject(this.api, ours), asObject(this.#theirs, theirs)];
    if (objects[0] !== undefined && objects[1] !== undefined) {
      return this.objects(objects[0], objects[1], place);
    }
    if (ours.kind === "merge" && theirs.kind === "merge" && ours.of.length === theirs.of.length) {
      for (const [index, part] of ours.of.entries()) {
        const other = theirs.of[index];
        if (other !== undefined) this.shapes(part, other, place);
      }
      return;
    }
    if (ours.kind === "union" && theirs.kind === "union") return this.#unions(ours.of, theirs.of, place);
    if (ours.kind === "array" && theirs.kind === "array") {
      this.#bounds("items", ours, theirs, place);
      return this.shapes(ours.items, theirs.items, { ...place, path: `${place.path}[]` });
    }
    if (ours.kind === "record" && theirs.kind === "record") {
      return this.shapes(ours.values, theirs.values, { ...place, path: `${place.path}{}` });
    }
    this.#scalars(ours, theirs, place);
  }

  #scalars(ours: Shape, theirs: Shape, place: Place): void {
    if (ours.kind === "number" && theirs.kind === "number" && ours.format === theirs.format) {
      return this.#bounds("value", ours, theirs, place);
    }
    if (ours.kind === "string" && theirs.kind === "string" && ours.format === theirs.format) {
      return this.#bounds("length", bounds(ours), bounds(theirs), place);
    }
    if (isPlainString(theirs) && (ours.kind === "literal" || ours.kind === "known")) return;
    if (ours.kind === "enum" && theirs.kind === "enum") {
      for (const value of theirs.values.filter((one) => !ours.values.includes(one))) {
        this.report(place.path, sides(JSON.stringify(value), false), place.owner);
      }
      for (const value of ours.values.filter((one) => !theirs.values.includes(one))) {
        this.report(place.path, sides(JSON.stringify(value), true), place.owner);
      }
      return;
    }
    const [here, there] = [nameOf(ours), nameOf(theirs)];
    if (here !== there) this.report(place.path, `${here} here, ${there} in the reference`, place.owner);
  }

  #bounds(of: string, ours: Bounds, theirs: Bounds, place: Place): void {
    for (const [bound, name] of [
      ["min", `least ${of}`],
      ["above", `${of} above`],
      ["max", `most ${of}`],
    ] as const) {
      if (ours[bound] !== theirs[bound]) {
        this.report(place.path, values(name, ours[bound], theirs[bound]), place.owner);
      }
    }
  }

  #unions(ours: readonly Shape[], theirs: readonly Shape[], place: Place): void {
    const left = new Set(theirs);
    const pairs = new Map<Shape, Shape>();
    const pair = (isSame: (one: Shape, other: Shape) => boolean): void => {
      for (const one of ours.filter((member) => !pairs.has(member))) {
        const other = [...left].find((candidate) => isSame(one, candidate));
        if (other === undefined) continue;
        left.delete(other);
        pairs.set(one, other);
      }
    };
    pair((one, other) => one.kind === "ref" && other.kind === "ref" && one.name === other.name);
    pair((one, other) => {
      const [mine, its] = [tagsOf(this.api, one), tagsOf(this.#theirs, other)];
      return mine !== "" && mine === its;
    });
    pair((one, other) => {
      const [mine, its] = [tagsOf(this.api, one), tagsOf(this.#theirs, other)];
      if (mine !== "" && its !== "") return false;
      return familyOf(this.api, one) === familyOf(this.#theirs, other);
    });
    for (const other of left) {
      this.report(place.path + label(other, this.#theirs), "missing here", place.owner);
    }
    for (const one of ours) {
      const path = place.path + label(one, this.api);
      const other = pairs.get(one);
      if (other === undefined) this.report(path, "not in the reference", place.owner);
      else this.shapes(one, other, { ...place, path });
    }
  }
}

interface Bounds {
  min?: number;
  above?: number;
  max?: number;
}

function bounds(shape: { minLength?: number; maxLength?: number }): Bounds {
  return {
    ...(shape.minLength === undefined ? {} : { min: shape.minLength }),
    ...(shape.maxLength === undefined ? {} : { max: shape.maxLength }),
  };
}

function withoutNull(shape: Shape): Shape {
  return shape.kind === "nullable" ? withoutNull(shape.of) : shape;
}

function isPlainString(shape: Shape): boolean {
  return shape.kind === "string" && Object.keys(shape).length === 1;
}

/** What tells an object from the other members of a union: its literal fields, or else those that it requires. */
function tagsOf(api: Pick<Api, "definition">, shape: Shape): string {
  const fields = Object.entries(asObject(api, shape)?.fields ?? {}).filter(([, field]) => field.required);
  const tags = fields.flatMap(([name, { shape: of }]) =>
    of.kind === "literal" ? [`${name}=${of.value}`] : [],
  );
  if (tags.length > 0) return tags.toSorted().join();
  return fields.some(([, { shape: of }]) => of.kind === "string" || of.kind === "known")
    ? ""
    : fields
        .map(([name]) => name)
        .toSorted()
        .join();
}

/** Shapes that can stand for each other in a union although the facts about them differ. */
function familyOf(api: Pick<Api, "definition">, shape: Shape): string {
  if (asObject(api, shape) !== undefined) return "object";
  if (shape.kind === "ref") return familyOf(api, api.definition(shape.name).shape);
  return shape.kind === "known" || shape.kind === "enum" || shape.kind === "literal" ? "string" : shape.kind;
}

function label(shape: Shape, api?: Pick<Api, "definition">): string {
  if (shape.kind === "ref") return `(${shape.name})`;
  const object = api === undefined ? (shape.kind === "object" ? shape : undefined) : asObject(api, shape);
  if (object === undefined) return `(${nameOf(shape)})`;
  const tag = Object.values(object.fields).find((field) => field.shape.kind === "literal")?.shape;
  return tag?.kind === "literal" ? `(${tag.value})` : "(object)";
}

function nameOf(shape: Shape): string {
  switch (shape.kind) {
    case "string":
      return shape.format ?? "string";
    case "number":
      return shape.format;
    case "any":
      return "any JSON value";
    case "literal":
      return JSON.stringify(shape.value);
    case "known":
      return "an open set of strings";
    case "enum":
      return `one of ${shape.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "array":
      return `array of ${nameOf(shape.items)}`;
    case "record":
      return `record of ${nameOf(shape.values)}`;
    case "ref":
      return shape.name;
    case "nullable":
      return `${nameOf(shape.of)} or null`;
    default:
      return shape.kind;
  }
}

function sides(what: string, here: boolean): string {
  return here ? `${what} here, not in the reference` : `${what} in the reference, not here`;
}

function values(what: string, ours: unknown, theirs: unknown): string {
  const say = (value: unknown): string => (value === undefined ? "none" : JSON.stringify(value));
  return `${what} ${say(ours)} here, ${say(theirs)} in the reference`;
}
