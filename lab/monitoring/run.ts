/**
 * `npm run lab:monitoring [-- --short --keep --out FOLDER]`: rules, alerts and dashboards on a real Prometheus and
 * Alertmanager.
 */
import { labCommand } from "../support/command.ts";

await labCommand("monitoring", async () => (await import("./lab.ts")).runLab);
