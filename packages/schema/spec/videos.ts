import { array, boolean, float, int32, named, nullable, object, oneOf, optional, ref, required, string, type Area } from "./notation.ts";

export const videos: Area = {
  GenerateVideoRequest: object("", { aspect_ratio: optional(nullable(ref("VideoAspectRatio")), ""), duration: optional(nullable(int32({ min: 1, max: 15 })), "", { default: 8 }), image: optional(nullable(ref("ImageUrl")), ""), keyframes: optional(array(ref("VideoKeyframe"), { max: 4 }), ""), model: optional(nullable(string()), ""), output: optional(nullable(ref("VideoOutput")), ""), prompt: optional(string(), ""), reference_audios: optional(array(ref("AudioUrl"), { max: 3 }), ""), reference_images: optional(array(ref("ImageUrl")), ""), resolution: optional(nullable(ref("VideoResolution")), ""), storage_options: optional(nullable(ref("StorageOptions")), ""), user: optional(nullable(string()), "") }),
  EditVideoRequest: object("", { model: optional(nullable(string()), ""), output: optional(nullable(ref("VideoOutput")), ""), prompt: required(string(), ""), storage_options: optional(nullable(ref("StorageOptions")), ""), user: optional(nullable(string()), ""), video: required(ref("VideoUrl"), "") }),
  ExtendVideoRequest: object("", { duration: optional(nullable(int32()), ""), model: optional(nullable(string()), ""), output: optional(nullable(ref("VideoOutput")), ""), prompt: required(string(), ""), storage_options: optional(nullable(ref("StorageOptions")), ""), video: required(ref("VideoUrl"), "") }),
  VideoResponse: object("", { error: optional(nullable(ref("VideoError")), ""), model: optional(nullable(string()), ""), progress: optional(nullable(int32({ min: 0, max: 100 })), ""), status: required(string(), ""), usage: optional(nullable(ref("MediaUsage")), ""), video: optional(nullable(ref("GeneratedVideo")), "") }),
  GeneratedVideo: object("", { duration: required(int32(), ""), file_output: optional(nullable(ref("FileOutput")), ""), respect_moderation: required(boolean(), ""), storage_error: optional(nullable(string()), ""), url: optional(nullable(string()), "") }),
  VideoError: object("", { code: required(ref("VideoErrorCode"), ""), message: required(string(), "") }),
  VideoErrorCode: named("", oneOf("invalid_argument", "permission_denied", "failed_precondition", "service_unavailable", "internal_error")),
  VideoOutput: object("", { upload_url: required(string(), "") }),
  VideoUrl: object("", { file_id: optional(nullable(string()), ""), url: optional(string(), "") }),
  VideoKeyframe: object("", { image: required(ref("ImageUrl"), ""), timestamp_s: required(float(), "") }),
  VideoAspectRatio: named("", oneOf("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3")),
  VideoResolution: named("", oneOf("480p", "720p", "1080p")),
  AudioUrl: object("", { url: optional(nullable(string()), ""), voice_id: optional(nullable(string()), "") }),
  GetDeferredVideoRequest: object("", { request_id: required(string(), "") }),
  GetDeferredVideoResponse: object("", { response: optional(nullable(ref("VideoResponse")), ""), status: required(string(), "") }),
};
