import { type RequestFacts, XaiApiError } from "../errors.ts";
import { errorOfResponse } from "./api-error.ts";
import { type Attempt, beginAttempt, type Timeouts } from "./attempt.ts";
import { broken } from "./broken.ts";
import { checkSettings } from "./check-settings.ts";
import type { Exchange } from "./exchange.ts";
import { expect, expectMade } from "./expect.ts";
import { inPage } from "./in-page.ts";
import { readJson } from "./read-json.ts";
import { abortable, mayRetry, retryDelayMs, sleep } from "./retry.ts";
import { stated } from "./stated.ts";

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

/** A request body, with its type where the body does not say that itself. */
export interface Content {
  /** The body, and whatever else `fetch` is to be told for it. */
  init: RequestInit & { body: NonNullable<RequestInit["body"]>; duplex?: "half" };
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
export function createTransport(options?: XaiOptions): Transport {
  const shared = stated(options);
  const { apiKey, token = apiKey, fetch = (url, init) => globalThis.fetch(url, init) } = shared;
  const base = expectMade(
    () =>
      /^(https?:\/\/[^/@]+(\/[^?#]+?)?)\/*$/.exec(
        new URL(shared.baseURL ?? XAI, globalThis.location?.href).href,
      )?.[1],
    "baseURL as an http(s) URL without credentials, query or fragment",
  );
  expect(!apiKey || !shared.token, "apiKey or token, not both");
  expect(token !== undefined || base !== XAI, `an apiKey or a token for ${XAI}`);
  if (typeof token !== "function" && token !== undefined) checkToken(token, shared);
  checkSettings(shared);
  const sharedHeaders = headersOf(shared);

  return async <T>(call: Call<T>, { signal, ...own }: RequestOptions = {}): Promise<T> => {
    const settings: CallOptions = { ...shared, ...stated(own) };
    checkSettings(settings);
    const { maxRetries = 2, retryUnsafe } = settings;
    const {
      method,
      body: json,
      content = json && {
        init: { body: expectMade(() => JSON.stringify(json), "a body that JSON can hold") },
        type: JSON_TYPE,
      },
    } = call;
    const headers: Record<string, string> = {
      accept: call.accept ?? JSON_TYPE,
      ...(content?.type && { "content-type": content.type }),
      ...sharedHeaders,
      ...headersOf(own),
    };
    const init: RequestInit = { method, headers, redirect: "manual", ...content?.init };
    const once = init.body instanceof ReadableStream;
    const url = base + call.path;
    const search = String(new URLSearchParams(stated(call.query) as Record<string, string>));

    // A key may stand in a header of the caller's own just as well.
    const source = token ?? /^bearer +(.+)/i.exec(headers["authorization"] ?? "")?.[1];
    let secret: string | undefined;
    let refused: string | undefined;
    /** The server said 200: it has run the call, whatever status the body names then. */
    let accepted = false;
    for (let repetitions = 0; ;) {
      let attempt: Attempt | undefined;
      try {
        if (source !== undefined) {
          secret =
            typeof source === "function" ? await abortable(signal, async () => source(refused)) : source;
          checkToken(secret, shared);
          headers["authorization"] = `Bearer ${secret}`;
        }
        signal?.throwIfAborted();
        const request: RequestFacts = { method, url };
        attempt = beginAttempt(signal, settings, request);
        const sent = { ...init, signal: attempt.signal };
        const response = await attempt.wait((async () => fetch(url + (search && `?${search}`), sent))());
        const { status, ok } = response;
        attempt.answered();
        request.id = response.headers.get("x-request-id") ?? undefined;
        // What a page may not see of a redirect has status 0.
        if (!ok && status < 400) {
          throw broken("redirect", `A redirect (${status}) is not followed`, { request });
        }
        const exchange: Exchange = { ...attempt, response, secret };
        if (!ok) throw await errorOfResponse(exchange);
        accepted = true;
        return await (call.read ? call.read(exchange, settings) : readJson<T & object>(exchange));
      } catch (error) {
        attempt?.stop(error);
        if (once) content?.cancel?.(error);
        signal?.throwIfAborted();
        // What fails before the attempt begins is not the server's answer, whatever the token function throws.
        if (once || !attempt) throw error;
        if (
          typeof source === "function" &&
          !refused &&
          !accepted &&
          error instanceof XaiApiError &&
          error.status === 401
        ) {
          refused = secret;
          continue;
        }
        if (repetitions >= maxRetries || !mayRetry(error, retryUnsafe || method === "GET", accepted))
          throw error;
        await sleep(retryDelayMs(error, ++repetitions, Date.now(), Math.random()), signal);
      }
    }
  };
}

function checkToken(token: unknown, { dangerouslyAllowBrowser }: XaiOptions): void {
  // The value itself stays out of the message, and out of the one that `fetch` would throw for it.
  expect(
    typeof token === "string" && /^[\x21-\x7e]+$/.test(token),
    "a key or token of printable ASCII without spaces",
  );
  expect(
    !inPage() || dangerouslyAllowBrowser || !token.startsWith("xai-"),
    "no xAI API key in a page, where everybody could spend it: point baseURL at a proxy or set dangerouslyAllowBrowser",
    "key_in_page",
  );
}

function headersOf({ headers }: CallOptions): Record<string, string> {
  return expectMade(() => Object.fromEntries(new Headers(headers)), "headers with valid names and values");
}
