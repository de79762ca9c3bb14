/**
 * `npm run lab:monitoring [-- --short --keep --out FOLDER --as night]`: rules, alerts and dashboards on a real Prometheus
 * and Alertmanager.
 */
import { labCommand } from "../support/command.ts";
import { PARTS_OF_WEEK } from "./part-of-week.ts";

await labCommand("monitoring", async () => (await import("./lab.ts")).runLab, { as: PARTS_OF_WEEK });
