import { ProxyError } from "../http/proxy-error.ts";

/** The answer to a field that names, or makes, what is somebody's own, where nobody keeps account of that. */
export function needsOwnership(field: string): ProxyError {
  return new ProxyError(400, "needs_ownership", `This use of ${field} needs OWNERSHIP, which is off.`);
}
