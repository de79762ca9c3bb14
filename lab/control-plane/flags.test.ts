import assert from "node:assert/strict";
import { apiServerFlags, controllerManagerFlags, etcdFlags, schedulerFlags } from "./flags.ts";
import type { KeyFiles } from "./keys.ts";

const keys = new Proxy({}, { get: (_, name) => `/keys/${String(name)}` }) as KeyFiles;
const ports = { etcd: 1, etcdPeer: 2, apiServer: 3, scheduler: 4, controllerManager: 5 };
const files = { certificate: "/c", key: "/k" };
const all = {
  etcd: etcdFlags(keys, ports, "/data"),
  "kube-apiserver": apiServerFlags(keys, ports, "/tokens", "/certs"),
  "kube-scheduler": schedulerFlags(keys, ports, "/kubeconfig", files),
  "kube-controller-manager": controllerManagerFlags(keys, ports, "/kubeconfig", files),
};

describe("flags of the control plane", () => {
  for (const [name, flags] of Object.entries(all)) {
    it(`keep ${name} on loopback, over verified TLS`, () => {
      const text = flags.join(" ");
      assert.doesNotMatch(text, /0\.0\.0\.0|http:|insecure/);
      assert.match(text, /127\.0\.0\.1/);
      assert.match(text, name === "etcd" ? /--client-cert-auth=true/ : /--tls-cert-file=/);
    });
  }

  it("ask everybody who they are and what they may", () => {
    const text = all["kube-apiserver"].join(" ");
    assert.match(text, /--anonymous-auth=false/);
    assert.match(text, /--authorization-mode=Node,RBAC/);
    for (const plugin of ["PodSecurity", "ResourceQuota", "LimitRanger", "NodeRestriction"])
      assert.ok(text.includes(plugin));
  });

  it("leave the periods of controllers at Kubernetes' own", () => {
    assert.doesNotMatch(all["kube-controller-manager"].join(" "), /horizontal-pod-autoscaler|period/);
  });
});
