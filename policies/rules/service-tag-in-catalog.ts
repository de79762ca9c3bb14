import { SERVICE_NAMES, TAGGABLE_TYPES } from "../facts.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const serviceTagInCatalog = resourceRule({
  id: "service-tag-in-catalog",
  title: "The Service tag names a service of the catalog, or `platform`.",
  severity: "high",
  remediation: "Name the service as its catalog entry does; what all services share is `platform`.",
  controls: ["wa:cost"],
  types: TAGGABLE_TYPES,
  *check({ props }): Iterable<Finding> {
    const got = costTag(props, "Service");
    if (got === undefined || SERVICE_NAMES.has(got)) return;
    const wanted = `a name of the catalog's ${SERVICE_NAMES.size - 1} services, or platform`;
    yield { what: "tag Service", got, wanted, fix: "Correct the name, or add the service to the catalog." };
  },
});
