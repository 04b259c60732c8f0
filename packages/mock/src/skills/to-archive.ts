import { invalidArgument } from "../http/refused-request.ts";
import { readZip, writeZip } from "./zip.ts";

/** A skill as it was uploaded. */
export interface UploadedSkill {
  readonly name: string;
  readonly description: string;
  readonly archive: Blob;
}

/**
 * Reads an upload, which is one ZIP archive or the files of a folder, and what the head of its `SKILL.md` says; throws
 * xAI's 400 when that is missing or does not say enough.
 */
export async function toArchive(files: readonly Blob[]): Promise<UploadedSkill> {
  const contents = await Promise.all(
    files.map(async (file) => ({
      name: file instanceof File ? file.name : "",
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const [first] = contents;
  const entries = contents.length === 1 && first !== undefined ? readZip(first.bytes) : undefined;
  const read =
    entries?.find(({ name }) => isManual(name))?.read ??
    (async () => contents.find(({ name }) => isManual(name))?.bytes);
  const manual = await read().catch(() => undefined);
  if (manual === undefined) throw invalidArgument("Invalid skill upload: expected a file SKILL.md.");
  const text = new TextDecoder().decode(manual);
  const archive = entries === undefined ? new Blob([writeZip(contents)]) : new Blob(files.slice(0, 1));
  return { name: headField(text, "name"), description: headField(text, "description"), archive };
}

/** At the top, or in the one folder that the upload is. */
function isManual(name: string): boolean {
  return /^(?:[^/]+\/)?SKILL\.md$/i.test(name);
}

function headField(manual: string, field: string): string {
  const [, head = ""] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(manual) ?? [];
  const [, value = ""] = new RegExp(`^${field}:[ \\t]*(.+?)[ \\t]*$`, "m").exec(head) ?? [];
  const text = value.replace(/^(["'])(.*)\1$/, "$2");
  if (text === "") throw invalidArgument(`Invalid skill upload: expected ${field} in the head of SKILL.md.`);
  return text;
}
