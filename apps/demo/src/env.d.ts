interface ImportMetaEnv {
  /** The proxy's address, absolute or relative to the page, without `/v1`. */
  readonly VITE_PROXY_URL?: string;
}
