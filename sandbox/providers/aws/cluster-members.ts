import type { LedgerEntry } from "@pyairtable/ledger";
import type { Ledger } from "../ledger.ts";
import { type Properties, text } from "../values.ts";
import { ServiceError } from "../violation.ts";
import facts from "./data/eks.json" with { type: "json" };

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const ADD_ON = "aws:eks/addon:Addon";
const needsNodes: ReadonlySet<string> = new Set(facts.addOnsThatNeedNodes);

/** Throws as EKS would when a part of a cluster comes before what it needs there. Judged at create alone. */
export function requireCluster(ledger: Ledger, type: string, inputs: Properties): void {
  const clusterName = text(inputs.clusterName);
  if (!type.startsWith("aws:eks/") || clusterName === undefined) return;
  const all = ledger.all();
  const cluster = all.find((entry) => entry.type === "aws:eks/cluster:Cluster" && entry.outputs.name === clusterName);
  if (cluster === undefined)
    throw new ServiceError("ResourceNotFoundException", `No cluster found for name: ${clusterName}.`);
  const members = all.filter((entry) => entry.inputs.clusterName === clusterName);
  if (type === NODE_GROUP) requireNetwork(cluster, members);
  if (type === ADD_ON && needsNodes.has(text(inputs.addonName) ?? "")) requireNodes(members, inputs);
  if (type === "aws:eks/accessPolicyAssociation:AccessPolicyAssociation") requireEntry(members, inputs);
}

/** A node without a CNI is never ready. */
function requireNetwork(cluster: LedgerEntry, members: readonly LedgerEntry[]): void {
  if (cluster.inputs.bootstrapSelfManagedAddons !== false || hasAddOn(members, "vpc-cni")) return;
  throw new ServiceError(
    "NodeCreationFailure",
    "Instances failed to join the kubernetes cluster: container runtime network not ready: cni plugin not initialized.",
  );
}

/** EKS waits for its pods, which nothing can run. */
function requireNodes(members: readonly LedgerEntry[], { addonName }: Properties): void {
  if (members.some(({ type }) => type === NODE_GROUP || type === "aws:eks/fargateProfile:FargateProfile")) return;
  throw new ServiceError(
    "InsufficientNumberOfReplicas",
    `unexpected state 'DEGRADED' of add-on ${addonName} after 20 minutes: no node to run its pods on.`,
  );
}

function requireEntry(members: readonly LedgerEntry[], { principalArn }: Properties): void {
  const isEntry = ({ type, inputs }: LedgerEntry): boolean =>
    type === "aws:eks/accessEntry:AccessEntry" && inputs.principalArn === principalArn;
  if (members.some(isEntry)) return;
  throw new ServiceError(
    "ResourceNotFoundException",
    `The specified principalArn could not be found: ${principalArn} has no access entry.`,
  );
}

function hasAddOn(members: readonly LedgerEntry[], name: string): boolean {
  return members.some(({ type, inputs }) => type === ADD_ON && inputs.addonName === name);
}
