import type * as PluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as Pb from "@pulumi/pulumi/proto/provider_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type { Backend, CallOptions, Difference, Instance, ResourceId } from "../backend.ts";
import type { Properties } from "../values.ts";
import { reasonOf, type Violation } from "../violation.ts";
import { engineLog } from "./engine-log.ts";
import { packageCalls } from "./package-calls.ts";
import { parseUrn, toProperties, toStruct, unary } from "./wire.ts";

/** The `ResourceProvider` service over a backend. Each engine connection is one configured provider instance. */
export function crudService(backend: Backend): Record<string, unknown> {
  const instances = new Map<string, Instance>();
  let latest: Instance | undefined;
  let engineAddress = "";
  // A connection that was renewed has a new address: the latest configuration then answers.
  const instanceOf = (peer: string): Instance => {
    const instance = instances.get(peer) ?? latest;
    if (instance === undefined) throw new Error("the provider was used before it was configured");
    return instance;
  };

  return {
    handshake: unary((request: Pb.ProviderHandshakeRequest) => {
      engineAddress = request.getEngineAddress();
      const response = new pb.ProviderHandshakeResponse();
      response.setAcceptSecrets(false);
      response.setAcceptResources(false);
      response.setAcceptOutputs(false);
      return response;
    }),
    attach: unary((request: PluginPb.PluginAttach) => {
      engineAddress = request.getAddress();
      return new emptyPb.Empty();
    }),
    ...packageCalls(backend.version),
    cancel: unary(() => {
      backend.cancel?.();
      return new emptyPb.Empty();
    }),
    checkConfig: unary(async (request: Pb.CheckRequest) => {
      const news = toProperties(request.getNews());
      return checkResponse(news, failures(parseUrn(request.getUrn()).name, await backend.checkConfig(news)));
    }),
    diffConfig: unary((request: Pb.DiffRequest) => {
      const response = new pb.DiffResponse();
      const moved = toProperties(request.getOldInputs()).region !== toProperties(request.getNews()).region;
      if (moved) response.setReplacesList(["region"]);
      response.setChanges(moved ? pb.DiffResponse.DiffChanges.DIFF_SOME : pb.DiffResponse.DiffChanges.DIFF_UNKNOWN);
      return response;
    }),
    configure: unary(async (request: Pb.ConfigureRequest, peer) => {
      latest = await backend.configure(toProperties(request.getArgs()), engineLog(engineAddress));
      instances.set(peer, latest);
      const response = new pb.ConfigureResponse();
      response.setSupportspreview(true);
      return response;
    }),
    check: unary((request: Pb.CheckRequest, peer) => {
      const resource = resourceOf(request);
      const olds = toProperties(request.getOlds());
      const old = Object.keys(olds).length === 0 ? undefined : olds;
      const checked = instanceOf(peer).check(resource, toProperties(request.getNews()), old);
      return checkResponse(checked.inputs, failures(resource.name, checked.violations));
    }),
    diff: unary((request: Pb.DiffRequest, peer) => {
      const oldInputs = toProperties(request.getOldInputs() ?? request.getOlds());
      const news = toProperties(request.getNews());
      const difference = instanceOf(peer).diff(resourceOf(request), request.getId(), oldInputs, news);
      return diffResponse(difference, request.getIgnorechangesList());
    }),
    create: unary(async (request: Pb.CreateRequest, peer) => {
      const inputs = toProperties(request.getProperties());
      const made = await instanceOf(peer).create(resourceOf(request), inputs, request.getPreview(), optionsOf(request));
      const response = new pb.CreateResponse();
      response.setId(made.id);
      response.setProperties(toStruct(made.outputs));
      return response;
    }),
    read: unary(async (request: Pb.ReadRequest, peer) => {
      const known = toProperties(request.getInputs());
      const inputs = Object.keys(known).length === 0 ? undefined : known;
      const found = await instanceOf(peer).read(resourceOf(request), request.getId(), inputs);
      const response = new pb.ReadResponse();
      response.setId(found?.id ?? "");
      if (found !== undefined) {
        response.setProperties(toStruct(found.outputs));
        response.setInputs(toStruct(found.inputs));
      }
      return response;
    }),
    update: unary(async (request: Pb.UpdateRequest, peer) => {
      const change = {
        olds: toProperties(request.getOlds()),
        news: toProperties(request.getNews()),
        preview: request.getPreview(),
        ignored: request.getIgnorechangesList(),
      };
      const options = optionsOf(request);
      const outputs = await instanceOf(peer).update(resourceOf(request), request.getId(), change, options);
      const response = new pb.UpdateResponse();
      response.setProperties(toStruct(outputs));
      return response;
    }),
    delete: unary(async (request: Pb.DeleteRequest, peer) => {
      await instanceOf(peer).delete(resourceOf(request), request.getId(), optionsOf(request));
      return new emptyPb.Empty();
    }),
    invoke: unary((request: Pb.InvokeRequest, peer) => {
      const response = new pb.InvokeResponse();
      response.setReturn(toStruct(instanceOf(peer).invoke(request.getTok(), toProperties(request.getArgs()))));
      return response;
    }),
  };
}

function resourceOf(request: { getUrn(): string }): ResourceId {
  const urn = request.getUrn();
  return { urn, ...parseUrn(urn) };
}

function optionsOf(request: { getTimeout(): number }): CallOptions {
  const timeoutSeconds = request.getTimeout();
  return timeoutSeconds > 0 ? { timeoutSeconds } : {};
}

function failures(name: string, violations: readonly Violation[]): Pb.CheckFailure[] {
  return violations.map((violation) => {
    const failure = new pb.CheckFailure();
    failure.setProperty(violation.path);
    failure.setReason(reasonOf(name, violation));
    return failure;
  });
}

function checkResponse(inputs: Properties, found: Pb.CheckFailure[]): Pb.CheckResponse {
  const response = new pb.CheckResponse();
  response.setInputs(toStruct(inputs));
  response.setFailuresList(found);
  return response;
}

function diffResponse(difference: Difference, ignored: readonly string[]): Pb.DiffResponse {
  const { PropertyDiff, DiffResponse } = pb;
  const kinds = PropertyDiff.Kind;
  const response = new DiffResponse();
  const counted = [...difference.changes].filter(([path]) => !ignored.some((prefix) => isWithin(path, prefix)));
  for (const [path, { kind, replace }] of counted) {
    const entry = new PropertyDiff();
    const base = kind === "add" ? kinds.ADD : kind === "delete" ? kinds.DELETE : kinds.UPDATE;
    const replaced =
      kind === "add" ? kinds.ADD_REPLACE : kind === "delete" ? kinds.DELETE_REPLACE : kinds.UPDATE_REPLACE;
    entry.setKind(replace ? replaced : base);
    entry.setInputdiff(true);
    response.getDetaileddiffMap().set(path, entry);
  }
  const topLevel = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? path;
  response.setHasdetaileddiff(true);
  response.setDiffsList([...new Set(counted.map(([path]) => topLevel(path)))]);
  response.setReplacesList([...new Set(counted.filter(([, c]) => c.replace).map(([path]) => topLevel(path)))]);
  response.setDeletebeforereplace(difference.deleteBeforeReplace);
  response.setChanges(counted.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
  return response;
}

function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
}
