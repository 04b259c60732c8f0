import { defineConfig, loadEnv, type Plugin } from "vite";
import { defaultProxyUrl } from "./src/default-proxy-url.ts";

export default defineConfig(({ mode }) => ({
  // Relative addresses: the built page works under any path of any host.
  base: "./",
  plugins: [contentSecurityPolicy(loadEnv(mode, import.meta.dirname)["VITE_PROXY_URL"] ?? defaultProxyUrl)],
  // The chat and, apart from it, the page for administrators.
  build: { rolldownOptions: { input: ["index.html", "admin.html"] } },
  server: { warmup: { clientFiles: ["./src/main.tsx"] } },
}));

/** Answers are untrusted text: the page may run its own code only and talk to nobody but the proxy. */
function contentSecurityPolicy(proxyUrl: string): Plugin {
  const proxySource = URL.canParse(proxyUrl) ? new URL(proxyUrl).origin : "";
  return {
    name: "content-security-policy",
    transformIndexHtml(_html, { server }) {
      // The dev server adds styles as elements and reloads the page over a WebSocket; the built page does neither.
      const isDev = server !== undefined;
      const policy = [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self'${isDev ? " 'unsafe-inline'" : ""}`,
        "img-src 'self' data:",
        `connect-src 'self' ${proxySource}${isDev ? " ws:" : ""}`.trimEnd(),
        "base-uri 'none'",
        "form-action 'none'",
      ];
      return [
        {
          tag: "meta",
          attrs: { "http-equiv": "content-security-policy", content: policy.join("; ") },
          injectTo: "head-prepend",
        },
      ];
    },
  };
}
