import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editPod, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sPodWithinRestricted } from "./k8s-pod-within-restricted.ts";

const context = (securityContext: object) => ({ securityContext });
const sysctl = (name: string) => podWith(context({ sysctls: [{ name, value: "1" }] }));

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => (pod.securityContext.sysctls = [{ name: "kernel.msgmax", value: "65536" }]));

testRule(k8sPodWithinRestricted, {
  passes: {
    "nothing said": podWith({}),
    "admitted volumes": podWith({
      volumes: [
        { name: "a", emptyDir: {} },
        { name: "b", projected: {} },
      ],
    }),
    "a host path, which another rule catches": podWith({ volumes: [{ name: "a", hostPath: { path: "/" } }] }),
    "an admitted kernel setting": sysctl("net.ipv4.ip_unprivileged_port_start"),
    "AppArmor by the runtime": containerWith(
      context({ appArmorProfile: { type: "RuntimeDefault" }, procMount: "Default" }),
    ),
  },
  fails: {
    "an NFS volume": [
      podWith({ volumes: [{ name: "a", nfs: { path: "/", server: "s" } }] }),
      /kind of volume a\n {2}got {5}"nfs"/,
    ],
    "another kernel setting": [sysctl("kernel.msgmax"), /"kernel.msgmax"/],
    "AppArmor off": [podWith(context({ appArmorProfile: { type: "Unconfined" } })), /AppArmor profile of the pod/],
    "the whole of /proc": [containerWith(context({ procMount: "Unmasked" })), /procMount of container api/],
    "a Windows host process": [podWith(context({ windowsOptions: { hostProcess: true } })), /host process of the pod/],
  },
  unknown: sysctl(UNKNOWN),
  mutant,
});
