import { describe, expect, it } from "vitest";
import { createRequestLog, createRequestRecord } from "./request-log.ts";

describe("the log of requests", () => {
  it("drops the oldest when the bodies are too long together", () => {
    const log = createRequestLog(10, 25);
    for (const path of ["/a", "/b", "/c"]) {
      const record = createRequestRecord(new Request(`https://api.x.ai${path}`));
      log.add(record);
      log.setBody(record, { kind: "text", text: "0123456789" });
    }
    expect(log.requests.map(({ path }) => path)).toEqual(["/b", "/c"]);
  });
});
