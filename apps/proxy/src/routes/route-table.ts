/** An entry of the route table: everything else is refused. */
export interface Route {
  /** Names the route in logs. */
  readonly id: string;
  readonly method: "GET" | "POST";
  /** An exact path; a `{name}` segment takes one plain id. */
  readonly path: string;
}

/** Answered by the proxy itself. */
export const healthRoute: Route = { id: "health", method: "GET", path: "/healthz" };

const routes: readonly Route[] = [
  healthRoute,
  { id: "chat.completions.create", method: "POST", path: "/v1/chat/completions" },
  { id: "responses.create", method: "POST", path: "/v1/responses" },
  { id: "models.list", method: "GET", path: "/v1/models" },
  { id: "models.retrieve", method: "GET", path: "/v1/models/{model_id}" },
];

// No `%`, no `/`, and not `..`: nothing that another parser could turn into a different path.
const plainId = /^[A-Za-z0-9][\w.-]{0,127}$/;

/** The routes of one path; empty when the table has none. */
export function routesOf(pathname: string): readonly Route[] {
  return routes.filter((route) => upstreamPath(route, pathname) !== undefined);
}

/** The path to ask the upstream for, put together from the table's own text and encoded ids; `undefined` when the route is not for `pathname`. */
export function upstreamPath(route: Route, pathname: string): string | undefined {
  const given = pathname.split("/");
  const wanted = route.path.split("/");
  if (given.length !== wanted.length) return undefined;
  const built: string[] = [];
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    const isParameter = segment.startsWith("{");
    if (isParameter ? !plainId.test(value) : value !== segment) return undefined;
    built.push(isParameter ? encodeURIComponent(value) : segment);
  }
  return built.join("/");
}
