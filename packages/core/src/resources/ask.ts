import { readJson } from "../http/read-json.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { type EndsStream, readStream, type XaiStream } from "../http/xai-stream.ts";
import { checkShown } from "./check-shown.ts";
import { expectSome } from "./expect-some.ts";

/**
 * Posts a question whose answer comes whole or, with `stream: true`, as its events; `field` names what may not be empty.
 * Every stream may end with `[DONE]`, and at an event that `ends` knows as the last; a whole answer that `failed` says
 * has failed is an error.
 */
export async function ask<
  Answer extends object,
  Event extends object,
  Params extends { stream?: boolean | null | undefined },
>(
  transport: Transport,
  path: string,
  params: Params,
  field: keyof Params & string,
  options: RequestOptions | undefined,
  ends: EndsStream<Event> = () => false,
  failed?: (answer: Answer) => boolean,
): Promise<Answer | XaiStream<Event>> {
  expectSome(params, field);
  checkShown(params[field]);
  const call = { method: "POST", path, body: params } as const;
  return params.stream
    ? transport({ ...call, accept: "text/event-stream", read: readStream(ends) }, options)
    : transport({ ...call, read: (exchange) => readJson(exchange, "", failed) }, options);
}
