/** What the Workers that the proxy is compared with are told. */
export interface Env {
  readonly UPSTREAM: string;
  readonly XAI_API_KEY: string;
}
