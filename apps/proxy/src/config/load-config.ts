import { hasCallers } from "../auth/auth-config.ts";
import { ConfigError } from "./config-error.ts";
import { type Config, readConfig } from "./config.ts";
import type { Env } from "../env.ts";
import type { Log } from "../observe/request-log.ts";

/**
 * A function that checks the settings once and then returns the same answer, or throws the same `ConfigError`, for as long as
 * the environment is the same object, which it is for an isolate's whole life. What an operator should know of them is logged then.
 */
export function configLoader(defaults: Env, log: Log): (env: Env) => Config {
  let loaded: { readonly env: Env; readonly config: Config | ConfigError } | undefined;

  return (env) => {
    if (loaded?.env !== env) {
      loaded = { env, config: tryReadConfig(env, defaults) };
      const message = noticeOf(loaded.config);
      if (message !== undefined) log({ event: "notice", message });
    }
    if (loaded.config instanceof ConfigError) throw loaded.config;
    return loaded.config;
  };
}

function tryReadConfig(env: Env, defaults: Env): Config | ConfigError {
  try {
    return readConfig(env, defaults);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

function noticeOf(config: Config | ConfigError): string | undefined {
  if (config instanceof ConfigError) return `Every request is refused: ${config.message}`;
  if (config.auth.devMode) {
    return "DEV_MODE IS ON: anyone on this machine can spend the key's money, no client key is asked for. Never deploy this setting.";
  }
  if (!hasCallers(config.auth)) {
    return "Every call is refused: neither CLIENT_KEYS nor SESSION_KEYS lists a key.";
  }
  return undefined;
}
