import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type * as Pb from "@pulumi/pulumi/proto/provider_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { type ProviderOptions, type RunningProviders, startProviders } from "../index.ts";
import { toStruct } from "../rpc/wire.ts";
import type { Properties } from "../values.ts";

/** Speaks to one provider as the engine does: one connection is one configured provider instance. */
export class ProviderClient {
  readonly #client: grpc.Client &
    Record<string, (request: unknown, done: (error: Error | null, answer: never) => void) => void>;

  constructor(port: number) {
    const Client = providerGrpc.ResourceProviderClient as unknown as new (
      address: string,
      credentials: grpc.ChannelCredentials,
      options: grpc.ClientOptions,
    ) => never;
    this.#client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
      // As the engine: each provider instance has a connection of its own.
      "grpc.use_local_subchannel_pool": 1,
    });
  }

  async configure(args: Properties = { region: "us-east-1" }): Promise<this> {
    const request = new pb.ConfigureRequest();
    request.setArgs(toStruct(args));
    await this.call("configure", request);
    return this;
  }

  async checkConfig(inputs: Properties): Promise<string[]> {
    const request = new pb.CheckRequest();
    request.setUrn(urnOf("pulumi:providers:aws", "default"));
    request.setNews(toStruct(inputs));
    return reasons(await this.call<Pb.CheckResponse>("checkConfig", request));
  }

  async check(
    type: string,
    name: string,
    news: Properties,
    olds?: Properties,
  ): Promise<{ inputs: Properties; failures: string[] }> {
    const request = new pb.CheckRequest();
    request.setUrn(urnOf(type, name));
    request.setNews(toStruct(news));
    if (olds !== undefined) request.setOlds(toStruct(olds));
    const answer = await this.call<Pb.CheckResponse>("check", request);
    return { inputs: properties(answer.getInputs()), failures: reasons(answer) };
  }

  async diff(type: string, name: string, id: string, olds: Properties, news: Properties) {
    const request = new pb.DiffRequest();
    request.setUrn(urnOf(type, name));
    request.setId(id);
    request.setOldInputs(toStruct(olds));
    request.setOlds(toStruct(olds));
    request.setNews(toStruct(news));
    const answer = await this.call<Pb.DiffResponse>("diff", request);
    return {
      changes: answer.getChanges() === pb.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: answer.getReplacesList(),
      paths: [...answer.getDetaileddiffMap().keys()] as string[],
      deleteBeforeReplace: answer.getDeletebeforereplace(),
    };
  }

  async create(
    type: string,
    name: string,
    inputs: Properties,
    preview = false,
  ): Promise<{ id: string; outputs: Properties }> {
    const request = new pb.CreateRequest();
    request.setUrn(urnOf(type, name));
    request.setProperties(toStruct(inputs));
    request.setPreview(preview);
    const answer = await this.call<Pb.CreateResponse>("create", request);
    return { id: answer.getId(), outputs: properties(answer.getProperties()) };
  }

  /** Check, then create, as `up` does for something new. */
  async make(
    type: string,
    name: string,
    news: Properties,
  ): Promise<{ id: string; inputs: Properties; outputs: Properties }> {
    const { inputs, failures } = await this.check(type, name, news);
    if (failures.length > 0) throw new Error(failures.join("\n"));
    return { inputs, ...(await this.create(type, name, inputs)) };
  }

  async read(type: string, name: string, id: string): Promise<{ id: string; inputs: Properties; outputs: Properties }> {
    const request = new pb.ReadRequest();
    request.setUrn(urnOf(type, name));
    request.setId(id);
    const answer = await this.call<Pb.ReadResponse>("read", request);
    return { id: answer.getId(), inputs: properties(answer.getInputs()), outputs: properties(answer.getProperties()) };
  }

  async update(
    type: string,
    name: string,
    id: string,
    olds: Properties,
    news: Properties,
    preview = false,
  ): Promise<Properties> {
    const request = new pb.UpdateRequest();
    request.setUrn(urnOf(type, name));
    request.setId(id);
    request.setOlds(toStruct(olds));
    request.setNews(toStruct(news));
    request.setPreview(preview);
    return properties((await this.call<Pb.UpdateResponse>("update", request)).getProperties());
  }

  async delete(type: string, name: string, id: string): Promise<void> {
    const request = new pb.DeleteRequest();
    request.setUrn(urnOf(type, name));
    request.setId(id);
    await this.call("delete", request);
  }

  async cancel(): Promise<void> {
    await this.call("cancel", new emptyPb.Empty());
  }

  async invoke(token: string, args: Properties = {}): Promise<Properties> {
    const request = new pb.InvokeRequest();
    request.setTok(token);
    request.setArgs(toStruct(args));
    return properties((await this.call<Pb.InvokeResponse>("invoke", request)).getReturn());
  }

  call<Answer>(method: string, request: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#client[method]!(request, (error, answer) => (error === null ? resolve(answer) : reject(error)));
    });
  }

  close(): void {
    this.#client.close();
  }
}

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:test::project::${type}::${name}`;
}

/** Starts providers on a fresh ledger in a folder of their own; `stop` removes it. */
export async function startFresh(options: Partial<ProviderOptions> = {}): Promise<{
  running: RunningProviders;
  ledgerPath: string;
  aws: ProviderClient;
  stop(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "providers-"));
  const ledgerPath = options.ledgerPath ?? join(folder, "cloud.jsonl");
  const running = await startProviders({ ledgerPath, ...options });
  const aws = await new ProviderClient(running.ports.aws).configure();
  return {
    running,
    ledgerPath,
    aws,
    async stop() {
      aws.close();
      await running.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function properties(struct: { toJavaScript(): unknown } | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

function reasons(answer: Pb.CheckResponse): string[] {
  return answer.getFailuresList().map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);
}
