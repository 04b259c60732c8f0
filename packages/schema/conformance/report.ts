/**
 * `node packages/schema/conformance/report.ts` prints how our description differs from xAI's OpenAPI file: what is meant
 * to differ, by reason, and what is not.
 */
import { readApi } from "../codegen/api.ts";
import { areas } from "../spec/areas.ts";
import { leftOut } from "../spec/left-out.ts";
import { operations } from "../spec/operations.ts";
import { compare } from "./compare.ts";
import { type Difference, lineOf } from "./difference.ts";
import { noReference, readReference } from "./reference.ts";

const reference = readReference();
if (reference === undefined) {
  console.log(noReference);
} else {
  const differences = compare(readApi(areas, operations), reference, leftOut);
  const unmeant = differences.filter(({ reason }) => reason === undefined);
  const byReason = new Map<string, Difference[]>();
  for (const difference of differences) {
    if (difference.reason === undefined) continue;
    byReason.set(difference.reason, [...(byReason.get(difference.reason) ?? []), difference]);
  }
  for (const [reason, meant] of byReason) {
    console.log(`\n${reason}`);
    for (const difference of meant) console.log(`  ${lineOf(difference)}`);
  }
  console.log(`\n${differences.length - unmeant.length} differences are meant, ${unmeant.length} are not:`);
  for (const difference of unmeant) console.log(`  ${lineOf(difference)}`);
  process.exitCode = unmeant.length === 0 ? 0 : 1;
}
