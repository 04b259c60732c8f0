import {
  array,
  boolean,
  int32,
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

const notMarked = "The reference's file marks nothing in this body as required; the API needs it.";
const qualityUnlisted = "The API takes it; the reference's file does not list it.";

const deferredDoc =
  "`true` answers at once with a `request_id` to poll instead of images; other clients found that xAI has not switched this on yet.";
const qualityDoc =
  "How much effort goes into the image, `auto` when absent; only `grok-imagine-image-2.0` takes it.";
const responseFormatDoc = "`url` links to images that expire, `b64_json` puts the bytes into the answer.";
const storageDoc = "Also keeps the images in the Files API; each then has a `file_output`.";
const uploadDoc = "Your own signed URLs to which xAI puts the images.";
const userDoc = "Stable id of your own user, by which xAI traces abuse.";

export const images: Area = {
  GenerateImageRequest: object("Body of `POST /v1/images/generations`.", {
    prompt: required(string(), "What the image shall show.", { differs: notMarked }),
    model: optional(nullable(ref("ModelId")), "Image model that draws."),
    n: optional(nullable(int32({ min: 1, max: 10 })), "How many images to draw.", { default: 1 }),
    aspect_ratio: optional(nullable(ref("ImageAspectRatio")), "Width to height of the images."),
    resolution: optional(nullable(ref("ImageResolution")), "Size of the images."),
    quality: optional(nullable(known("low", "medium", "auto")), qualityDoc, { differs: qualityUnlisted }),
    response_format: optional(nullable(known("url", "b64_json")), responseFormatDoc, { default: "url" }),
    storage_options: optional(nullable(ref("StorageOptions")), storageDoc),
    output: optional(nullable(ref("ImageOutput")), uploadDoc),
    deferred: optional(nullable(boolean()), deferredDoc),
    user: optional(nullable(string()), userDoc),
  }),
  EditImageRequest: object(
    "Body of `POST /v1/images/edits`, in JSON only: a multipart form is refused with 415.",
    {
      prompt: required(
        string(),
        "What to change; several sources are called `<IMAGE_0>`, `<IMAGE_1>` and so on.",
      ),
      image: optional(nullable(ref("ImageUrl")), "The source, when there is one; excludes `images`."),
      images: optional(
        array(ref("ImageUrl"), { max: 5 }),
        "The sources, when there are several; excludes `image`.",
        {
          differs: "The API takes five; the reference's file states no limit.",
        },
      ),
      model: optional(nullable(ref("ModelId")), "Image model that edits."),
      n: optional(nullable(int32({ min: 1, max: 10 })), "How many versions to draw.", {
        differs: "The API's limit for images; the reference's file states it for generations only.",
      }),
      aspect_ratio: optional(
        nullable(ref("ImageAspectRatio")),
        "Width to height of the result; that of the first source when absent.",
      ),
      resolution: optional(nullable(ref("ImageResolution")), "Size of the result."),
      quality: optional(nullable(known("low", "medium", "auto")), qualityDoc, { differs: qualityUnlisted }),
      response_format: optional(nullable(known("url", "b64_json")), responseFormatDoc, { default: "url" }),
      storage_options: optional(nullable(ref("StorageOptions")), storageDoc),
      output: optional(nullable(ref("ImageOutput")), uploadDoc),
      deferred: optional(nullable(boolean()), deferredDoc),
      user: optional(nullable(string()), userDoc),
    },
  ),
  ImageOutput: object("Where xAI puts finished images.", {
    upload_urls: required(array(string()), "Signed URLs, each of which takes one image."),
  }),
  ImageAspectRatio: named(
    "Width to height of an image, for grok-imagine models; `auto` leaves it to the model.",
    oneOf(
      "1:1",
      "3:4",
      "4:3",
      "9:16",
      "16:9",
      "2:3",
      "3:2",
      "9:19.5",
      "19.5:9",
      "9:20",
      "20:9",
      "1:2",
      "2:1",
      "21:9",
      "5:2",
      "auto",
    ),
  ),
  ImageResolution: named("Size of an image, for grok-imagine models.", oneOf("1k", "2k", "1.5k")),
  GeneratedImageResponse: object("The images that were drawn.", {
    data: required(array(ref("GeneratedImage")), "The images."),
    usage: optional(nullable(ref("MediaUsage")), "What they cost."),
  }),
  GeneratedImage: object("One image; which field carries it follows from `response_format`.", {
    url: optional(nullable(string()), "Address of the image, which expires: download it soon."),
    b64_json: optional(nullable(string()), "The bytes in base64, without a `data:` prefix."),
    mime_type: optional(nullable(string()), "Media type of the bytes, such as `image/jpeg`."),
    file_output: optional(
      nullable(ref("FileOutput")),
      "The stored copy, when `storage_options` asked for one and it was kept.",
    ),
    storage_error: optional(
      nullable(string()),
      "Why the copy that `storage_options` asked for was not kept.",
    ),
  }),
  GetDeferredImageResponse: object("State of images that were asked for with `deferred`.", {
    request_id: required(string(), "The id that was polled."),
    status: required(known("pending", "done", "failed"), "How far the work is."),
    data: optional(nullable(array(ref("GeneratedImage"))), "The images, once done."),
    usage: optional(nullable(ref("MediaUsage")), "What they cost, once done."),
    error: optional(nullable(ref("ImageError")), "What went wrong, once failed."),
  }),
  ImageError: object("Why images could not be drawn.", {
    code: required(string(), "Kind of failure, for programs."),
    message: required(string(), "What went wrong, for people."),
  }),
};
