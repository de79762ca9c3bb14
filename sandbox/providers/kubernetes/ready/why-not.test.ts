import assert from "node:assert/strict";
import type { Properties } from "../../values.ts";
import type { Send } from "../cluster/http.ts";
import { podReasons, whyNotReady } from "./why-not.ts";

const KEY = { apiVersion: "apps/v1", kind: "Deployment", namespace: "prod", name: "api" };
const spec = { selector: { matchLabels: { app: "api", tier: "web" } } };
const pending = (message: string): Properties => ({
  status: { conditions: [{ type: "PodScheduled", status: "False", message }] },
});

describe("why a workload is not ready", () => {
  const asked: string[] = [];
  const answering =
    (items: Record<string, Properties[]>): Send =>
    async (_, path, call) => {
      asked.push(`${path} ${call?.query?.labelSelector ?? call?.query?.fieldSelector}`);
      return { body: { items: items[path.split("/").at(-1)!] ?? [] }, warnings: [] };
    };
  beforeEach(() => void asked.splice(0));

  it("is told by its pods, the most frequent reason first", async () => {
    const pods = [pending("no memory"), pending("0/3 nodes"), pending("0/3 nodes"), { status: { phase: "Running" } }];
    const reasons = await whyNotReady(answering({ pods }), { spec, status: {} }, KEY);
    assert.deepEqual(reasons, ["pod pending: 0/3 nodes (2 times)", "pod pending: no memory"]);
    assert.deepEqual(asked, ["/api/v1/namespaces/prod/pods app=api,tier=web"]);
  });

  it("is told by pods that could not be made", async () => {
    const message = 'pods "api-7f-x2" is forbidden: exceeded quota: q';
    const status = { conditions: [{ type: "ReplicaFailure", status: "True", message }] };
    assert.deepEqual(await whyNotReady(answering({}), { spec, status }, KEY), [
      "a pod is forbidden: exceeded quota: q",
    ]);
  });

  it("is told by events when no pod is there", async () => {
    const event = { reason: "FailedCreate", message: 'Error creating: pods "api-0" is forbidden' };
    const object = { metadata: { uid: "u" }, spec, status: {} };
    const reasons = await whyNotReady(answering({ events: [event, event] }), object, KEY);
    assert.deepEqual(reasons, ["FailedCreate: Error creating: a pod is forbidden (2 times)"]);
    assert.match(asked.at(-1)!, /involvedObject\.uid=u,type=Warning/);
  });

  it("is told by containers that do not start", () => {
    const waiting = (reason: string, message = ""): Properties => ({
      name: "web",
      state: { waiting: { reason, message } },
    });
    const pod = { status: { containerStatuses: [waiting("ImagePullBackOff", "no such image")] } };
    assert.deepEqual(podReasons(pod), ["container web: ImagePullBackOff: no such image"]);
    const starting = { status: { initContainerStatuses: [waiting("ContainerCreating"), waiting("PodInitializing")] } };
    assert.deepEqual(podReasons(starting), []);
  });
});
