import { type Finding, resourceRule } from "../rule.ts";

export const k8sLimitRangeSparesCpu = resourceRule({
  id: "k8s-limit-range-spares-cpu",
  title: "No limit range sets a CPU limit, nor a CPU maximum, which the API server makes the limit of all others.",
  severity: "medium",
  remediation: "Leave cpu out of default and max; bound requests of CPU by the quota.",
  controls: ["wa:performance"],
  types: ["kubernetes:core/v1:LimitRange"],
  *check({ props }): Iterable<Finding> {
    for (const limit of props.spec?.limits ?? []) {
      for (const key of ["default", "max"] as const) {
        const got = limit[key]?.cpu;
        if (got === undefined) continue;
        yield { what: `cpu in ${key} of ${limit.type}`, got, wanted: "none", fix: `Remove cpu from ${key}.` };
      }
    }
  },
});
