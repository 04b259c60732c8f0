import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession, Page } from "playwright";

/** A response as it came into the browser. */
export interface ReceivedResponse {
  readonly url: string;
  readonly status: number;
  /** Everything the browser tells about it: status line, headers as they were and as it read them, the connection. */
  readonly head: string;
  /** The bytes that arrived, also of a body that was broken off. */
  readonly body: Buffer;
}

/** What came into a page over the network, from its opening on. */
export interface Traffic {
  /** Waits until no response is on its way any more, at most 5 s, and returns them all. */
  responses(): Promise<readonly ReceivedResponse[]>;
}

interface Record {
  url: string;
  status: number;
  isPreflight: boolean;
  hasEnded: boolean;
  readonly heads: string[];
  /** The beginning of the body, as far as it had arrived when the listening began; then the rest, as it came. */
  buffered: Buffer;
  readonly streamed: Buffer[];
  whole: Buffer | undefined;
}

/** Records every response of a page below the page's own reach: preflights, streams, errors, what was cut. */
export async function recordTraffic(page: Page): Promise<Traffic> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const records = new Map<string, Record>();
  const waiting: Promise<void>[] = [];

  const recordOf = (id: string): Record => {
    let record = records.get(id);
    if (record === undefined) {
      record = {
        url: "",
        status: 0,
        isPreflight: false,
        hasEnded: false,
        heads: [],
        buffered: Buffer.of(),
        streamed: [],
        whole: undefined,
      };
      records.set(id, record);
    }
    return record;
  };

  cdp.on("Network.requestWillBeSent", ({ requestId, type }) => {
    // A new document: what the one before it still waited for is given up, without a word about its end.
    if (type === "Document") for (const record of records.values()) record.hasEnded = true;
    recordOf(requestId).isPreflight = type === "Preflight";
  });
  cdp.on("Network.responseReceivedExtraInfo", ({ requestId, ...rest }) => {
    recordOf(requestId).heads.push(JSON.stringify(rest));
  });
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    const record = recordOf(requestId);
    record.url = response.url;
    record.status = response.status;
    record.heads.push(JSON.stringify(response));
    waiting.push(
      cdp.send("Network.streamResourceContent", { requestId }).then(
        ({ bufferedData }) => void (record.buffered = Buffer.from(bufferedData, "base64")),
        // It has ended already: its whole body can be had.
        () => {},
      ),
    );
  });
  cdp.on("Network.dataReceived", ({ requestId, data }) => {
    if (data !== undefined) recordOf(requestId).streamed.push(Buffer.from(data, "base64"));
  });
  cdp.on("Network.loadingFinished", ({ requestId }) => {
    const record = recordOf(requestId);
    record.hasEnded = true;
    if (record.isPreflight) return;
    waiting.push(
      cdp.send("Network.getResponseBody", { requestId }).then(
        ({ body, base64Encoded }) =>
          void (record.whole = Buffer.from(body, base64Encoded ? "base64" : "utf8")),
        // Gone with the document that asked: what was streamed is there.
        () => {},
      ),
    );
  });
  cdp.on("Network.loadingFailed", ({ requestId }) => {
    recordOf(requestId).hasEnded = true;
  });
  await cdp.send("Network.enable");

  return {
    responses: async () => {
      const deadline = Date.now() + 5000;
      while (Date.now() < deadline && [...records.values()].some(({ hasEnded }) => !hasEnded))
        await sleep(10);
      await Promise.all(waiting);
      return [...records.values()].map(({ url, status, heads, buffered, streamed, whole }) => {
        const seen = Buffer.concat([buffered, ...streamed]);
        // Chromium does not always keep the whole of what it has streamed.
        const body = whole !== undefined && whole.length >= seen.length ? whole : seen;
        return { url, status, head: heads.join("\n"), body };
      });
    },
  };
}
