import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Problem, toDiagnostic } from "../problem.ts";
import type { SoundSections } from "../sections.ts";
import { budgetProblems } from "./budget.ts";
import { cidrProblems } from "./cidr.ts";
import { edgeProblems } from "./edge.ts";
import { endpointProblems } from "./endpoints.ts";
import { kubernetesProblems } from "./kubernetes.ts";
import { productionProblems } from "./production.ts";
import { scaleProblems } from "./scale.ts";
import { workingHoursProblems } from "./working-hours.ts";
import { zoneProblems } from "./zones.ts";

type Check = (config: SoundSections) => Problem[];

const CHECKS: readonly Check[] = [
  zoneProblems,
  cidrProblems,
  endpointProblems,
  edgeProblems,
  budgetProblems,
  workingHoursProblems,
  kubernetesProblems,
  scaleProblems,
  productionProblems,
];

/** What is wrong between properties that are right one by one. */
export function crossFieldProblems(config: SoundSections, subject: string): Diagnostic[] {
  return CHECKS.flatMap((check) => check(config)).map((problem) => toDiagnostic(problem, subject));
}
