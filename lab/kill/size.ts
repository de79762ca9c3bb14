import { isolatedSandbox } from "../support/isolated-sandbox.ts";

/** How many resources with an id a first `up --stack dev` makes, counted from a preview. */
export async function countResources(): Promise<number> {
  const sandbox = isolatedSandbox("size");
  try {
    const preview = await sandbox.run(["preview", "--stack", "dev", "--json", "--non-interactive"]);
    if (preview.code !== 0) throw new Error(`preview --stack dev: exit ${preview.code}\n${preview.output}`);
    const { steps } = JSON.parse(preview.stdout) as { steps: { newState?: { custom?: boolean; type: string } }[] };
    return steps.filter(({ newState }) => newState?.custom && !newState.type.startsWith("pulumi:")).length;
  } finally {
    sandbox.remove();
  }
}
