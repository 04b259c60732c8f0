/// <reference types="@cloudflare/vitest-plugin/types" />
import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, it } from "vitest";
import type { Env } from "../env.ts";
import { ObjectRows } from "./object-rows.ts";

const { SUBJECTS } = env as Required<Pick<Env, "SUBJECTS">>;

afterEach(() => reset());

it("a step that fails leaves no row behind, neither stored nor remembered", async () => {
  const stub = SUBJECTS.getByName("ann") as unknown as DurableObjectStub;
  await runInDurableObject(stub, (_, { storage }) => {
    const kept = new ObjectRows(storage);
    kept.step(() => kept.rows.put("state", 1));
    expect(() =>
      kept.step(() => {
        kept.rows.put("state", 2);
        throw new Error("half way");
      }),
    ).toThrow("half way");
    expect(kept.rows.get("state")).toBe(1);
    expect(new ObjectRows(storage).rows.get("state")).toBe(1);
  });
});

it("a value that was read is its reader's own", async () => {
  const stub = SUBJECTS.getByName("ben") as unknown as DurableObjectStub;
  await runInDurableObject(stub, (_, { storage }) => {
    const { rows } = new ObjectRows(storage);
    rows.put("state", { open: 1 });
    const read = rows.get("state") as { open: number };
    read.open = 2;
    expect(rows.get("state")).toEqual({ open: 1 });
  });
});
