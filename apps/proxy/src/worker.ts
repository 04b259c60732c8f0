import { createProxy, type ProxyWorker } from "./create-proxy.ts";

const proxy: ProxyWorker = createProxy();

export default proxy;
