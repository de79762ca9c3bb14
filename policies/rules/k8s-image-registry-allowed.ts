import { containerRule } from "../pod-rule.ts";
import { texts } from "../settings.ts";

export const k8sImageRegistryAllowed = containerRule({
  id: "k8s-image-registry-allowed",
  title: "Images come from registries that the stack allows; a bare name is one of nobody's choosing.",
  severity: "high",
  remediation: "Name the registry's host, or add it to `registries` in the stack's limits file.",
  controls: ["cis-k8s:5.5.1", "cis-eks:5.1.4", "nsa:pod-security"],
  config: { registries: texts(["*.dkr.ecr.*.amazonaws.com/*"], "Accepted images without tag; * is any text") },
  *check({ spec, title }, { registries }) {
    const got = spec.image ?? "";
    if (registries.some((pattern) => matches(pattern, got))) return;
    const wanted = `one of ${registries.join(", ")}`;
    yield { what: `registry of ${title}`, got, wanted, fix: "Take the image from an allowed registry." };
  },
});

function matches(pattern: string, image: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  // Without a slash in it, a host's star stays inside the host.
  const [first = "", ...rest] = parts;
  const body = rest.reduce((all, part, index) => `${all}${index === rest.length - 1 ? ".*" : "[^/]*"}${part}`, first);
  return new RegExp(`^${body}$`).test(image);
}
