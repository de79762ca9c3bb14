import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import language from "@pulumi/pulumi/proto/language_pb.js";

/** The SDK's runner ends with this status when it has already told the user what was wrong. */
const ALREADY_REPORTED = 32;
const PRELOAD = fileURLToPath(new URL("../process/preload.ts", import.meta.url));

export interface ProgramRunner {
  run(request: language.RunRequest, engineAddress: string): Promise<language.RunResponse>;
  stop(): void;
}

/** Starts the user's program in a Node process of its own for each Run call. */
export function createRunner(environment: Record<string, string>): ProgramRunner {
  const running = new Set<ChildProcess>();
  return {
    run: (request, engineAddress) =>
      new Promise((settle) => {
        // A group of its own: Ctrl-C on the terminal is the engine's to handle, not the program's.
        const child = spawn(process.execPath, programArguments(request, engineAddress), {
          cwd: request.getPwd(),
          env: { ...programEnvironment(request), ...environment },
          stdio: ["ignore", "inherit", "inherit"],
          detached: true,
        });
        running.add(child);
        child.once("error", (error) => settle(response({ error: `node did not start: ${error.message}` })));
        child.once("exit", (code, signal) => {
          running.delete(child);
          if (code === 0) settle(response({}));
          else if (code === ALREADY_REPORTED) settle(response({ bail: true }));
          else settle(response({ error: `the program ended with ${signal ?? `exit code ${code}`}` }));
        });
      }),
    stop: () => {
      for (const child of running) child.kill("SIGKILL");
    },
  };
}

function programArguments(request: language.RunRequest, engineAddress: string): string[] {
  const info = request.getInfo();
  const programDirectory = info?.getProgramDirectory() ?? request.getPwd();
  const options = (info?.getOptions()?.toJavaScript() ?? {}) as { nodeargs?: string };
  const sdkRunner = createRequire(pathToFileURL(resolve(programDirectory, "index.js"))).resolve(
    "@pulumi/pulumi/cmd/run",
  );
  const args = [
    ...(options.nodeargs?.split(/\s+/).filter(Boolean) ?? []),
    "--import",
    pathToFileURL(PRELOAD).href,
    sdkRunner,
    ...["--monitor", request.getMonitorAddress()],
    ...["--engine", engineAddress],
    ...["--project", request.getProject()],
    ...["--stack", request.getStack()],
    ...["--pwd", request.getPwd()],
    ...["--root-directory", info?.getRootDirectory() ?? programDirectory],
    ...["--parallel", String(request.getParallel())],
    ...["--organization", request.getOrganization()],
  ];
  if (request.getDryrun()) args.push("--dry-run");
  return [...args, info?.getEntryPoint() || ".", ...request.getArgsList()];
}

function programEnvironment(request: language.RunRequest): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

function response(outcome: { error?: string; bail?: boolean }): language.RunResponse {
  const message = new language.RunResponse();
  if (outcome.error !== undefined) message.setError(outcome.error);
  if (outcome.bail) message.setBail(true);
  return message;
}
