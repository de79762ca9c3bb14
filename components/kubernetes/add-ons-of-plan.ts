import type { Plan } from "@pyairtable/plan";
import type { AddOnsArgs, AddOnsWiring } from "./add-ons/index.ts";
import type { AwsSite } from "./args.ts";
import type { EksCluster } from "./eks/index.ts";

/** Args of the plan's add-ons; decides nothing but how far vertical scaling goes: no further than a service asks. */
export function addOnsFromPlan(
  plan: Plan,
  aws: AwsSite | undefined,
  eks: EksCluster | undefined,
  wiring: AddOnsWiring,
): AddOnsArgs {
  const acts = plan.services.some(({ kubernetes }) => kubernetes !== null && kubernetes.vertical.updateMode !== "Off");
  return {
    plan,
    verticalPodAutoscaler: { reach: acts ? "running-pods" : "recommend" },
    ...(aws === undefined || eks === undefined
      ? {}
      : {
          cluster: { accountId: aws.accountId, clusterName: eks.name },
          // The control plane's interfaces stand in the private subnets.
          network: { apiServerCidrs: [plan.network.cidr] },
        }),
    ...argoCdOf(plan),
    wiring,
  };
}

function argoCdOf({ kubernetes: { gitOps } }: Plan): Pick<AddOnsArgs, "argoCd"> {
  if (gitOps === null) return {};
  const { host, repository, revision, teams, services } = gitOps;
  return {
    argoCd: {
      host,
      teams: teams.map((team) => ({ ...team, repositories: [repository] })),
      services: services.map((service) => ({ ...service, repository, revision })),
    },
  };
}
