import { ENDPOINTS_NEEDED_FOR_EXEC, ENDPOINTS_NEEDED_WITHOUT_NAT } from "../interface-endpoints.ts";
import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** Each endpoint once; without NAT, all that a Fargate task needs to start. */
export function endpointProblems({ network, cluster }: SoundSections): Problem[] {
  if (network === undefined) return [];
  const listed = network.interfaceEndpoints;
  const repeated = listed.flatMap((name, i): Problem[] =>
    listed.indexOf(name) === i
      ? []
      : [
          {
            code: "config.duplicate",
            at: ["network", "interfaceEndpoints", i],
            got: name,
            wanted: "each endpoint once",
            fix: "Remove the repetition.",
          },
        ],
  );
  if (network.nat !== "none") return repeated;
  const execOn = cluster !== undefined && cluster.exec !== "off";
  const needed = [...ENDPOINTS_NEEDED_WITHOUT_NAT, ...(execOn ? ENDPOINTS_NEEDED_FOR_EXEC : [])];
  const missing = needed.filter((name) => !listed.includes(name));
  if (missing.length === 0) return repeated;
  return [
    ...repeated,
    {
      code: "config.endpoints-without-nat",
      at: ["network", "interfaceEndpoints"],
      got: listed,
      wanted: `with nat "none" also ${missing.join(", ")}`,
      fix: "Add them, or choose another nat: tasks could not pull images, log or read secrets.",
    },
  ];
}
