import { posix } from "node:path";
import type { FoundImport } from "./imports-of.ts";

/** What the source of a package may import by name; tests may import whatever their package.json lists. */
interface PackageArrows {
  readonly anything?: readonly string[];
  readonly typesOnly?: readonly string[];
}

const packageArrows: Readonly<Record<string, PackageArrows>> = {
  core: {},
  stream: { anything: ["@xai-edge/core"] },
  schema: { anything: ["zod", "zod/mini"], typesOnly: ["@xai-edge/core"] },
  mock: { anything: ["@xai-edge/core", "@xai-edge/schema"] },
};

/** Folders (or single files) of core's source: each may import itself and those before it. */
const coreOrder = ["generated", "errors", "sse", "http", "structured", "resources", "client", "index"];

const appNames = ["@xai-edge/proxy", "@xai-edge/demo"];
const publicPackages = Object.keys(packageArrows).map((name) => `@xai-edge/${name}`);

/**
 * Returns what is wrong with one import of a file, or nothing. `file` is relative to the repository's root, with `/` between
 * its parts.
 */
export function wrongArrow(file: string, { specifier, typeOnly }: FoundImport): string | undefined {
  const [area, owner = ""] = file.split("/");
  const target = specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : undefined;

  if (area === "packages") {
    if (target?.startsWith("apps/") === true || isIn(appNames, specifier))
      return "packages may not import from apps";
    const wrong = leavesHome(file, target);
    if (wrong !== undefined) return wrong;
    if (isTest(file) || !file.startsWith(`packages/${owner}/src/`)) return undefined;
    if (owner !== "core" && file.startsWith(`packages/${owner}/src/node/`) && specifier.startsWith("node:"))
      return undefined;
    if (target !== undefined && isTest(target)) return "only tests may import fixtures";
    return target === undefined
      ? wrongPackage(owner, specifier, typeOnly)
      : owner === "core"
        ? wrongFolder(file, target)
        : undefined;
  }

  // Settings of the repository's tools are not part of an app.
  // What runs the bundled proxy for its own tests runs it for measurements too.
  if (owner === "bench" && target?.startsWith("apps/proxy/testing/")) return undefined;
  if (area === "apps" && !/^[^/]+\.config\.ts$/.test(file.split("/").slice(2).join("/"))) {
    const wrong = leavesHome(file, target);
    if (wrong !== undefined) return wrong;
    if (isIn(appNames, specifier)) return "an app may not import another";
    if (isTest(file) || target !== undefined) return undefined;
    if (isIn(["zod"], specifier)) return "only schema may import zod";
    if (owner === "demo" && specifier.startsWith("@xai-edge/") && !isIn(publicPackages, specifier)) {
      return `demo may only import public packages: ${publicPackages.join(", ")}`;
    }
  }
  return undefined;
}

function leavesHome(file: string, target: string | undefined): string | undefined {
  const home = `${file.split("/").slice(0, 2).join("/")}/`;
  return target === undefined || target.startsWith(home)
    ? undefined
    : `a relative import may not leave ${home}, import the package by its name`;
}

function wrongPackage(owner: string, specifier: string, typeOnly: boolean): string | undefined {
  const { anything = [], typesOnly = [] } = packageArrows[owner] ?? {};
  if (isIn(anything, specifier) || (typeOnly && isIn(typesOnly, specifier))) return undefined;
  const allowed = [...anything, ...typesOnly.map((name) => `types of ${name}`)];
  return allowed.length === 0
    ? `${owner} may not import any package`
    : `${owner} may only import ${allowed.join(", ")}`;
}

function wrongFolder(file: string, target: string): string | undefined {
  const from = placeInCore(file);
  const to = placeInCore(target);
  const outside = [from, to].find((place) => !coreOrder.includes(place));
  if (outside !== undefined)
    return `core/src has no place for ${outside}: it is made of ${coreOrder.join(", ")}`;
  if (coreOrder.indexOf(to) <= coreOrder.indexOf(from)) return undefined;
  const before = coreOrder.slice(0, coreOrder.indexOf(from));
  return `core/${from} may only import ${before.length === 0 ? "itself" : before.toReversed().join(", ")}`;
}

function placeInCore(path: string): string {
  return path.split("/")[3]?.replace(/\.ts$/, "") ?? "";
}

/** Tests, and the fixtures that only they may use. */
function isTest(file: string): boolean {
  return /\.test(?:-d)?\.ts$|\/fixtures\//.test(file);
}

function isIn(names: readonly string[], specifier: string): boolean {
  return names.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}
