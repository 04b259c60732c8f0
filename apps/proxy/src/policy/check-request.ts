import type { Shape } from "@xai-edge/schema/shapes";
import type { Caller } from "../auth/caller.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { unknownRoute } from "../http/request-target.ts";
import type { Match, Route } from "../routes/route-table.ts";
import { checkForm } from "./check-form.ts";
import { checkQuery } from "./check-query.ts";
import { checkSchema } from "./check-schema.ts";
import { type CheckedRequest, free, type WorstCase } from "./checked-request.ts";
import { contentsOf } from "./contents.ts";
import { identifyCaller } from "./identify-caller.ts";
import { idsInBody } from "./ids-in-body.ts";
import { refuseKnownElsewhere } from "./known-fields.ts";
import { mayAsk, modelNotAllowed, namedInPath } from "./named-in-path.ts";
import type { OwnedId } from "./owned-id.ts";
import { parseJson } from "./parse-json.ts";
import type { Policy } from "./policy.ts";
import { readBody } from "./read-body.ts";
import { type ModelFacts, restrict } from "./restrict.ts";
import { safetyIdentifierOf } from "./safety-identifier.ts";

export interface CheckOptions {
  readonly policy: Policy;
  readonly caller: Caller;
  /** A model by name or alias; undefined when it has no price. */
  readonly findModel: (name: string) => ModelFacts | undefined;
}

/** Throws 404 when the policy, or what the caller came with, does not switch a route on. */
export function checkRoute(route: Route, { routes }: Policy, caller?: Caller): void {
  if (!routes.has(route.id)) throw unknownRoute();
  if (caller?.routes !== undefined && !caller.routes.has(route.id)) {
    throw new ProxyError(
      403,
      "route_not_allowed",
      "This client key or session token is not good for this route (CLIENT_KEYS, SESSION_GRANT).",
    );
  }
  // One address may be many people's, who are one subject then.
  if (route.operation?.rule.needsOwnership && caller?.subject.startsWith("ip:")) {
    throw new ProxyError(
      403,
      "route_not_allowed",
      "This route needs a session of a person, not of an address.",
    );
  }
}

/**
 * Reads a request once, holds it to the API's schema and the policy, and writes anew what may go upstream: nothing that was not
 * looked at here goes there.
 */
export async function checkRequest(
  request: Request,
  url: URL,
  { route, ids }: Match,
  options: CheckOptions,
): Promise<CheckedRequest> {
  const { policy } = options;
  const { operation } = route;
  if (operation === undefined) throw new Error("Expected a route to the API");
  const names = namedInPath(ids, operation.rule, options);
  const search = checkQuery(url, operation);
  const { request: form } = operation;
  if (form === undefined) return { search, bodyBytes: 0, isStream: false, names, worst: free };
  const isJson = "json" in form;
  const bytes = await readBody(
    request,
    isJson ? "application/json" : "multipart/form-data",
    policy.maxBodyBytes,
  );
  if (!isJson) {
    const checked = await checkForm(request, bytes, operation);
    if (checked.model !== undefined) checkModel(checked.model, options);
    return { search, names, ...checked };
  }

  try {
    return { search, ...(await checkJson(bytes, form.json, operation.id, names, options)) };
  } catch (error) {
    // Nested deeper than the stack is.
    if (error instanceof RangeError)
      throw new ProxyError(400, "invalid_json", "The request body is nested too deeply.");
    throw error;
  }
}

async function checkJson(
  bytes: Uint8Array,
  schema: Shape,
  operation: string,
  names: readonly OwnedId[],
  options: CheckOptions,
): Promise<Omit<CheckedRequest, "search">> {
  const { policy } = options;
  const body = parseJson(bytes);
  checkSchema(schema, body, policy);
  if (policy.allowUnknownFields) refuseKnownElsewhere(schema, body);
  const named = idsInBody(body, policy);
  const model = body["model"] ?? (operation === "tts.create" ? "tts" : undefined);
  // Renaming a voice asks no model.
  const facts = operation === "customVoices.update" ? nothingKnown : checkModel(model, options);
  const contents = contentsOf(body);
  for (const other of contents.models) checkModel(other, options);
  const worst = restrict(operation, body, {
    policy,
    model: facts,
    bodyBytes: bytes.byteLength,
    contents,
  });
  identifyCaller(body, schema, await safetyIdentifierOf(options.caller.subject));
  return {
    body: JSON.stringify(body),
    bodyBytes: bytes.byteLength,
    contentType: "application/json",
    ...(typeof model === "string" ? { model } : {}),
    isStream: body["stream"] === true,
    names: [...names, ...named],
    worst: { ...free, ...(worst satisfies Partial<WorstCase>) },
  };
}

const nothingKnown: ModelFacts = { contextTokens: 0, reasons: false };

function checkModel(model: unknown, { policy, caller, findModel }: CheckOptions): ModelFacts {
  if (typeof model !== "string")
    throw new ProxyError(400, "model_required", "Expected the request to name a model.");
  const facts = mayAsk(model, { policy, caller }) ? findModel(model) : undefined;
  if (facts === undefined) throw modelNotAllowed();
  return facts;
}
