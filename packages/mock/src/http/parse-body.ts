import { invalidArgument, RefusedRequest, unprocessable } from "./refused-request.ts";
import { describeIssue, isMissing, type Issue } from "./describe-issue.ts";

/** What a schema of `@xai-edge/schema` can do, as far as it is needed here. */
export interface BodySchema<Body> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Body }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

/** Reads a JSON body and checks it; throws xAI's 415, 400 or, when a field is missing, 422. */
export function parseBody<Body>(schema: BodySchema<Body>, headers: Headers, text: string): Body {
  const type = headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    throw new RefusedRequest(415, {
      code: "Client specified an invalid argument",
      error: `Expected a body of type application/json, got ${type === "" ? "none" : type}.`,
    });
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalidArgument("The body is not valid JSON.");
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw invalidArgument("The body is not valid.");
  const refuse = isMissing(issue, body) ? unprocessable : invalidArgument;
  throw refuse(describeIssue(issue, body));
}
