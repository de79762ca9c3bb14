import * as grpc from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { awsBackend } from "./aws/provider.ts";
import { componentService } from "./awsx/service.ts";
import { type FaultPlan, injector } from "./faults.ts";
import { kubernetesBackend } from "./kubernetes/provider.ts";
import type { ChartCrds } from "./kubernetes/release/chart-crds.ts";
import { Ledger } from "./ledger.ts";
import { crudService } from "./rpc/service.ts";
import { packageVersion } from "./schema/package-types.ts";

export type { Fault, FaultPlan } from "./faults.ts";
export type { Applier } from "./kubernetes/applier.ts";

export interface ProviderOptions {
  /** File of the stand-in cloud; made when absent. */
  readonly ledgerPath: string;
  /** Twelve digits. */
  readonly accountId?: string;
  /** Where neither program nor configuration names one. */
  readonly region?: string;
  readonly faults?: FaultPlan;
  /** Kubeconfig file: Kubernetes objects then go to its cluster instead of the ledger. */
  readonly kubeconfig?: string;
  /** For each Helm chart, files of the CustomResourceDefinitions that its releases bring to that cluster. */
  readonly charts?: ChartCrds;
}

export interface RunningProviders {
  /** Ports on loopback, for PULUMI_DEBUG_PROVIDERS. */
  readonly ports: { readonly aws: number; readonly awsx: number; readonly kubernetes: number };
  close(): Promise<void>;
}

const DEFAULT_ACCOUNT = "123456789012";
/** Task definitions and policies are long, but no message of the engine comes near this many bytes. */
const MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

/** Serves the stand-in `aws`, `awsx` and `kubernetes` providers from this process, on loopback only. */
export async function startProviders(options: ProviderOptions): Promise<RunningProviders> {
  const ledger = new Ledger(options.ledgerPath);
  const servers: grpc.Server[] = [];
  const faults = injector(options.faults ?? [], () => {
    for (const server of servers) server.forceShutdown();
  });
  const accountId = options.accountId ?? DEFAULT_ACCOUNT;
  const region = options.region === undefined ? {} : { region: options.region };
  const { kubeconfig, charts = {} } = options;
  const cluster = kubeconfig === undefined ? {} : { kubeconfig, charts };
  const serve = async (service: Record<string, unknown>): Promise<number> => {
    const server = new grpc.Server({ "grpc.max_receive_message_length": MAXIMUM_MESSAGE_BYTES });
    server.addService(providerGrpc.ResourceProviderService as never, service as never);
    servers.push(server);
    return listen(server);
  };
  const [aws, awsx, kubernetes] = await Promise.all([
    serve(crudService(awsBackend({ ledger, faults, accountId, ...region }))),
    serve(componentService(packageVersion("@pulumi/awsx"))),
    serve(crudService(kubernetesBackend({ ledger, faults, ...cluster }))),
  ]);
  return {
    ports: { aws, awsx, kubernetes },
    async close() {
      for (const server of servers) server.forceShutdown();
      ledger.close();
    },
  };
}

function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });
}
