import type { RequestOptions, Transport } from "../http/transport.ts";
import { multipart } from "./multipart.ts";

/** Posts a form; a file stands last in it, since xAI refuses or overlooks fields behind one. */
export async function upload<Answer extends object>(
  transport: Transport,
  path: string,
  form: object,
  options: RequestOptions | undefined,
  filename?: string,
  stem?: string,
  maxBytes?: number,
): Promise<Answer> {
  const content = await multipart(form, options?.signal, filename, stem, maxBytes);
  return transport({ method: "POST", path, content }, options);
}
