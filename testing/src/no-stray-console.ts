import { afterAll, afterEach } from "vitest";

// Loaded before each test file. A test that expects output says so by spying on the method it expects.
const methods = ["debug", "error", "info", "log", "trace", "warn"] as const;
const calls: string[] = [];

for (const method of methods) {
  console[method] = (...values: readonly unknown[]): void => {
    calls.push(`console.${method}(${values.map(describeValue).join(", ")})`);
  };
}

afterEach(failOnCalls);
afterAll(failOnCalls);

function failOnCalls(): void {
  const seen = calls.splice(0);
  if (seen.length > 0) throw new Error(`Expected no console output, but there was:\n${seen.join("\n")}`);
}

function describeValue(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
