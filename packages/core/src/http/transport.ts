import { type RequestFacts, XaiApiError, XaiOptionsError, XaiProtocolError } from "../errors.ts";
import { errorOfResponse } from "./api-error.ts";
import { beginAttempt, type Timeouts } from "./attempt.ts";
import type { Exchange } from "./exchange.ts";
import { expect } from "./expect.ts";
import { inPage } from "./in-page.ts";
import { readJson } from "./read-json.ts";
import { abortable, mayRetry, retryDelayMs, sleep } from "./retry.ts";

/** What the client needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A bearer token, or what gives one. */
export type Token = string | ((refused?: string) => string | Promise<string>);

/** How calls behave; may be set for the client and for one call. */
export interface CallOptions extends Timeouts {
  /** How often a failed call may be repeated, from 0. Default: 2. */
  maxRetries?: number | undefined;
  /**
   * Repeat calls that create something also after a lost connection, 408, 409 or 5xx, where the server may have run
   * (and billed) them already. Default: false.
   */
  retryUnsafe?: boolean | undefined;
  /** Further request headers. In a page each of them may cost a preflight. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Longest event of a stream in UTF-16 code units. Default: no limit. */
  maxEventChars?: number | undefined;
}

/** What one call may set. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, wherever it is; what comes out is the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/** What a client is made of. */
export interface XaiOptions extends CallOptions {
  /** Where the API is, with its version. In a page it may be a path of the same origin. Default: https://api.x.ai/v1. */
  baseURL?: string | undefined;
  /** An xAI API key. Not needed where `baseURL` is a proxy that holds the key. */
  apiKey?: string | undefined;
  /**
   * What to send as bearer token in place of a key. A function is asked for each attempt; after a 401 it is asked
   * again, once a call, with the token that was refused, so that a cached one can be renewed.
   */
  token?: Token | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Lets a page or a web worker hold an xAI API key, which everybody who opens the page can then read and spend. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** A request body as `fetch` takes it, with its type where the body does not say that itself. */
export interface Content {
  body: NonNullable<RequestInit["body"]>;
  type?: string;
  /** Called when the call has failed: what fetch reads a body from stays open otherwise where that is silent. */
  cancel?: (reason: unknown) => unknown;
}

/** One operation, as the transport is to carry it out. */
export interface Call<T> {
  method: "GET" | "POST" | "DELETE" | "PATCH";
  /** Path below the base URL, encoded. */
  path: string;
  /** Query parameters; those that are null or undefined are left out. */
  query?: object | undefined;
  /** Sent as JSON. */
  body?: object | undefined;
  /** What to send in place of JSON. A stream can be sent once only, so such a call is never repeated. */
  content?: Content;
  /** Media type that is asked for. Default: application/json. */
  accept?: string;
  /** Makes the result out of an answer with a status of success. Default: its JSON object. */
  read?: (exchange: Exchange, options: CallOptions) => Promise<T>;
}

/** Carries calls out: authentication, deadlines, retries, errors. The key stays inside. */
export type Transport = <T>(call: Call<T>, options?: RequestOptions) => Promise<T>;

const XAI = "https://api.x.ai/v1";
const JSON_TYPE = "application/json";

/** @throws XaiOptionsError when the options cannot work, or would show an xAI API key to a page. */
export function createTransport(options: XaiOptions = {}): Transport {
  const shared = { ...options };
  const { apiKey, token = apiKey, fetch = (url, init) => globalThis.fetch(url, init) } = shared;
  const base = baseOf(shared.baseURL ?? XAI);
  expect(!apiKey || !shared.token, "apiKey or token, not both");
  expect(token !== undefined || base !== XAI, `an apiKey or a token for ${XAI}: only a proxy needs none`);
  if (typeof token !== "function" && token !== undefined) checkToken(token, shared);
  checkSettings(shared);

  return async <T>(call: Call<T>, { signal, ...own }: RequestOptions = {}): Promise<T> => {
    checkSettings(own);
    signal?.throwIfAborted();
    const { method, body: json, content = json && { body: toJson(json), type: JSON_TYPE } } = call;
    const headers: Record<string, string> = { accept: call.accept ?? JSON_TYPE };
    if (content?.type) headers["content-type"] = content.type;
    for (const more of [shared.headers, own.headers]) {
      for (const name in more) headers[name.toLowerCase()] = more[name] ?? "";
    }
    const settings: CallOptions = { ...shared, ...withoutUndefined(own) };
    const { maxRetries = 2, retryUnsafe } = settings;
    const repeatable = retryUnsafe || method === "GET";
    const init: RequestInit & { duplex?: "half" } = { method, headers, redirect: "manual" };
    if (content) init.body = content.body;
    const once = content?.body instanceof ReadableStream;
    if (once) {
      init.duplex = "half";
      // For the case of a redirect or a login, Node keeps all that it has sent (50 MB of memory for 50 MB, see
      // apps/bench/src/uploads.ts), unless neither can be. workerd keeps nothing, and knows no redirect: "error".
      if (!("WebSocketPair" in globalThis)) Object.assign(init, { redirect: "error", window: null });
    }
    const url = base + call.path;
    const search = String(new URLSearchParams(withoutUndefined(call.query)));

    // A key may stand in a header of the caller's own just as well.
    const bearer = /^bearer +(.+)/i.exec(headers["authorization"] ?? "")?.[1];
    let secret = typeof token === "string" ? token : bearer;
    if (bearer) checkToken(bearer, shared);
    let refused: string | undefined;
    /** The server said 200: it has run the call, whatever status the body names then. */
    let accepted = false;
    const attempt = async (): Promise<T> => {
      if (typeof token === "function") {
        secret = await abortable<string>(signal, (resolve, reject) => {
          Promise.resolve(token(refused)).then(resolve, reject);
        });
        checkToken(secret, shared);
      }
      if (secret) headers["authorization"] = `Bearer ${secret}`;
      const request: RequestFacts = { method, url };
      const current = beginAttempt(signal, settings, request);
      try {
        const sent = (async () =>
          fetch(search ? `${url}?${search}` : url, { ...init, signal: current.signal }))();
        const response = await current.wait(sent);
        const { status } = response;
        current.answered();
        request.id = response.headers.get("x-request-id") ?? undefined;
        const exchange: Exchange = { ...current, response, secret };
        // What a page may not see of a redirect has status 0.
        if (!status || (status >= 300 && status < 400)) {
          throw new XaiProtocolError(`A redirect (${status}) is not followed`, { code: "redirect", request });
        }
        if (!response.ok) throw await errorOfResponse(exchange);
        accepted = true;
        return await (call.read ? call.read(exchange, settings) : (readJson(exchange) as Promise<T>));
      } catch (error) {
        current.stop(error);
        throw error;
      }
    };

    for (let repetitions = 0; ;) {
      try {
        return await attempt();
      } catch (error) {
        if (once) content.cancel?.(error);
        if (signal?.aborted) throw signal.reason;
        if (once) throw error;
        if (typeof token === "function" && !refused && !accepted && is401(error)) {
          refused = secret;
          continue;
        }
        if (repetitions >= maxRetries || (accepted && !repeatable) || !mayRetry(error, repeatable))
          throw error;
        await sleep(retryDelayMs(error, ++repetitions, Date.now(), Math.random()), signal);
      }
    }
  };
}

function is401(error: unknown): boolean {
  return error instanceof XaiApiError && error.status === 401;
}

function withoutUndefined(fields: object = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => (value ?? undefined) !== undefined));
}

