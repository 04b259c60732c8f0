import type { Caller } from "../auth/caller.ts";
import type { PricedModel } from "../budget/model-price.ts";
import type { Models } from "../budget/models.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { mayAsk } from "../policy/named-in-path.ts";
import type { Policy } from "../policy/policy.ts";
import type { RealtimeConfig } from "./realtime-config.ts";

/** What decides on models. */
export interface ModelRules {
  readonly policy: Policy;
  readonly caller: Caller;
  readonly realtime: RealtimeConfig;
}

// A name that the upstream does not know silently becomes its default, so no other names go there.
const published = ["grok-voice-latest", "grok-voice-think-fast-2.0"];

/** Whether a caller may use a model of this name, for whatever. */
export function mayUse(name: unknown, rules: ModelRules): boolean {
  return typeof name === "string" && mayAsk(name, rules);
}

/** The model of this name, or the configured one; throws 403 for one that may not be talked to. */
export function checkVoiceModel(name: string | undefined, rules: ModelRules): string {
  const model = name ?? rules.realtime.model;
  const isVoice = model === rules.realtime.model || published.includes(model);
  if (isVoice && mayUse(model, rules)) return model;
  throw new ProxyError(403, "model_not_allowed", "This model is not among those that may be talked to.");
}

/** The dearest model that can be talked to; undefined when one of them has no price. */
export function dearestVoiceModel(models: Models, { model }: RealtimeConfig): PricedModel | undefined {
  let dearest: PricedModel | undefined;
  for (const name of [model, ...published]) {
    const found = models.find(name);
    if (found?.usdPerAudioMinute === undefined) return undefined;
    if (found.usdPerAudioMinute > (dearest?.usdPerAudioMinute ?? -1)) dearest = found;
  }
  return dearest;
}
