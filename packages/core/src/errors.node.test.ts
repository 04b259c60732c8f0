import { build } from "esbuild";
import { expect, it } from "vitest";
import type * as core from "./index.ts";
import { createXai, isXaiError, XaiApiError } from "./index.ts";

it("errors of a minified copy keep their names and are recognised", async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL("index.ts", import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const copy = (await import(`data:text/javascript;base64,${source}`)) as typeof core;

  const fetch = async (): Promise<Response> => Response.json({ error: "no" }, { status: 400 });
  const error: unknown = await copy
    .createXai({ baseURL: "http://stub.test", fetch })
    .models.list()
    .catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(XaiApiError);
  expect(error).toBeInstanceOf(copy.XaiApiError);
  expect(error).toMatchObject({ name: "XaiApiError", kind: "api", status: 400 });
  expect(String(error)).toMatch(/^XaiApiError: 400: no \(GET /);
  expect(isXaiError(error)).toBe(true);

  const ours: unknown = await createXai({ baseURL: "http://stub.test", fetch })
    .models.list()
    .catch((thrown: unknown) => thrown);
  expect(copy.isXaiError(ours)).toBe(true);
});
