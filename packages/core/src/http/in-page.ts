/** Whether this runs in a page or one of its workers, which have importScripts where neither Node nor workerd has it. */
export function inPage(): boolean {
  return "document" in globalThis || "importScripts" in globalThis;
}
