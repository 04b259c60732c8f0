import { describe, expect, it } from "vitest";
import { readProxyAddress } from "./read-proxy-address.ts";

const read = (typed: string) =>
  readProxyAddress(typed, "https://proxy.example/xai", "https://app.example.com");

describe("readProxyAddress", () => {
  it.each([
    ["https://proxy.example/xai", "https://proxy.example/xai"],
    [" https://proxy.example/ ", "https://proxy.example"],
    ["https://app.example.com/proxy//", "https://app.example.com/proxy"],
  ])("takes %j", (typed, proxyUrl) => {
    expect(read(typed)).toEqual({ proxyUrl });
  });

  it.each(["", "proxy.example", "javascript:alert(1)", "ftp://proxy.example", "https://me:pw@proxy.example"])(
    "does not take %j",
    (typed) => {
      expect(read(typed)).toMatchObject({ mistake: expect.stringContaining("begins with https://") });
    },
  );

  it.each(["https://proxy.example?a=b", "https://proxy.example#admin"])("does not take %j", (typed) => {
    expect(read(typed)).toMatchObject({ mistake: expect.stringContaining("without ? and #") });
  });

  it.each(["https://elsewhere.example", "http://proxy.example", "https://proxy.example:8443"])(
    "sends no key to %s, which the page was not built for",
    (typed) => {
      expect(read(typed)).toEqual({
        mistake: expect.stringContaining("only talk to https://proxy.example and https://app.example.com."),
      });
    },
  );
});
