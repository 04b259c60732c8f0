/** Where the proxy listens when `VITE_PROXY_URL` says nothing else: the port that `wrangler dev` takes by itself. */
export const defaultProxyUrl = "http://127.0.0.1:8787";
