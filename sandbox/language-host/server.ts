import * as grpc from "@grpc/grpc-js";
import languageService from "@pulumi/pulumi/proto/language_grpc_pb.js";
import language from "@pulumi/pulumi/proto/language_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { bindLoopback } from "../process/bind.ts";
import { createRunner } from "./run-program.ts";

export interface LanguageHost {
  readonly port: number;
  close(): Promise<void>;
}

type Unary<Request, Response> = grpc.handleUnaryCall<Request, Response>;

/**
 * The Node.js language host for a CLI that comes without one. The engine attaches by
 * PULUMI_DEBUG_LANGUAGES=nodejs:PORT and names itself in Handshake. `environment` is added to each program's.
 */
export async function startLanguageHost(port = 0, environment: Record<string, string> = {}): Promise<LanguageHost> {
  let engineAddress = "";
  const runner = createRunner(environment);

  const handshake: Unary<language.LanguageHandshakeRequest, language.LanguageHandshakeResponse> = (call, done) => {
    engineAddress = call.request.getEngineAddress();
    done(null, new language.LanguageHandshakeResponse());
  };
  const run: Unary<language.RunRequest, language.RunResponse> = (call, done) => {
    runner.run(call.request, engineAddress).then(
      (response) => done(null, response),
      (error: Error) => done({ code: grpc.status.INTERNAL, details: error.message }),
    );
  };
  const getPluginInfo: Unary<empty.Empty, plugin.PluginInfo> = (_call, done) => {
    const info = new plugin.PluginInfo();
    info.setVersion("1.0.0");
    done(null, info);
  };
  const about: Unary<language.AboutRequest, language.AboutResponse> = (_call, done) => {
    const response = new language.AboutResponse();
    response.setExecutable(process.execPath);
    response.setVersion(process.version);
    done(null, response);
  };
  // The program's packages come from the lock file and its providers are attached: nothing to install or list.
  const answer =
    <Request, Response>(make: () => Response): Unary<Request, Response> =>
    (_call, done) =>
      done(null, make());

  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  server.addService(languageService.LanguageRuntimeService as unknown as grpc.ServiceDefinition, {
    handshake,
    run,
    getPluginInfo,
    about,
    getRequiredPlugins: answer(() => new language.GetRequiredPluginsResponse()),
    getRequiredPackages: answer(() => new language.GetRequiredPackagesResponse()),
    runtimeOptionsPrompts: answer(() => new language.RuntimeOptionsResponse()),
    getProgramDependencies: answer(() => new language.GetProgramDependenciesResponse()),
    cancel: answer(() => {
      runner.stop();
      return new empty.Empty();
    }),
    installDependencies: (call: grpc.ServerWritableStream<unknown, unknown>) => call.end(),
  });
  const bound = await bindLoopback(server, port, "language host");
  return {
    port: bound,
    close: async () => {
      runner.stop();
      server.forceShutdown();
    },
  };
}
