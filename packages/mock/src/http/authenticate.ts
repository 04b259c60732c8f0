import { invalidArgument, RefusedRequest } from "./refused-request.ts";

/** Throws what xAI answers to a missing (401) or a wrong (400) key. Without an expected key, anything passes. */
export function authenticate(headers: Headers, apiKey: string | undefined): void {
  if (apiKey === undefined) return;
  const authorization = headers.get("authorization");
  if (authorization === null || authorization === "") {
    throw new RefusedRequest(401, {
      code: "Unauthenticated",
      error: "The request carries no API key: expected the header `Authorization: Bearer <key>`.",
    });
  }
  if (authorization !== `Bearer ${apiKey}`) throw invalidArgument("The API key is incorrect.");
}
