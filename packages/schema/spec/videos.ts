import {
  array,
  boolean,
  float,
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

const tolerant = "Answers are read tolerantly: only what carries the answer is required.";

const modelDoc = "Video model that does the work.";
const storageDoc = "Also keeps the video in the Files API; the result then has a `file_output`.";
const uploadDoc = "Your own signed URL to which xAI puts the video.";
const userDoc = "Stable id of your own user, by which xAI traces abuse.";

export const videos: Area = {
  GenerateVideoRequest: object("Body of `POST /v1/videos/generations`, which starts a job to poll.", {
    prompt: optional(string(), "What the video shall show; only a request with `image` may leave it out."),
    model: optional(nullable(ref("ModelId")), modelDoc),
    duration: optional(nullable(int32({ min: 1, max: 15 })), "Length in seconds.", { default: 8 }),
    aspect_ratio: optional(nullable(ref("VideoAspectRatio")), "Width to height of the video."),
    resolution: optional(nullable(ref("VideoResolution")), "Lines of the video."),
    image: optional(nullable(ref("ImageUrl")), "Still image to set in motion, the first frame."),
    last_frame: optional(nullable(ref("ImageUrl")), "Still image on which the video ends.", {
      differs: "The API takes it; the reference's file does not list it.",
    }),
    keyframes: optional(
      array(ref("VideoKeyframe"), { max: 4 }),
      "Still images that the video passes through at given times.",
    ),
    reference_images: optional(
      array(ref("ImageUrl")),
      "Images that set style and content without being frames.",
    ),
    reference_audios: optional(
      array(ref("AudioUrl"), { max: 3 }),
      "Sounds or voices to go by, each of at most 15 seconds.",
    ),
    storage_options: optional(nullable(ref("StorageOptions")), storageDoc),
    output: optional(nullable(ref("VideoOutput")), uploadDoc),
    user: optional(nullable(string()), userDoc),
  }),
  EditVideoRequest: object("Body of `POST /v1/videos/edits`, which starts a job to poll.", {
    prompt: required(string(), "What to change."),
    video: required(ref("VideoUrl"), "The source."),
    model: optional(nullable(ref("ModelId")), modelDoc),
    storage_options: optional(nullable(ref("StorageOptions")), storageDoc),
    output: optional(nullable(ref("VideoOutput")), uploadDoc),
    user: optional(nullable(string()), userDoc),
  }),
  ExtendVideoRequest: object("Body of `POST /v1/videos/extensions`, which starts a job to poll.", {
    prompt: required(string(), "What happens next."),
    video: required(
      ref("VideoUrl"),
      "The source, 2 to 30 seconds long; the new part begins at its last frame.",
    ),
    duration: optional(
      nullable(int32({ min: 2, max: 10 })),
      "Length of the new part alone, in seconds; 6 when absent.",
      {
        differs: "The API's range; the reference states another one, in prose only.",
      },
    ),
    model: optional(nullable(ref("ModelId")), modelDoc),
    storage_options: optional(nullable(ref("StorageOptions")), storageDoc),
    output: optional(nullable(ref("VideoOutput")), uploadDoc),
  }),
  VideoUrl: object("A video to work on, by address or by file id.", {
    url: optional(string(), "Public address or base64 data URL of an MP4; needed without `file_id`."),
    file_id: optional(nullable(string()), "Id of a fully uploaded video in the Files API; excludes `url`."),
  }),
  AudioUrl: object("A sound to go by, by address or by voice.", {
    url: optional(nullable(string()), "Address or base64 data URL of the sound."),
    voice_id: optional(nullable(string()), "Id of a voice of the text-to-speech API, such as `eve`."),
  }),
  VideoKeyframe: object("A still image that the video passes through.", {
    image: required(ref("ImageUrl"), "The image."),
    timestamp_s: required(float(), "When it appears, in seconds from the start."),
  }),
  VideoOutput: object("Where xAI puts the finished video.", {
    upload_url: required(string(), "Signed URL that takes the video by HTTP PUT."),
  }),
  VideoAspectRatio: named(
    "Width to height of a video.",
    oneOf("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"),
  ),
  VideoResolution: named("Lines of a video.", oneOf("480p", "720p", "1080p")),
  VideoResponse: object("State of a video job, and the video once it is done.", {
    status: required(
      known("pending", "done", "failed", "expired"),
      "How far the job is; `failed` also comes with HTTP 200.",
    ),
    video: optional(nullable(ref("GeneratedVideo")), "The video, once done."),
    error: optional(nullable(ref("VideoError")), "What went wrong, once failed."),
    progress: optional(
      nullable(int32({ min: 0, max: 100 })),
      "Rough progress in percent, 100 only when done; absent once failed.",
    ),
    model: optional(nullable(string()), "Model that made the video; absent once failed."),
    usage: optional(nullable(ref("MediaUsage")), "What it cost."),
  }),
  GeneratedVideo: object("A finished video.", {
    url: optional(
      nullable(string()),
      "Address of the video, which expires: download it soon; absent when moderation withheld it.",
    ),
    duration: optional(int32(), "Length in seconds.", { differs: tolerant }),
    respect_moderation: optional(boolean(), "`false` when moderation withheld the video.", {
      differs: tolerant,
    }),
    file_output: optional(
      nullable(ref("FileOutput")),
      "The stored copy, when `storage_options` asked for one and it was kept.",
    ),
    storage_error: optional(
      nullable(string()),
      "Why the copy that `storage_options` asked for was not kept.",
    ),
  }),
  VideoError: object("Why a video could not be made.", {
    code: required(ref("VideoErrorCode"), "Kind of failure, for programs."),
    message: required(string(), "What went wrong, for people."),
  }),
  VideoErrorCode: named(
    "Kind of failure of a running job; a wrong key, an unknown model or a rate limit is an HTTP error instead.",
    oneOf(
      "invalid_argument",
      "permission_denied",
      "failed_precondition",
      "service_unavailable",
      "internal_error",
    ),
  ),
  GetDeferredVideoRequest: object("Names the job to poll.", {
    request_id: required(string(), "The id with which the job was started."),
  }),
  GetDeferredVideoResponse: object(
    "Wrapped form of a job's state, which no endpoint of the reference returns.",
    {
      status: required(known("pending", "done", "failed"), "How far the job is."),
      response: optional(nullable(ref("VideoResponse")), "The outcome, once done or failed."),
    },
  ),
};
