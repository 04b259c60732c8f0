import { describe, expect, it } from "vitest";
import { asObject, readApi } from "../codegen/api.ts";
import { areas } from "../spec/areas.ts";
import { leftOut } from "../spec/left-out.ts";
import { operations } from "../spec/operations.ts";

const api = readApi(areas, operations);

function fieldsOf(schema: string): string[] {
  return Object.keys(asObject(api, api.definition(schema).shape)?.fields ?? {});
}

describe("the ledger of operations", () => {
  it("names every operation and every path once", () => {
    const ids = operations.map(({ id }) => id);
    const routes = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it("does not describe what it leaves out", () => {
    const described = operations.filter((one) =>
      leftOut.some(({ method, path }) => path === one.path && (method ?? one.method) === one.method),
    );
    expect(described).toEqual([]);
  });

  it("writes each parameter of a path as a name in braces", () => {
    const rests = operations.map(({ path }) => path.replaceAll(/\{[a-z_]+\}/g, ""));
    expect(rests.filter((rest) => !/^\/v1(\/[a-z0-9_-]*(:[a-z]+)?)+$/.test(rest))).toEqual([]);
  });

  it.each([
    ["stream", "stream"],
    ["deferred", "deferred"],
    ["timestamps", "with_timestamps"],
  ] as const)("lets a request ask for each other answer: %s", (fact, field) => {
    const able = operations.filter((one) => one[fact] !== undefined);
    expect(able.length).toBeGreaterThan(0);
    const unable = able.filter(({ request }) => {
      return request === undefined || !("json" in request) || !fieldsOf(request.json).includes(field);
    });
    expect(unable).toEqual([]);
  });

  it("has the part that a form ends with among the fields, as the last", () => {
    const forms = operations.flatMap(({ request }) =>
      request !== undefined && "multipart" in request ? [request] : [],
    );
    const ends = forms.filter(({ last }) => last !== undefined);
    expect(ends.map(({ last }) => last)).toEqual(["file", "file", "file"]);
    expect(ends.filter(({ multipart, last }) => fieldsOf(multipart).at(-1) !== last)).toEqual([]);
    const open = forms.filter(({ last }) => last === undefined);
    expect(open.map(({ multipart }) => multipart)).toEqual(["UploadSkillMultipartRequest"]);
  });
});
