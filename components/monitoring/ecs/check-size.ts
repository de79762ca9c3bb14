import type { Diagnostic } from "@pyairtable/diagnostics";
import type { Place } from "../place.ts";
import { containerDefinition } from "./container.ts";
import type { Definitions } from "./definitions.ts";

/** AWS service quotas: the size of a task definition, bytes. */
const MOST_BYTES = 65_536;
/** Roles, volumes and tags around the containers. */
const AROUND_BYTES = 4096;

/** Configuration travels in the task definition, so it has to fit. */
export function checkSize(place: Place, tasks: Definitions): readonly Diagnostic[] {
  return Object.entries(tasks).flatMap(([task, containers]) => {
    const bytes = Buffer.byteLength(JSON.stringify(containers.map((spec) => containerDefinition(place, spec))));
    if (bytes <= MOST_BYTES - AROUND_BYTES) return [];
    return [
      {
        code: "monitor.size",
        path: `Monitoring: task ${task}`,
        got: `${bytes} bytes`,
        wanted: `at most ${MOST_BYTES - AROUND_BYTES}, what ECS takes`,
        fix: "Remove dashboards or rules, or use the managed Prometheus.",
      },
    ];
  });
}
