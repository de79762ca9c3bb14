import * as pulumi from "@pulumi/pulumi";
import type * as Pb from "@pulumi/pulumi/proto/provider_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import server from "@pulumi/pulumi/provider/server.js";
import config from "@pulumi/pulumi/runtime/config.js";
import rpc from "@pulumi/pulumi/runtime/rpc.js";
import settings from "@pulumi/pulumi/runtime/settings.js";
import runtimeState from "@pulumi/pulumi/runtime/state.js";
import { toStruct } from "../rpc/wire.ts";
import type { Properties } from "../values.ts";
import { Vpc } from "./vpc.ts";

/** What the SDK's own provider server uses of the runtime, which its declarations leave out. */
interface RunInternals {
  withLocalStorage<T>(work: () => Promise<T>): Promise<T>;
  awaitFeatureSupport(): Promise<void>;
  waitForRPCs(): Promise<void>;
  deserializeInputs(inputs: unknown, dependencies: unknown): Promise<pulumi.Inputs>;
}
const { withLocalStorage, awaitFeatureSupport, waitForRPCs, deserializeInputs } = {
  ...runtimeState,
  ...settings,
  ...server,
} as unknown as RunInternals;

/** A component of this package; `build` makes its children, registers its outputs and returns them. */
type Component = pulumi.ComponentResource & { build(args: pulumi.Inputs): Promise<pulumi.Inputs> };

const components: Readonly<Record<string, new (name: string, opts: pulumi.ComponentResourceOptions) => Component>> = {
  "awsx:ec2:Vpc": Vpc,
};

/** Builds one component in the engine's run. Runs of several stacks never mix: the SDK's state is per call. */
export function construct(request: Pb.ConstructRequest, engineAddress: string): Promise<Pb.ConstructResponse> {
  return withLocalStorage(async () => {
    const type = request.getType();
    const Class = components[type];
    if (Class === undefined) {
      throw new Error(
        `the stand-in awsx provider has no component ${type}; it has ${Object.keys(components).join(", ")}`,
      );
    }
    await joinRun(request, engineAddress);
    const inputs = await deserializeInputs(request.getInputs(), request.getInputdependenciesMap());
    const component = new Class(request.getName(), optionsOf(request));
    const outputs = await component.build(inputs);
    const response = new pb.ConstructResponse();
    response.setUrn(await promiseOf(component.urn));
    const [state, dependencies] = await rpc.serializeResourceProperties(`construct(${type})`, outputs);
    for (const [key, resources] of dependencies) {
      const urns = await Promise.all([...resources].map((resource: pulumi.Resource) => promiseOf(resource.urn)));
      const entry = new pb.ConstructResponse.PropertyDependencies();
      entry.setUrnsList(urns);
      response.getStatedependenciesMap().set(key, entry);
    }
    response.setState(toStruct(state as Properties));
    await waitForRPCs();
    return response;
  });
}

async function joinRun(request: Pb.ConstructRequest, engineAddress: string): Promise<void> {
  settings.resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    engineAddress,
    request.getMonitorendpoint(),
    request.getDryrun(),
    request.getOrganization(),
  );
  await awaitFeatureSupport();
  config.setAllConfig(Object.fromEntries(request.getConfigMap().entries()), request.getConfigsecretkeysList());
}

function optionsOf(request: Pb.ConstructRequest): pulumi.ComponentResourceOptions {
  const parent = request.getParent();
  const providers = Object.fromEntries(
    [...request.getProvidersMap().entries()].map(([name, ref]: [string, string]) => [
      name,
      new pulumi.DependencyProviderResource(ref),
    ]),
  );
  return {
    dependsOn: request.getDependenciesList().map((urn) => new pulumi.DependencyResource(urn)),
    protect: request.getProtect(),
    providers,
    aliases: request.getAliasesList().flatMap((alias) => (alias.hasUrn() ? [alias.getUrn()] : [])),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    retainOnDelete: request.getRetainondelete(),
    ...(parent === "" ? {} : { parent: new pulumi.DependencyResource(parent) }),
  };
}

function promiseOf<T>(output: pulumi.Output<T>): Promise<T> {
  return (output as unknown as { promise(): Promise<T> }).promise();
}
