import { chartNameOf, RELEASE, repositoryOf } from "../read/helm.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const helmRepositoryAllowed = resourceRule({
  id: "helm-repository-allowed",
  title: "Charts come from repositories that the stack allows, over TLS.",
  severity: "high",
  remediation: "Use the chart's own repository, or add its address to `repositories` in the stack's limits file.",
  controls: ["wa:security", "nsa:upgrading"],
  config: { repositories: texts(["https://", "oci://"], "What an accepted address begins with") },
  types: [RELEASE],
  *check({ props }, { repositories }): Iterable<Finding> {
    const got = repositoryOf(props);
    if (got !== undefined && repositories.some((start) => got.startsWith(start))) return;
    const wanted = `one that begins with ${repositories.join(", ")}`;
    yield { what: `repository of chart ${chartNameOf(props)}`, got, wanted, fix: "Take the chart from elsewhere." };
  },
});
