import { array, binary, boolean, int32, int64, named, nullable, object, oneOf, optional, ref, required, string, type Area } from "./notation.ts";

export const files: Area = {
  File: object("", { bytes: required(int64(), ""), created_at: required(int64(), ""), expires_at: optional(nullable(int64()), ""), filename: required(string(), ""), id: required(string(), ""), object: required(string(), ""), public_url: optional(nullable(string()), ""), public_url_expires_at: optional(nullable(int64()), ""), purpose: optional(string(), "") }),
  ListFilesParams: object("", { after: optional(nullable(string()), ""), filter: optional(nullable(string()), ""), limit: optional(nullable(int32({ min: 1, max: 100 })), "", { default: 100 }), order: optional(nullable(string()), "", { default: "desc" }), pagination_token: optional(nullable(string()), ""), sort_by: optional(nullable(string()), "", { default: "created_at" }) }),
  ListFilesResponse: object("", { data: required(array(ref("File")), ""), pagination_token: optional(nullable(string()), "") }),
  DeleteFileResponse: object("", { deleted: required(boolean(), ""), id: required(string(), ""), object: required(string(), "") }),
  UploadFileMultipartRequest: object("", { expires_after: optional(nullable(int64()), ""), file: required(binary(), ""), purpose: optional(nullable(string()), "") }),
  DownloadFileContentParams: object("", { format: optional(nullable(ref("ContentFormat")), "") }),
  ContentFormat: named("", oneOf("original", "text")),
  CreatePublicUrlRequest: object("", { expires_after: optional(nullable(int64()), "") }),
  CreatePublicUrlResponse: object("", { expires_at: optional(nullable(int64()), ""), public_url: required(string(), "") }),
  RevokePublicUrlResponse: object("", { id: required(string(), ""), public_url: optional(nullable(string()), ""), revoked: required(boolean(), "") }),
};
