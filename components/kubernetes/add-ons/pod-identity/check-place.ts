import type { Reporter } from "../reporter.ts";
import type { EksPlace } from "./pod-identity.ts";

export function checkEksPlace(path: string, place: EksPlace, report: Reporter): void {
  report.unless(/^\d{12}$/.test(place.accountId), {
    code: "account",
    path: `${path}.accountId`,
    got: place.accountId,
    wanted: "twelve digits, as text",
    fix: "Give the account's id as a plain string.",
  });
  report.unless(/^[a-z]{2}(-[a-z]+)+-\d$/.test(place.region), {
    code: "region",
    path: `${path}.region`,
    got: place.region,
    wanted: "an AWS region, such as us-east-1",
    fix: "Give the region of the environment.",
  });
  report.unless(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(place.clusterName), {
    code: "cluster",
    path: `${path}.clusterName`,
    got: place.clusterName,
    wanted: "the physical name of an EKS cluster",
    fix: "Pass the cluster's name, plain.",
  });
}
