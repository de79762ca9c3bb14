import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { release } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { helmRepositoryAllowed } from "./helm-repository-allowed.ts";

const from = (repo: string) => release({ chart: "karpenter", repositoryOpts: { repo } });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:helm.sh/v3:Release", (props) => {
    props.chart = props.chart.split("/").at(-1);
    props.repositoryOpts = { repo: "http://charts.example" };
  });

testRule(helmRepositoryAllowed, {
  config: { repositories: ["oci://public.ecr.aws/karpenter/", "https://charts.example/"] },
  passes: { "by OCI": release({}), "by a repository": from("https://charts.example/stable") },
  fails: {
    "without TLS": [
      from("http://charts.example/"),
      /repository of chart karpenter\n {2}got {5}"http:\/\/charts.example\/"/,
    ],
    "another owner": [release({ chart: "oci://public.ecr.aws/else/karpenter" }), /public.ecr.aws\/else/],
    "a folder": [release({ chart: "./charts/karpenter" }), /got {5}nothing/],
  },
  unknown: from(UNKNOWN),
  mutant,
});
