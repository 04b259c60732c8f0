/** Whether a status says that the API did not run the call, and so does not bill it. */
export function didNotRun(status: number): boolean {
  return (status >= 300 && status < 500) || status === 503;
}
