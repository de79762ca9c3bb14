import { type RuleCard, ruleCatalogue } from "../../policies/catalogue.ts";
import { CONTROL_PREFIXES } from "../../policies/sentence.ts";
import { type GeneratedFile, MARKDOWN_NOTICE } from "./lib/generated-file.ts";
import { markdownTable } from "./lib/markdown.ts";

/** `docs/policies.md`: every rule of the pack, what it reads and how it is set. */
export function generate(): GeneratedFile[] {
  const rows = ruleCatalogue.map((rule) => [
    `[\`${rule.id}\`](#${rule.id})`,
    rule.title,
    rule.severity ?? "",
    rule.kind,
  ]);
  const index = markdownTable(["rule", "says", "severity", "reads"], rows);
  const parts = [head(), index, controls(), ...ruleCatalogue.map(section)];
  return [{ path: "docs/policies.md", content: `${parts.join("\n\n")}\n` }];
}

function controls(): string {
  const rows = Object.entries(CONTROL_PREFIXES).map(([prefix, document]) => [`\`${prefix}\``, document]);
  return `Controls are named by the document they are of:\n\n${markdownTable(["prefix", "document"], rows)}`;
}

function head(): string {
  return `${MARKDOWN_NOTICE}
# Policies

The ${ruleCatalogue.length} rules of the pack in \`policies/\`. A resource rule reads one resource as it is registered; a stack rule
reads the whole graph. All are mandatory, but for ${warning()}.
Limits come from \`policies/limits/<stack>.json\` by \`--policy-pack-config\`; what a file leaves out has the default below.`;
}

function warning(): string {
  const ids = ruleCatalogue.filter(({ enforcement }) => enforcement === "advisory").map(({ id }) => `\`${id}\``);
  return `${ids.join(", ")}, which only ${ids.length === 1 ? "warns" : "warn"}`;
}

function section(rule: RuleCard): string {
  const parts = [`## ${rule.id}`, rule.title, `**Fix.** ${rule.remediation}`];
  const knobs = Object.entries(rule.config);
  if (knobs.length > 0) {
    const rows = knobs.map(([name, knob]) => [`\`${name}\``, `\`${JSON.stringify(knob.default)}\``, knob.description]);
    parts.push(markdownTable(["limit", "default", "is"], rows));
  }
  if (rule.controls.length > 0) parts.push(`Controls: ${rule.controls.map((control) => `\`${control}\``).join(", ")}`);
  return parts.join("\n\n");
}
