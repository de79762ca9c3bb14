import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProgress, type Progress } from "@pyairtable/go-build";
import { send } from "../support/https.ts";
import { createKeeper, type Keeper, type Kept } from "../support/keeper.ts";
import { freePorts } from "../support/ports.ts";
import {
  apiServerFlags,
  controllerManagerFlags,
  etcdFlags,
  LOOPBACK,
  type Ports,
  type ServingFiles,
  schedulerFlags,
} from "./flags.ts";
import { type KeyFiles, writeKeys } from "./keys.ts";
import { writeKubeconfig } from "./kubeconfig.ts";
import { ensureTools, type Tools } from "./tools.ts";
import { createUsers, tokenFile, type User, type UserName } from "./users.ts";
import { waitFor } from "./wait.ts";

export interface StartOptions {
  readonly progress?: Progress;
  /** Leaves the folder of logs after `stop`. Default false. */
  readonly keepLogs?: boolean;
  /** Binaries; found or built by `ensureTools` where left out. */
  readonly tools?: Tools;
}

/** A running control plane on loopback. */
export interface ControlPlane {
  /** Such as `https://127.0.0.1:24001`. */
  readonly server: string;
  /** The administrator's; mode 0600. */
  readonly kubeconfigPath: string;
  /** PEM of the authority that signs the server's certificate. */
  readonly authorityPem: string;
  /** Folder of log files, one a process. */
  readonly logs: string;
  /** Temporary folder of this run. */
  readonly directory: string;
  readonly users: Readonly<Record<UserName, User>>;
  /** A kubeconfig for one of the users, such as `nobody`. */
  kubeconfigOf(user: UserName): string;
  readonly tools: Tools;
  readonly keys: KeyFiles;
  /** Serving certificate for parts that listen on loopback. */
  readonly serving: ServingFiles;
  readonly keeper: Keeper;
  readonly progress: Progress;
  /** Ends every process and removes the folder. */
  stop(): Promise<void>;
}

/**
 * Starts etcd, kube-apiserver, kube-scheduler and kube-controller-manager on free ports of 127.0.0.1. About 5 s with
 * the binaries at hand. Everything ends with `stop`, with this process, or with a signal to it.
 * Throws a `UserError` (`go-build.*`, `lab.start`) and leaves nothing where it cannot start.
 */
export async function startControlPlane(options: StartOptions = {}): Promise<ControlPlane> {
  const progress = options.progress ?? createProgress("control plane");
  const tools = options.tools ?? (await ensureTools(progress));
  const keeper = createKeeper("control-plane", { keepLogs: options.keepLogs ?? false });
  try {
    return await bringUp(tools, keeper, progress);
  } catch (error) {
    await keeper.stop();
    throw error;
  }
}

async function bringUp(tools: Tools, keeper: Keeper, progress: Progress): Promise<ControlPlane> {
  const { directory } = keeper;
  const keys = writeKeys(directory);
  const users = createUsers();
  const tokens = join(directory, "keys", "tokens.csv");
  writeFileSync(tokens, tokenFile(users), { mode: 0o600 });
  const ports = await choosePorts();
  const server = `https://${LOOPBACK}:${ports.apiServer}`;
  const kubeconfigs = join(directory, "kubeconfigs");
  mkdirSync(kubeconfigs, { mode: 0o700 });
  const kubeconfigOf = (user: UserName): string =>
    writeKubeconfig(join(kubeconfigs, user), { server, authorityPem: keys.authorityPem }, user, users[user].token);
  const healthy = (what: string, path: string, port: number, needs: Kept): Promise<true> =>
    waitFor({ what, progress, needs }, async () => {
      const answer = await send({
        url: `https://${LOOPBACK}:${port}/${path}`,
        ca: keys.authorityPem,
        token: users.admin.token,
      });
      if (answer.status !== 200)
        throw new Error(`${answer.status}: ${answer.text.split("\n").filter((line) => line.startsWith("[-]"))}`);
      return true as const;
    });

  keeper.run("etcd", tools.etcd, etcdFlags(keys, ports, join(directory, "data")));
  const api = keeper.run(
    "kube-apiserver",
    tools["kube-apiserver"],
    apiServerFlags(keys, ports, tokens, join(directory, "keys")),
  );
  await healthy("the API server", "readyz", ports.apiServer, api);

  const files = servingFiles(keys, directory);
  const scheduler = keeper.run(
    "kube-scheduler",
    tools["kube-scheduler"],
    schedulerFlags(keys, ports, kubeconfigOf("scheduler"), files),
  );
  const manager = keeper.run(
    "kube-controller-manager",
    tools["kube-controller-manager"],
    controllerManagerFlags(keys, ports, kubeconfigOf("controllerManager"), files),
  );
  await healthy("the scheduler", "readyz", ports.scheduler, scheduler);
  await healthy("the controller manager", "healthz", ports.controllerManager, manager);
  progress.done();
  return {
    server,
    kubeconfigPath: kubeconfigOf("admin"),
    authorityPem: keys.authorityPem,
    logs: keeper.logs,
    directory,
    users,
    kubeconfigOf,
    tools,
    keys,
    serving: files,
    keeper,
    progress,
    stop: () => keeper.stop(),
  };
}

async function choosePorts(): Promise<Ports> {
  const [etcd, etcdPeer, apiServer, scheduler, controllerManager] = (await freePorts(5)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { etcd, etcdPeer, apiServer, scheduler, controllerManager };
}

function servingFiles(keys: KeyFiles, directory: string): ServingFiles {
  const files = {
    certificate: join(directory, "keys", "controllers.crt"),
    key: join(directory, "keys", "controllers.key"),
  };
  const { certificatePem, privateKeyPem } = keys.serving("controllers", [LOOPBACK, "localhost"]);
  writeFileSync(files.certificate, certificatePem, { mode: 0o600 });
  writeFileSync(files.key, privateKeyPem, { mode: 0o600 });
  return files;
}
