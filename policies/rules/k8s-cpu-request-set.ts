import { millicoresOf } from "@pyairtable/kubernetes-facts";
import { containerRule } from "../pod-rule.ts";

export const k8sCpuRequestSet = containerRule({
  id: "k8s-cpu-request-set",
  title: "Every container requests CPU, so that it is placed where there is some and its cost is known.",
  severity: "high",
  remediation: "Set resources.requests.cpu; the plan has it as `requests.cpuMillicores`.",
  controls: ["wa:cost", "wa:performance"],
  *check({ spec, title }) {
    const got = spec.resources?.requests?.cpu;
    if ((millicoresOf(got) ?? 0) > 0) return;
    yield {
      what: `CPU request of ${title}`,
      got,
      wanted: "a quantity above 0, such as 250m",
      fix: "Set requests.cpu.",
    };
  },
});
