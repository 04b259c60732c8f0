import { XaiOptionsError } from "../errors.ts";

/** @throws XaiOptionsError when the text or list in a field of the parameters is empty or missing. */
export function expectSome<Params extends object>(params: Params, field: keyof Params & string): void {
  const { [field]: value } = params;
  if ((typeof value === "string" || Array.isArray(value)) && value.length > 0) return;
  throw new XaiOptionsError(`Expected ${field} not to be empty, got ${JSON.stringify(value)}`);
}
