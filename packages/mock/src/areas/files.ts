import type { Wire } from "@xai-edge/core";
import {
  CreatePublicUrlRequest,
  DownloadFileContentParams,
  ListFilesParams,
  UploadFileMultipartRequest,
} from "@xai-edge/schema";
import { findFile } from "../files/find-file.ts";
import { listFiles } from "../files/list-files.ts";
import { publishFile, storeFile, unpublishFile } from "../files/store-file.ts";
import { textOfFile } from "../files/text-of-file.ts";
import { parseForm, parseQuery } from "../http/parse-fields.ts";
import { parseOptionalJson } from "../http/parse-json.ts";
import { invalidArgument } from "../http/refused-request.ts";
import type { StoredFile } from "../state/state.ts";
import { whole, type Call, type Handlers } from "./area.ts";

export const fileHandlers: Handlers = {
  "files.create": (call) => {
    const { file, purpose, expires_after } = parseForm(UploadFileMultipartRequest, call);
    if (!(file instanceof File) || file.name === "") throw invalidArgument("The part file has no file name.");
    const { name: filename, type } = file;
    return whole(storeFile(call.simulation, { bytes: file, filename, type, purpose, expires_after }).wire);
  },

  "files.list": (call) => whole(listFiles(call.simulation, parseQuery(ListFilesParams, call))),

  "files.retrieve": (call) => whole(fileOf(call).wire),

  "files.delete": (call) => {
    const { id } = fileOf(call).wire;
    call.simulation.state.files.delete(id);
    const deleted: Wire.DeleteFileResponse = { id, object: "file", deleted: true };
    return whole(deleted);
  },

  "files.content": async (call) => {
    const { format } = parseQuery(DownloadFileContentParams, call);
    const file = fileOf(call);
    if (format !== "text") return { kind: "bytes", bytes: file.bytes, type: "application/octet-stream" };
    const text = await textOfFile(file);
    return { kind: "bytes", bytes: new Blob([text]), type: "text/plain; charset=utf-8" };
  },

  "files.publicUrl.create": (call) => {
    const { expires_after } = parseOptionalJson(CreatePublicUrlRequest, call);
    const { wire } = publishFile(call.simulation, fileOf(call), call.url.origin, expires_after);
    const created: Wire.CreatePublicUrlResponse = {
      public_url: wire.public_url ?? "",
      ...(wire.public_url_expires_at ? { expires_at: wire.public_url_expires_at } : {}),
    };
    return whole(created);
  },

  "files.publicUrl.revoke": (call) => {
    const file = fileOf(call);
    const { id, public_url } = file.wire;
    unpublishFile(call.simulation, file);
    const revoked: Wire.RevokePublicUrlResponse = {
      id,
      revoked: Boolean(public_url),
      ...(public_url ? { public_url } : {}),
    };
    return whole(revoked);
  },
};

function fileOf({ params, simulation }: Call): StoredFile {
  return findFile(simulation, params["file_id"] ?? "");
}
