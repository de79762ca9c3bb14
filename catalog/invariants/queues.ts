import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Invariant, problem } from "./subject.ts";

/** Each queue has someone who fills it and exactly one service that empties it. */
export const queueInvariant: Invariant = ({ catalog }) => {
  const ends = catalog.flatMap((entry) =>
    entry.data.flatMap((need, i) =>
      need.kind === "queue"
        ? [{ queue: need.queue, role: need.role, name: entry.name, at: `${entry.name}.data[${i}]` }]
        : [],
    ),
  );
  return ends.flatMap((end, i): Diagnostic[] => {
    const others = ends.filter((other) => other.queue === end.queue && other.role !== end.role);
    if (end.role === "consumer") {
      if (others.length === 0) {
        return [
          problem("queue-producer", end.at, end.queue, "a queue some service fills", "Add a producer, or remove it."),
        ];
      }
      const first = ends.findIndex((other) => other.queue === end.queue && other.role === "consumer");
      if (first === i || ends[first]!.name === end.name) return [];
      const wanted = `one consumer; ${ends[first]!.name} is it`;
      return [problem("queue-consumer", end.at, end.queue, wanted, "Give each consumer a queue of its own.")];
    }
    if (others.length > 0) return [];
    return [
      problem("queue-consumer", end.at, end.queue, "a queue some service empties", "Add a consumer, or remove it."),
    ];
  });
};
