import { writeFileSync } from "node:fs";
import { PolicyPack, type PolicyResource, type ResourceValidationArgs } from "@pulumi/policy";
import { captured } from "./captured-resource.ts";
import { writtenLines } from "./references.ts";

const file = process.env.CAPTURE_FILE;
if (file === undefined) throw new Error("CAPTURE_FILE names no file to write the graph to");
const inputs = new Map<string, ResourceValidationArgs>();

new PolicyPack("capture", {
  policies: [
    {
      name: "capture-inputs",
      description: "Keeps what resource rules see.",
      enforcementLevel: "advisory",
      validateResource: (args) => void inputs.set(args.urn, args),
    },
    {
      name: "capture-graph",
      description: "Writes the whole graph.",
      enforcementLevel: "advisory",
      validateStack: ({ resources }) => write(file, resources),
    },
  ],
});

function write(path: string, resources: readonly PolicyResource[]): void {
  const graph = resources.map((resource) => captured(resource, inputs.get(resource.urn)?.props));
  writeFileSync(path, `[\n${writtenLines(graph).join(",\n")}\n]\n`);
}
