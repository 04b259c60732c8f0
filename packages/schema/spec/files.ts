import {
  array,
  binary,
  boolean,
  int32,
  int64,
  known,
  named,
  nullable,
  object,
  oneOf,
  optional,
  ref,
  required,
  string,
  type Area,
} from "./notation.ts";

const bound = "The reference states the bound in prose only.";

export const files: Area = {
  File: object("A stored file.", {
    id: required(string(), "Id to use wherever a `file_id` is taken."),
    object: required(known("file"), "Always a file."),
    filename: required(string(), "Name it was uploaded under."),
    bytes: required(int64(), "Size in bytes."),
    created_at: required(int64(), "When it was uploaded, in Unix seconds."),
    expires_at: optional(
      nullable(int64()),
      "When it is deleted, in Unix seconds; null when it stays until you delete it.",
    ),
    purpose: optional(string(), "Label given at upload, without meaning to xAI."),
    public_url: optional(nullable(string()), "Address that needs no key, while the file has one."),
    public_url_expires_at: optional(
      nullable(int64()),
      "When that address stops working, in Unix seconds; only when it ends on its own before the file does.",
    ),
  }),
  UploadFileMultipartRequest: object(
    "Form of `POST /v1/files`; `file` must be its last part, or the fields after it are refused.",
    {
      purpose: optional(
        nullable(known("assistants")),
        "Label that the openai package sends; xAI takes any and does nothing with it.",
      ),
      expires_after: optional(
        nullable(int64({ min: 3600, max: 2592000 })),
        "Seconds from the upload until the file is deleted; absent keeps it.",
        { differs: bound },
      ),
      file: required(binary(), "The bytes, at most 50 MB; the part's filename becomes the file's name."),
    },
  ),
  ListFilesParams: object("Query of `GET /v1/files`.", {
    limit: optional(
      nullable(int32({ min: 1, max: 100 })),
      "Most files in one page; a shorter page is the last.",
      { default: 100 },
    ),
    pagination_token: optional(
      nullable(string()),
      "Token of the page before; it comes with every page, also with the last.",
    ),
    sort_by: optional(
      nullable(known("created_at", "filename", "size")),
      "What to sort by; send it, because the order is not dependable without.",
      { default: "created_at" },
    ),
    order: optional(nullable(known("asc", "desc")), "Rising or falling.", { default: "desc" }),
    filter: optional(
      nullable(string()),
      'AIP-160 expression such as `content_type = "pdf" AND size_bytes > 1000000`, over `name`, `file_id`, `size_bytes`, `content_type`, `created_at`, `expires_at`, `upload_status` and `user_defined_id`. `name` matches loosely, `content_type` in part; times are RFC 3339.',
    ),
    after: optional(nullable(string()), "Stands here for compatibility; use `pagination_token`."),
  }),
  ListFilesResponse: object("One page of files.", {
    data: required(array(ref("File")), "The files of this page."),
    pagination_token: optional(
      nullable(string()),
      "Token for the next page; being there does not mean that there is one.",
    ),
  }),
  DeleteFileResponse: object("Says that a file is gone.", {
    id: required(string(), "Id of the file."),
    object: optional(known("file"), "Always a file.", { differs: "The reference's own example omits it." }),
    deleted: required(boolean(), "`true` when it was deleted."),
  }),
  DownloadFileContentParams: object("Query of `GET /v1/files/{file_id}/content`.", {
    format: optional(nullable(ref("ContentFormat")), "In which form to download; as uploaded when absent."),
  }),
  ContentFormat: named(
    "The bytes as uploaded, or the text that xAI took from them.",
    oneOf("original", "text"),
  ),
  CreatePublicUrlRequest: object("Body of `POST /v1/files/{file_id}/public-url`.", {
    expires_after: optional(
      nullable(int64({ min: 3600, max: 2592000 })),
      "Seconds until the address stops working, no longer than the file lives; absent, it lives as long as the file.",
      { differs: bound },
    ),
  }),
  CreatePublicUrlResponse: object("The address that needs no key.", {
    public_url: required(string(), "Address from which anyone can download the file."),
    expires_at: optional(
      nullable(int64()),
      "When it stops working, in Unix seconds; absent when it does not end.",
    ),
  }),
  RevokePublicUrlResponse: object("Says whether a public address was taken back.", {
    id: required(string(), "Id of the file."),
    revoked: required(boolean(), "`false` when the file had no public address, which is no error."),
    public_url: optional(nullable(string()), "The address that stopped working, when one did."),
  }),
};
