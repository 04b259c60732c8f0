import type { Call } from "@xai-edge/schema/calls";
import { type OperationRule, servedOperations } from "./operation-rules.ts";

/** A way to call the proxy: everything else is refused. */
export interface Route {
  /** Names the route in the settings and in logs. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** An exact path; a `{name}` segment takes one plain id. */
  readonly path: string;
  /** The operation of the API that it is passed on to; absent: the proxy itself answers. */
  readonly operation?: Call & { readonly rule: OperationRule };
}

/** Routes that the proxy itself answers, whatever the settings say. */
export const ownRoutes = {
  health: { id: "health", method: "GET", path: "/healthz" },
  ready: { id: "ready", method: "GET", path: "/readyz" },
  createSession: { id: "session.create", method: "POST", path: "/session" },
  usage: { id: "usage", method: "GET", path: "/usage" },
  realtimeConnect: { id: "realtime.connect", method: "GET", path: "/v1/realtime" },
  createClientSecret: {
    id: "realtime.clientSecrets.create",
    method: "POST",
    path: "/v1/realtime/client_secrets",
  },
  resume: { id: "streams.resume", method: "GET", path: "/streams/{stream_id}" },
  stopStream: { id: "streams.stop", method: "DELETE", path: "/streams/{stream_id}" },
  adminListSubjects: { id: "admin.subjects.list", method: "GET", path: "/admin/subjects" },
  adminReadSubject: { id: "admin.subjects.retrieve", method: "GET", path: "/admin/subjects/{subject}" },
  adminSetLimits: { id: "admin.limits.update", method: "PATCH", path: "/admin/subjects/{subject}" },
  adminRevoke: { id: "admin.revoke", method: "POST", path: "/admin/subjects/{subject}/revoke" },
} as const satisfies Readonly<Record<string, Route>>;

/** Routes to the API that may be switched on. */
export const apiRoutes: readonly Route[] = servedOperations.map(([call, rule]) => {
  const { id, method, path } = call;
  return {
    id,
    method,
    path,
    operation: { ...call, rule: { needsOwnership: rule.names !== undefined, ...rule } },
  };
});

/** Routes of the proxy's own that a setting switches on, as it does those to the API. */
const switchable: ReadonlySet<string> = new Set([
  ownRoutes.realtimeConnect.id,
  ownRoutes.createClientSecret.id,
]);

/** Whether a route may be switched on by its id. */
export function isSwitchable(id: string): boolean {
  return switchable.has(id) || apiRoutes.some((route) => route.id === id);
}

/** A route that a path is for, and the ids that stand in that path. */
export interface Match {
  readonly route: Route;
  readonly ids: readonly string[];
}

// No `%`, no `/`, and not `..`: nothing that another parser could turn into a different path.
const plainId = /^[A-Za-z0-9][\w.-]{0,127}$/;
/** A subject never reaches an upstream's path. */
const plainSubject = /^[\w.:@-]{1,128}$/;

const bySegments = Map.groupBy(
  [...Object.values(ownRoutes), ...apiRoutes].map((route) => ({ route, wanted: route.path.split("/") })),
  ({ wanted }) => wanted.length,
);

/** The routes of one path; empty when the table has none. */
export function matchesOf(pathname: string): readonly Match[] {
  const given = pathname.split("/");
  const matches: Match[] = [];
  for (const { route, wanted } of bySegments.get(given.length) ?? []) {
    const ids: string[] = [];
    const isFor = wanted.every((segment, index) => {
      const value = given[index] ?? "";
      if (!segment.startsWith("{")) return value === segment;
      ids.push(value);
      return (segment === "{subject}" ? plainSubject : plainId).test(value);
    });
    if (isFor) matches.push({ route, ids });
  }
  // `/v1/responses/compact` is also the shape of `/v1/responses/{response_id}`.
  const exact = matches.filter(({ ids }) => ids.length === 0);
  return exact.length > 0 ? exact : matches;
}

/** The path to ask the upstream for, put together from the table's own text and encoded ids. */
export function upstreamPath({ route, ids }: Match): string {
  const left = [...ids];
  return route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ""));
}
