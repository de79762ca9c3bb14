import { fargateLines } from "../../fargate-lines.ts";
import type { GraphKind } from "../types.ts";

/** Compute of a service: task size from its task definition, counts from scaling, split by its strategy. */
export const ecsService: GraphKind = {
  types: ["aws:ecs/service:Service"],
  price: ({ urn }, { book, ecs }) => {
    const facts = ecs.get(urn);
    if (facts === undefined || facts.size === null)
      return "no task definition with a known size and the same Service tag";
    return [
      ...fargateLines(book, facts.size, "onDemand", facts.onDemand),
      ...fargateLines(book, facts.size, "spot", facts.spot),
    ];
  },
};
