import { array, boolean, int32, named, nullable, object, oneOf, optional, ref, required, string, type Area } from "./notation.ts";

export const images: Area = {
  GenerateImageRequest: object("", { aspect_ratio: optional(nullable(ref("ImageAspectRatio")), ""), deferred: optional(nullable(boolean()), ""), model: optional(nullable(string()), ""), n: optional(nullable(int32({ min: 1, max: 10 })), "", { default: 1 }), output: optional(nullable(ref("ImageOutput")), ""), prompt: optional(string(), ""), resolution: optional(nullable(ref("ImageResolution")), ""), response_format: optional(nullable(string()), "", { default: "url" }), storage_options: optional(nullable(ref("StorageOptions")), ""), user: optional(nullable(string()), "") }),
  EditImageRequest: object("", { aspect_ratio: optional(nullable(ref("ImageAspectRatio")), ""), deferred: optional(nullable(boolean()), ""), image: optional(nullable(ref("ImageUrl")), ""), images: optional(array(ref("ImageUrl")), ""), model: optional(nullable(string()), ""), n: optional(nullable(int32()), ""), output: optional(nullable(ref("ImageOutput")), ""), prompt: required(string(), ""), resolution: optional(nullable(ref("ImageResolution")), ""), response_format: optional(nullable(string()), "", { default: "url" }), storage_options: optional(nullable(ref("StorageOptions")), ""), user: optional(nullable(string()), "") }),
  GeneratedImageResponse: object("", { data: required(array(ref("GeneratedImage")), ""), usage: optional(nullable(ref("MediaUsage")), "") }),
  GeneratedImage: object("", { b64_json: optional(nullable(string()), ""), file_output: optional(nullable(ref("FileOutput")), ""), mime_type: optional(nullable(string()), ""), storage_error: optional(nullable(string()), ""), url: optional(nullable(string()), "") }),
  GetDeferredImageResponse: object("", { data: optional(nullable(array(ref("GeneratedImage"))), ""), error: optional(nullable(ref("ImageError")), ""), request_id: required(string(), ""), status: required(string(), ""), usage: optional(nullable(ref("MediaUsage")), "") }),
  ImageError: object("", { code: required(string(), ""), message: required(string(), "") }),
  ImageOutput: object("", { upload_urls: required(array(string()), "") }),
  ImageAspectRatio: named("", oneOf("1:1", "3:4", "4:3", "9:16", "16:9", "2:3", "3:2", "9:19.5", "19.5:9", "9:20", "20:9", "1:2", "2:1", "21:9", "5:2", "auto")),
  ImageResolution: named("", oneOf("1k", "2k", "1.5k")),
};
