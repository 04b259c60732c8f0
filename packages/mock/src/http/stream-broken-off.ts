/** The event with which a stream of chunks breaks off when a fault says so. */
export const streamBrokenOff: unknown = {
  type: "error",
  status: 503,
  error: {
    message: "The simulator was told to break off here.",
    type: "server_error",
    param: null,
    code: "service_unavailable",
  },
};
