import { createXai, type Download, type Paged, type XaiStream } from "@xai-edge/core";
import { createMockXai } from "../src/index.ts";
import type { NamedSample } from "./samples.ts";

/** One request and its answer, as they travelled. */
export interface Exchange {
  readonly request: Request;
  readonly sent: Uint8Array<ArrayBuffer>;
  readonly response: Response;
  readonly answered: Uint8Array<ArrayBuffer>;
}

/** What happened when a method was called. */
export interface Observed {
  readonly args: readonly unknown[];
  readonly exchanges: readonly Exchange[];
  readonly returned: Returned;
}

/** What a method gave, with all pages of a list, all events of a stream and all bytes of a download. */
export type Returned =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "pages"; readonly pages: readonly unknown[] }
  | { readonly kind: "events"; readonly events: readonly unknown[] }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string | undefined };

/** Calls the method of a sample against a simulator of its own, and writes down what travelled. */
export async function observe({ method, args: given, mock: options }: NamedSample): Promise<Observed> {
  const mock = createMockXai({ pendingLooks: 0, ...options });
  const exchanges: Exchange[] = [];
  const xai = createXai({
    apiKey: "contract",
    maxRetries: 0,
    fetch: async (url, init) => {
      const sent = await bytesOf(new Request(url, init));
      // Made anew, since the body of a request can be read once only.
      const request = new Request(url, { ...init, ...(init?.body ? { body: sent } : {}) });
      const arrived = await mock.fetch(request.clone());
      const answered = await bytesOf(arrived);
      const { status, headers } = arrived;
      exchanges.push({ request, sent, response: new Response(null, { status, headers }), answered });
      return new Response(status === 204 ? null : answered, { status, headers });
    },
  });
  const args = typeof given === "function" ? await given(xai) : given;
  exchanges.length = 0;
  const call = methodAt(xai, method);
  if (call === undefined) throw new Error(`The client has no method ${method}`);
  return { args, exchanges, returned: await read(call(...args)) };
}

/** The method of this name, if there is one. */
export function methodAt(xai: object, name: string): ((...args: readonly unknown[]) => unknown) | undefined {
  const found = name
    .split(".")
    .reduce<unknown>((part, key) => new Map(Object.entries(Object(part))).get(key), xai);
  return typeof found === "function" ? (...args) => found(...args) : undefined;
}

/** Names of all methods of a client. */
export function methodsOf(tree: object, before = ""): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "function" ? [before + name] : methodsOf(value, `${before}${name}.`),
  );
}

async function bytesOf(body: Request | Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await body.arrayBuffer());
}

async function read(promised: unknown): Promise<Returned> {
  if (isPaged(promised)) return { kind: "pages", pages: await gather(promised.pages()) };
  const value = await promised;
  if (isStream(value)) return { kind: "events", events: await gather(value) };
  if (isDownload(value)) return { kind: "bytes", bytes: await value.bytes(), type: value.contentType };
  return { kind: "value", value };
}

async function gather<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const one of source) all.push(one);
  return all;
}

function isPaged(value: unknown): value is Paged<unknown, unknown> {
  return value instanceof Promise && "pages" in value;
}

function isStream(value: unknown): value is XaiStream<object> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function isDownload(value: unknown): value is Download {
  return typeof value === "object" && value !== null && "bytes" in value && typeof value.bytes === "function";
}
