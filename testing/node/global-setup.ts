import type { TestProject } from "vitest/node";
import "../src/provided-context.ts";
import { readWireCaptures } from "./captures.ts";
import { startLoopbackServer } from "./loopback-server.ts";

/** Runs once before all test files: what it provides, tests in every runtime get from `inject`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startLoopbackServer();
  project.provide("loopbackUrl", server.url);
  project.provide("wireCaptures", readWireCaptures());
  return () => server.close();
}