function baseOf(baseURL: string): string {
  let url: URL | undefined;
  try {
    url = new URL(baseURL, globalThis.location?.href);
  } catch {
    // Reported below.
  }
  const plain =
    url && /^https?:/.test(url.protocol) && !url.username && !url.password && !/[?#]/.test(url.href);
  expect(plain, "baseURL as an http(s) URL without credentials, query or fragment");
  return url?.href.replace(/\/+$/, "") ?? "";
}

function checkToken(token: unknown, { dangerouslyAllowBrowser }: XaiOptions): void {
  // The value itself stays out of the message, and out of the one that `fetch` would throw for it.
  expect(
    typeof token === "string" && /^[\x21-\x7e]+$/.test(token),
    "a key or token of printable ASCII characters without spaces",
  );
  expect(
    !inPage() || dangerouslyAllowBrowser || !token.startsWith("xai-"),
    "no xAI API key in a page, where everybody could read and spend it: point baseURL at a proxy that holds the " +
      "key, or set dangerouslyAllowBrowser",
    "key_in_page",
  );
}

function checkSettings(settings: CallOptions): void {
  for (const name of ["timeoutMs", "headersTimeoutMs", "idleTimeoutMs", "maxEventChars"] as const) {
    const { [name]: value = 1 } = settings;
    expect(value > 0, `${name} above 0, got ${value}`);
  }
  const { maxRetries = 0, headers } = settings;
  expect(maxRetries >= 0, `maxRetries from 0, got ${maxRetries}`);
  try {
    void new Headers(headers);
  } catch {
    expect(false, "headers with valid names and values");
  }
}

function toJson(body: object): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new XaiOptionsError(
      `The request cannot be written as JSON: ${cause instanceof Error && cause.message}`,
    );
  }
}
