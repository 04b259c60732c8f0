import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, XaiOptionsError } from "../index.ts";

const key = "xai-0123456789abcdef";
const refusal = { name: "XaiOptionsError", code: "key_in_page" };

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe("an xAI API key in a page", () => {
  it.each([{ apiKey: key }, { token: key }])(
    "is refused, and the message tells the way out but not the key",
    (option) => {
      for (const baseURL of [undefined, "http://localhost:1/v1"]) {
        const error = thrownBy(() => createXai({ ...option, baseURL }));
        expect(error).toBeInstanceOf(XaiOptionsError);
        expect(error).toMatchObject(refusal);
        expect(String(error)).toMatch(/baseURL.*proxy.*dangerouslyAllowBrowser/);
        expect(String(error)).not.toContain("0123");
      }
    },
  );

  it("is refused also when a function gives it, before anything is sent", async () => {
    const server = await misbehave([{ json: {} }]);
    const xai = createXai({ baseURL: server.url, token: async () => key });
    await expect(xai.models.list()).rejects.toMatchObject(refusal);
    expect(await server.requests()).toEqual([]);
  });

  it("is sent when the caller explicitly allows it", async () => {
    const server = await misbehave([{ json: { object: "list", data: [] } }]);
    await createXai({ baseURL: server.url, apiKey: key, dangerouslyAllowBrowser: true }).models.list();
    expect((await server.requests())[0]?.headers["authorization"]).toBe(`Bearer ${key}`);
  });

  it("does not stand in the way of a session token", async () => {
    const server = await misbehave([{ json: { object: "list", data: [] } }]);
    await createXai({ baseURL: server.url, token: "session-1" }).models.list();
    expect(await server.requests()).toHaveLength(1);
  });

  it("is refused in a web worker as well", async () => {
    const script = `const { createXai } = await import(${JSON.stringify(new URL("../index.ts", import.meta.url).href)});
      try { createXai({ apiKey: ${JSON.stringify(key)} }); postMessage("made"); } catch (error) { postMessage(error.code); }`;
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    const said = await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    });
    worker.terminate();
    URL.revokeObjectURL(url);
    expect(said).toBe("key_in_page");
  });

  it("may talk to a path of the page's own origin without any key", async () => {
    const urls: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      urls.push(url);
      return Response.json({ object: "list", data: [] });
    };
    await createXai({ baseURL: "/api/v1/", fetch }).models.list();
    expect(urls).toEqual([`${location.origin}/api/v1/models`]);
  });
});
