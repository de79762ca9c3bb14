/** `npm run lab:kubernetes [-- --short --keep --out FOLDER]`: the Kubernetes half on a real control plane. */
import { labCommand } from "../support/command.ts";

await labCommand("kubernetes", async () => (await import("./lab.ts")).runLab);
