import { describe, expect, it } from "vitest";
import * as schemas from "./index.ts";
import { operations } from "./operations.ts";

const names = new Set(Object.keys(schemas));

describe("the schemas", () => {
  it("load as one namespace and all know how to parse", () => {
    expect(names.size).toBeGreaterThan(200);
    const odd = Object.entries(schemas).filter(([, schema]) => typeof schema.safeParse !== "function");
    expect(odd).toEqual([]);
  });

  it("cover every body and query that the ledger of operations names", () => {
    const named = operations.flatMap(({ query, request, response, stream, deferred, timestamps }) => [
      query,
      request && ("json" in request ? request.json : request.multipart),
      "json" in response ? response.json : undefined,
      stream,
      deferred,
      timestamps,
    ]);
    expect(named.filter((name) => name !== undefined && !names.has(name))).toEqual([]);
  });

  it("take a file of a form as a Blob", () => {
    expect(schemas.UploadFileMultipartRequest.safeParse({ file: new Blob(["Hi"]) }).success).toBe(true);
    expect(schemas.UploadFileMultipartRequest.safeParse({ file: "Hi" }).success).toBe(false);
  });
});
