import type { Call } from "../areas/area.ts";
import { checkValue, type ValueSchema } from "./check-value.ts";
import { invalidArgument, RefusedRequest } from "./refused-request.ts";

/** Reads a JSON body and checks it; throws xAI's 415, 400 or 422. */
export function parseJson<Body>(schema: ValueSchema<Body>, { headers, body, operation }: Call): Body {
  const type = headers.get("content-type") ?? "";
  if (body.kind !== "text" || !/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    throw new RefusedRequest(415, {
      code: "Client specified an invalid argument",
      error: `Expected a body of type application/json, got ${type === "" ? "none" : type}.`,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(body.text);
  } catch {
    throw invalidArgument("The body is not valid JSON.");
  }
  return checkValue(schema, value, operation);
}

/** Reads a JSON body that may be left out, which then counts as an empty object. */
export function parseOptionalJson<Body>(schema: ValueSchema<Body>, call: Call): Body {
  const isLeftOut = call.body.kind === "text" && call.body.text === "";
  return isLeftOut ? checkValue(schema, {}, call.operation) : parseJson(schema, call);
}
