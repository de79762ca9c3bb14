/** Commands of Go modules, built once into a cache that outlives the checkout. */
export { isAlive } from "./alive.ts";
export { buildCommands } from "./build.ts";
export { cacheDirectory } from "./cache.ts";
export type { Built, GoBuild, GoCommand } from "./command.ts";
export { ensureCommands } from "./ensure.ts";
export { explainGo } from "./explain.ts";
export { withLock } from "./lock.ts";
export { type ModuleFolder, moduleFolder } from "./module-folder.ts";
export { createProgress, type Progress } from "./progress.ts";
