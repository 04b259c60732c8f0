import { ProxyError } from "../http/proxy-error.ts";
import { billIn } from "./bill.ts";
import { parseOrNothing } from "./parse-or-nothing.ts";
import type { PassOnOptions, Passed } from "./pass-on.ts";

/** Larger answers are passed on piece by piece. */
const maxGatheredBytes = 64 * 1024;

/** Whether a success is JSON that says itself how small it is. */
export function isGatherable({ headers }: Response): boolean {
  const declared = headers.get("content-length");
  return (
    declared !== null &&
    Number(declared) <= maxGatheredBytes &&
    (headers.get("content-type")?.includes("json") ?? false)
  );
}

/**
 * Takes a small JSON answer whole, which workerd does alone: a pump of two streams costs 0.25 ms of CPU more for an answer of 1 KB
 * (`pnpm bench:proxy` in apps/bench). The client has nothing of it before its end, so a failure becomes an error of the
 * proxy's own: 502 when the upstream broke off, or sent the key; 504 past a deadline, of which both count from the headers on.
 */
export async function gatherJson(
  upstream: Response,
  { apiKey, giveUp, idleTimeoutMs, totalTimeoutMs, onAnswer }: PassOnOptions,
): Promise<{ readonly body: ArrayBuffer; readonly passed: Promise<Passed> }> {
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      giveUp();
    },
    Math.min(idleTimeoutMs, totalTimeoutMs),
  );
  let body: ArrayBuffer;
  try {
    body = await upstream.arrayBuffer();
  } catch {
    throw isLate
      ? new ProxyError(504, "upstream_timeout", "The upstream did not end its answer in time.")
      : brokeOff();
  } finally {
    clearTimeout(timer);
  }
  const text = new TextDecoder().decode(body);
  if (apiKey !== undefined && text.includes(apiKey)) throw brokeOff();
  const answer = parseOrNothing(text);
  await onAnswer?.(answer);
  const bill = billIn(answer);
  return { body, passed: Promise.resolve({ end: "whole", ...(bill && { bill }) }) };
}

function brokeOff(): ProxyError {
  return new ProxyError(502, "upstream_lost", "The upstream's answer broke off.");
}
