import { describe, expect, it } from "vitest";
import type * as core from "./index.ts";
import {
  createXai,
  isXaiError,
  XaiApiError,
  XaiConnectionError,
  XaiError,
  XaiOptionsError,
  XaiProtocolError,
  XaiTimeoutError,
} from "./index.ts";

type Core = typeof core;

const copyOfErrors = "./errors.ts?another-copy";

/** One error of each class, as calls throw them, by the `kind` that it has. */
async function errorsOfEveryKind({ createXai: create }: Pick<Core, "createXai">): Promise<unknown[]> {
  const answers: (() => Promise<Response>)[] = [
    async () => Response.json({ error: "no" }, { status: 400 }),
    () => Promise.reject(new TypeError("gone")),
    () => new Promise(() => {}),
    async () => new Response("<html>"),
  ];
  const errors = answers.map((fetch, index) =>
    create({ baseURL: "http://stub.test", fetch, maxRetries: 0 })
      .models.list(index === 2 ? { timeoutMs: 20 } : {})
      .catch((error: unknown) => error),
  );
  const refused = create({ baseURL: "http://stub.test" })
    .models.retrieve("")
    .catch((error: unknown) => error);
  return Promise.all([...errors, refused]);
}

describe("every error of a call", () => {
  it("is an Error of its own class, name and kind, with code and retryable", async () => {
    const errors = await errorsOfEveryKind({ createXai });
    const classes = [XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, XaiOptionsError];
    const names = [
      "XaiApiError",
      "XaiConnectionError",
      "XaiTimeoutError",
      "XaiProtocolError",
      "XaiOptionsError",
    ];
    const kinds = ["api", "connection", "timeout", "protocol", "options"];
    errors.forEach((error, index) => {
      expect(error).toBeInstanceOf(classes[index]);
      expect(error).toBeInstanceOf(XaiError);
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({
        name: names[index],
        kind: kinds[index],
        code: expect.any(String),
        retryable: expect.any(Boolean),
        stack: expect.stringContaining("Error"),
      });
      expect(String(error).startsWith(`${names[index]}: `)).toBe(true);
      expect(isXaiError(error)).toBe(true);
    });
  });

  it("names method and URL of the request, where one was made", async () => {
    const errors = await errorsOfEveryKind({ createXai });
    for (const error of errors.slice(0, 4)) {
      expect(error).toMatchObject({ request: { method: "GET", url: "http://stub.test/models" } });
      expect(String(error)).toContain("(GET http://stub.test/models)");
    }
    expect(errors[4]).not.toHaveProperty("request.url");
  });

  it("keeps what caused it", async () => {
    const [, lost] = await errorsOfEveryKind({ createXai });
    expect(lost).toMatchObject({ cause: expect.objectContaining({ message: "gone" }) });
  });
});

describe("the body of an API error", () => {
  it("can be read, but is in no enumeration, spread or JSON", async () => {
    const [error] = await errorsOfEveryKind({ createXai });
    expect(error).toHaveProperty("body", { error: "no" });
    expect(Object.keys(error ?? {})).not.toContain("body");
    expect({ ...(error as object) }).not.toHaveProperty("body");
    expect(JSON.stringify(error)).not.toContain('"body"');
  });
});

describe("isXaiError", () => {
  it("knows the errors of another copy of the package", async () => {
    const copy = (await import(/* @vite-ignore */ copyOfErrors)) as Pick<
      Core,
      "isXaiError" | "XaiOptionsError"
    >;
    const theirs = new copy.XaiOptionsError("theirs");
    expect(theirs).not.toBeInstanceOf(XaiOptionsError);
    expect(isXaiError(theirs)).toBe(true);
    expect(copy.isXaiError(new XaiOptionsError("ours"))).toBe(true);
  });

  it("knows nothing else", () => {
    for (const value of [
      null,
      undefined,
      0,
      "",
      "XaiError",
      Symbol("s"),
      {},
      [],
      new Error("no"),
      () => {},
    ]) {
      expect(isXaiError(value)).toBe(false);
    }
    expect(isXaiError({ name: "XaiApiError", kind: "api", code: "c" })).toBe(false);
    expect(isXaiError(new DOMException("stop", "AbortError"))).toBe(false);
  });

  it("does not take the caller's own abort for one", async () => {
    const reason = new Error("mine");
    const call = createXai({ baseURL: "http://stub.test" }).models.list({
      signal: AbortSignal.abort(reason),
    });
    await expect(call).rejects.toBe(reason);
    expect(isXaiError(reason)).toBe(false);
  });
});
