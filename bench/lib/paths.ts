import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));
export const CDK_FOLDER = join(CHECKOUT, "bench", "cdk");
/** Git-ignored and inside the checkout, so that packages resolve from it. */
export const WORK_FOLDER = join(CHECKOUT, ".sandbox", "bench");
