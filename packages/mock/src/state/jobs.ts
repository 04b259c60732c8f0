/** How work goes that answers later: deferred chat completions and images, videos, batches. */
export interface JobOptions {
  /**
   * How often a job is found unfinished, the first time with an empty 202, before it is done. Default: 2. Does not
   * count when `jobMs` is given.
   */
  readonly pendingLooks?: number | undefined;
  /** Milliseconds of the simulator's clock that a job takes. */
  readonly jobMs?: number | undefined;
  /** Says how the making of images or of a video ends; they are made when it says nothing. */
  readonly jobOutcome?: ((job: MockJob) => JobOutcome | undefined) | undefined;
}

/** A job whose end is asked for. */
export interface MockJob {
  /** Id of the operation that started it, such as `videos.generate`. */
  readonly operation: string;
  /** What that request said. */
  readonly body: unknown;
}

/** How a job ends: with what was asked for, withheld by moderation, too late to be fetched, or with an error. */
export type JobOutcome =
  | "done"
  | "moderated"
  | "expired"
  | { readonly code: string; readonly message: string };

/** Work that has been started. */
export interface Job<Result> {
  readonly id: string;
  readonly result: Result;
  readonly startedMs: number;
  /** How often it has been looked at. */
  looks: number;
}

/** What a look at a job finds. */
export interface JobState {
  /** From 0 to 100, which means done. */
  readonly progress: number;
  readonly isFirstLook: boolean;
}

/** The clock of all jobs. */
export interface Jobs {
  start<Result>(id: string, result: Result): Job<Result>;
  /** Finds out how far a job is, which counts as a look. */
  look(job: Job<unknown>): JobState;
}

/** Makes jobs that advance as they are looked at, or by the clock. */
export function createJobs({ pendingLooks = 2, jobMs }: JobOptions, now: () => number): Jobs {
  return {
    start: (id, result) => ({ id, result, startedMs: now(), looks: 0 }),
    look: (job) => {
      const share =
        jobMs === undefined ? job.looks / pendingLooks : Math.max(0, now() - job.startedMs) / jobMs;
      const isFirstLook = job.looks === 0;
      job.looks += 1;
      // Without anything to wait for, the share is not a number or infinite.
      return { progress: share >= 0 && share < 1 ? Math.floor(share * 100) : 100, isFirstLook };
    },
  };
}
