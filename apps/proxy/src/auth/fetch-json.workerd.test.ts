import { describe, expect, it } from "vitest";
import { fetchJson, type ProofFetch } from "./fetch-json.ts";

const unavailable = { status: 503, code: "proof_unavailable" };

/** Goes on until it is aborted, as `fetch` does. */
function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

describe("asking a verifier", () => {
  it("gives up when the answer does not begin in time", async () => {
    const silent: ProofFetch = (_, { signal }) => untilAborted(signal);
    await expect(fetchJson(silent, "https://slow.example", {}, { timeoutMs: 20 })).rejects.toMatchObject(
      unavailable,
    );
  });

  it("gives up when the answer does not end in time", async () => {
    const dripping: ProofFetch = async (_, { signal }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"keys":'));
            untilAborted(signal).catch((error) => controller.error(error));
          },
        }),
      );
    await expect(fetchJson(dripping, "https://slow.example", {}, { timeoutMs: 20 })).rejects.toMatchObject(
      unavailable,
    );
  });

  it("reads no more than it takes, and lets go of the rest", async () => {
    let read = 0;
    let isCancelled = false;
    const endless: ProofFetch = async () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            read += 1000;
            controller.enqueue(new Uint8Array(1000));
          },
          cancel: () => void (isCancelled = true),
        }),
      );
    await expect(fetchJson(endless, "https://huge.example", {}, { maxBytes: 5000 })).rejects.toMatchObject(
      unavailable,
    );
    expect(read).toBeLessThan(10_000);
    expect(isCancelled).toBe(true);
  });

  it("never follows", async () => {
    let redirect: string | undefined;
    const recording: ProofFetch = async (_, init) => {
      redirect = init.redirect;
      return Response.json([1]);
    };
    expect(await fetchJson(recording, "https://a.example", { redirect: "follow" })).toEqual([1]);
    expect(redirect).toBe("manual");
  });
});
