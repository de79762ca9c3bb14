import { resolve } from "node:path";
import { type CommandLine, factsOf } from "./command-line.ts";
import type { Engine } from "./engine/inspect.ts";
import { writeAnalyzerShim } from "./process/analyzer-shim.ts";
import { allAlive } from "./process/ports.ts";
import { runEngine } from "./process/run-engine.ts";
import type { FaultPlan } from "./providers/faults.ts";
import type { ProviderOptions } from "./providers/index.ts";
import { prepareHome } from "./state/home.ts";
import { passphraseEnvironment } from "./state/passphrase.ts";
import type { SandboxPaths } from "./state/paths.ts";
import { settlePendingOperations } from "./state/pending-operations.ts";
import { chooseStack, ensureStack, readProject } from "./state/stack.ts";
import { configFileFlags } from "./state/stack-file.ts";
import { removeStaleLocks } from "./state/stale-locks.ts";

/** Runs one CLI command with everything it attaches to, and leaves no process behind. Returns its exit code. */
export async function runInSandbox(engine: Engine, line: CommandLine, paths: SandboxPaths): Promise<number> {
  // A person's own cluster is never touched: the one to apply to has to be named on purpose. The program would hand its
  // KUBECONFIG to the provider by itself, and runs as a child of this process.
  delete process.env.KUBECONFIG;
  prepareHome(paths);
  writeAnalyzerShim(paths.home, paths.compileCache);
  for (const pid of removeStaleLocks(paths)) {
    process.stderr.write(`sandbox: removed the stack lock of process ${pid}, which is gone\n`);
  }
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...engineEnvironment(paths),
    ...passphraseEnvironment(paths, process.env),
  };

  const extra: string[] = [];
  const facts = factsOf(line);
  if (facts.stack) {
    const project = readProject(resolve(line.cwd ?? "."));
    const stack = chooseStack(project, line.stack, paths, process.env);
    if (stack !== undefined) {
      const short = stack.split("/").at(-1) as string;
      ensureStack(project, stack, paths, engine.path, env);
      if (facts.changes) {
        const pending = settlePendingOperations(project, short, paths, engine.path, env);
        if (pending > 0)
          process.stderr.write(`sandbox: ${pending} operations were cut off by a kill; they are done again\n`);
      }
      extra.push(...configFileFlags(project, short, line, paths));
      env.PULUMI_STACK = stack;
    }
  }
  const closers: (() => Promise<void>)[] = [];
  const attached: number[] = [];
  try {
    if (facts.providers) {
      if (!engine.hasLanguageHost) {
        const { startLanguageHost } = await import("./language-host/server.ts");
        const host = await startLanguageHost(Number(process.env.PYAIRTABLE_LANGUAGE_PORT ?? 0), {
          NODE_COMPILE_CACHE: paths.compileCache,
        });
        closers.push(host.close);
        env.PULUMI_DEBUG_LANGUAGES = `nodejs:${host.port}`;
      }
      const { startProviders } = await import("./providers/index.ts");
      const providers = await startProviders({
        ledgerPath: paths.ledger,
        faults: faultsOf(process.env),
        ...(await clusterOf(process.env)),
      });
      closers.push(providers.close);
      const { aws, awsx, kubernetes } = providers.ports;
      attached.push(aws, awsx, kubernetes);
      env.PULUMI_DEBUG_PROVIDERS = `aws:${aws},awsx:${awsx},kubernetes:${kubernetes}`;
    }
    const code = await runEngine(engine.path, [...line.args, ...extra], env);
    if (code !== 0 && !(await allAlive(attached))) {
      process.stderr.write(
        "sandbox: a provider stopped while the engine was at work. What was made until then is recorded: run the command again.\n",
      );
    }
    return code;
  } finally {
    for (const close of closers) await close();
  }
}

/** What a test breaks on purpose: PYAIRTABLE_FAULTS holds a FaultPlan as JSON. */
function faultsOf(env: NodeJS.ProcessEnv): FaultPlan {
  return env.PYAIRTABLE_FAULTS === undefined ? [] : (JSON.parse(env.PYAIRTABLE_FAULTS) as FaultPlan);
}

/** The cluster that Kubernetes objects are applied to, and what charts bring there; without one they go to the ledger. */
async function clusterOf(env: NodeJS.ProcessEnv): Promise<Pick<ProviderOptions, "kubeconfig" | "charts">> {
  const { PYAIRTABLE_KUBECONFIG: path, PYAIRTABLE_CHART_CRDS: charts } = env;
  if (path === undefined || path === "") return {};
  const { parseChartCrds } = await import("./providers/kubernetes/release/chart-crds.ts");
  return { kubeconfig: resolve(path), charts: parseChartCrds(charts) };
}

function engineEnvironment(paths: SandboxPaths): Record<string, string> {
  return {
    PULUMI_HOME: paths.home,
    // Without the sidecar of attributes, whose checksum of each checkpoint is a sixth of an update.
    PULUMI_BACKEND_URL: `file://${paths.state}?metadata=skip`,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Short-lived and small: memory is cheaper here than collecting garbage.
    GOGC: process.env.GOGC ?? "400",
    PULUMI_PARALLEL: process.env.PULUMI_PARALLEL ?? "32",
    // The checkpoint itself is replaced in one rename; a second copy of it at each step costs an eighth of an update.
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
  };
}
