/** The name of the one object of the deployment. */
export const deploymentName = "deployment";
