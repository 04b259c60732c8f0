import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** One request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
  /** Resolves with `performance.now()` when the connection's answer is over: sent whole, or given up by the client. */
  readonly closed: Promise<{ readonly at: number; readonly isWhole: boolean }>;
}

/** An upstream on loopback that keeps what it is asked. */
export interface RecordingUpstream extends AsyncDisposable {
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** Answers the requests from now on. */
  answer: (response: ServerResponse, request: IncomingMessage) => void;
}

/** Starts one; until told otherwise it answers an empty list. */
export async function startRecordingUpstream(): Promise<RecordingUpstream> {
  const server = createServer(async (request, response) => {
    const closed = once(response, "close").then(() => ({
      at: performance.now(),
      isWhole: response.writableFinished,
    }));
    const body = await text(request).catch(() => "");
    const { method = "", url = "", rawHeaders } = request;
    upstream.requests.push({ method, url, rawHeaders, body, closed });
    upstream.answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("Expected the upstream to listen on a port");

  const upstream: RecordingUpstream = {
    url: `http://127.0.0.1:${address.port}`,
    requests: [],
    answer: (response) => {
      response.setHeader("content-type", "application/json");
      response.end('{"object":"list","data":[]}');
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return upstream;
}
