import type { Caller } from "../auth/caller.ts";
import { ProxyError } from "../http/proxy-error.ts";
import type { OperationRule } from "../routes/operation-rules.ts";
import { isPlainVoice } from "./ids-in-body.ts";
import type { OwnedId } from "./owned-id.ts";
import type { Policy } from "./policy.ts";

export interface PathRules {
  readonly policy: Policy;
  readonly caller: Caller;
}

/**
 * The ids in a path that the caller must own. Throws 403 for a model that may not be asked, and 404 for a voice that is neither
 * the API's own nor, without ownership, anybody's.
 */
export function namedInPath(
  ids: readonly string[],
  { names: kind, shows }: OperationRule,
  { policy, caller }: PathRules,
): readonly OwnedId[] {
  if (shows === "model") {
    if (ids.every((id) => mayAsk(id, { policy, caller }))) return [];
    throw modelNotAllowed();
  }
  if (shows === "voice") {
    const custom = ids.filter((id) => !isPlainVoice(id));
    if (custom.length > 0 && !policy.ownership) {
      throw new ProxyError(404, "not_found", "There is nothing of yours with this id.");
    }
    return custom.map((id) => ({ kind: "voice", id }));
  }
  return kind === undefined ? [] : ids.map((id) => ({ kind, id }));
}

/** Whether the policy and the caller's own grant let a model of this name be asked. */
export function mayAsk(model: string, { policy, caller }: PathRules): boolean {
  return policy.models?.has(model) !== false && caller.models?.has(model) !== false;
}

/** The answer to a model that the policy, the caller's own grant or the want of a price keeps from being asked. */
export function modelNotAllowed(): ProxyError {
  return new ProxyError(
    403,
    "model_not_allowed",
    "This model is not among those that may be asked (MODELS), or has no price (PRICES).",
  );
}
