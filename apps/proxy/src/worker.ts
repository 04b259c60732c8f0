import { createProxy, type ProxyWorker } from "./create-proxy.ts";

export { DeploymentObject } from "./budget/deployment-object.ts";
export { SubjectObject } from "./budget/subject-object.ts";
export { StreamObject } from "./resume/stream-object.ts";

const proxy: ProxyWorker = createProxy();

export default proxy;
