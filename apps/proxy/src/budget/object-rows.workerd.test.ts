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

it("a step that fails while it is written leaves no row behind, however many it has", async () => {
  const stub = SUBJECTS.getByName("cas") as unknown as DurableObjectStub;
  await runInDurableObject(stub, (_, { storage }) => {
    for (const count of [2, 20]) {
      const kept = new ObjectRows(storage);
      // SQLite takes no number for a row's moment that is no number.
      const refused = Symbol("no moment") as unknown as number;
      expect(() =>
        kept.step(() => {
          for (let index = 0; index < count; index++) {
            kept.rows.put(`row:${index}`, index, index === count - 1 ? refused : undefined);
          }
        }),
      ).toThrow(TypeError);
      expect(kept.rows.get("row:0")).toBeUndefined();
      expect(new ObjectRows(storage).rows.get("row:0")).toBeUndefined();
    }
  });
});

it("a step reads what it has put and deleted, and all of it is stored", async () => {
  const stub = SUBJECTS.getByName("dan") as unknown as DurableObjectStub;
  await runInDurableObject(stub, (_, { storage }) => {
    const kept = new ObjectRows(storage);
    kept.step(() => kept.rows.put("gone", 1));
    kept.step(() => {
      kept.rows.delete("gone");
      expect(kept.rows.get("gone")).toBeUndefined();
      // More than are remembered, and more than one statement takes.
      for (let index = 0; index < 300; index++) kept.rows.put(`row:${index}`, index);
      expect(kept.rows.get("row:0")).toBe(0);
      kept.rows.delete("row:1");
      kept.rows.put("row:1", "again");
    });
    const { rows } = new ObjectRows(storage);
    expect([rows.get("gone"), rows.get("row:0"), rows.get("row:1")]).toEqual([undefined, 0, "again"]);
    expect(rows.keysOf("row")).toHaveLength(300);
  });
});
