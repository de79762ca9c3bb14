import type { Plan } from "@pyairtable/plan";

/** A plan as JSON in which one decision is one line: small in a diff, complete. */
export function diffable(plan: Plan): string {
  const { services, ...shared } = plan;
  const head = Object.entries(shared).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const body = services.map(({ name, ...rest }) => {
    const lines = Object.entries(rest).map(([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return `    ${JSON.stringify(name)}: {\n${lines.join(",\n")}\n    }`;
  });
  return `{\n${head.join(",\n")},\n  "services": {\n${body.join(",\n")}\n  }\n}\n`;
}
