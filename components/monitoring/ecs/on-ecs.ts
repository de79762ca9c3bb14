import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { type MonitoringPlan, monitoringSecretNames } from "@pyairtable/plan";
import { arnOf, child, type PolicyStatement, resourceTags } from "../../shared/index.ts";
import type { ImageName } from "../images.ts";
import { placeOf } from "../place.ts";
import type { EcsTransform } from "../transform.ts";
import type { Scene, World } from "../world.ts";
import { checkSize } from "./check-size.ts";
import { type ContainerSpec, logGroupName } from "./container.ts";
import { type Definitions, definitions, QUERY_URL, WRITE_URL } from "./definitions.ts";
import { makeNames } from "./discovery.ts";
import { doorsOf } from "./doors.ts";
import { makeManaged, managedParameter } from "./managed.ts";
import { METRICS_USER } from "./metrics-containers.ts";
import { watchStatements } from "./rights.ts";
import { makeRoles } from "./roles.ts";
import type { EcsScene, EcsWiring } from "./scene.ts";
import { makeSpotEvents } from "./spot-events.ts";
import { makeStorage } from "./storage.ts";
import { makeTask } from "./task.ts";
import { makeTaskAlarm } from "./task-alarm.ts";
import { GRAFANA_USER } from "./views-containers.ts";

export interface OnEcsArgs extends EcsWiring {
  /** Twelve digits, plain. */
  readonly accountId: string;
  /** Images in place of the pinned ones, such as copies in your own registry. */
  readonly images?: Partial<Record<ImageName, string>>;
  /** Changes any child's args before it is made. */
  readonly transform?: EcsTransform;
}

/** Two tasks on Fargate: metrics (Prometheus or a collector for the managed one) and views (Grafana, Jaeger). */
export function onEcs(args: OnEcsArgs): World {
  const { accountId, images = {}, transform, ...wiring } = args;
  const place = ({ plan }: Pick<Scene, "plan">) => placeOf(plan, accountId);
  // All rules of the plan are in there: checked and made from one reckoning.
  const reckoned = new WeakMap<MonitoringPlan, Definitions>();
  const tasksOf = (scene: Pick<Scene, "plan" | "monitoring" | "dashboards">) => {
    const made =
      reckoned.get(scene.monitoring) ??
      definitions({ ...scene, place: place(scene), clusterName: wiring.clusterName, images });
    reckoned.set(scene.monitoring, made);
    return made;
  };
  return {
    kind: "ecs",
    check: (scene) => (scene.monitoring.prometheus === "off" ? [] : checkSize(place(scene), tasksOf(scene))),
    make: (scene) => {
      if (scene.monitoring.prometheus === "off") return {};
      return makeTasks({ ...scene, place: place(scene), wiring, transform, images }, tasksOf(scene));
    },
  };
}

function makeTasks(scene: EcsScene, { metrics, views }: Definitions) {
  const { name, place, monitoring, parent, wiring, transform } = scene;
  const managed = monitoring.prometheus === "managed";
  const logGroup = new LogGroup(
    ...child(
      transform?.logGroup,
      `${name}-logs`,
      {
        name: logGroupName(place),
        retentionInDays: scene.plan.cluster.logRetentionDays,
        tags: resourceTags(place.tags),
      },
      { parent },
    ),
  );
  const grafana = monitoring.grafana.enabled;
  const storage =
    managed && !grafana
      ? null
      : makeStorage(scene, { samples: managed ? null : METRICS_USER, grafana: grafana ? GRAFANA_USER : null });
  const workspace = managed ? makeManaged(scene) : null;
  const names = makeNames(scene, views.length === 0 ? ["metrics"] : ["metrics", "views"]);
  const roles = makeRoles(scene, {
    secretNames: monitoringSecretNames(monitoring, { alerting: !managed }),
    parameterNames: managed ? (["write", "query"] as const).map((what) => managedParameter(place, what)) : [],
    metrics: [
      ...watchStatements(place, wiring.clusterName),
      ...statementOf(storage?.disks.samples),
      ...(workspace === null ? [] : [workspace.write]),
    ],
    views: [...statementOf(storage?.disks.grafana), ...(workspace === null ? [] : [workspace.query])],
  });
  makeSpotEvents(scene);
  const after = [logGroup, ...roles.grants, ...(storage?.ready ?? [])];
  const parameter = (what: "write" | "query") => arnOf(place, "ssm", `parameter${managedParameter(place, what)}`);
  const common = { executionRoleArn: roles.executionArn, after };
  makeTask(scene, {
    ...common,
    key: "metrics",
    size: monitoring.metricsTask,
    containers: managed ? withSecret(metrics, "collector", { [WRITE_URL]: parameter("write") }) : metrics,
    disk: storage?.disks.samples ?? null,
    taskRoleArn: roles.metricsArn,
    registryArn: names.metrics!,
  });
  if (views.length > 0)
    makeTask(scene, {
      ...common,
      key: "views",
      size: monitoring.viewsTask,
      containers: managed ? withSecret(views, "grafana", { [QUERY_URL]: parameter("query") }) : views,
      disk: storage?.disks.grafana ?? null,
      taskRoleArn: roles.viewsArn,
      registryArn: names.views!,
    });
  makeTaskAlarm(scene);
  return doorsOf(place, monitoring);
}

const statementOf = (disk: { readonly statement: PolicyStatement } | null | undefined) =>
  disk === null || disk === undefined ? [] : [disk.statement];

const withSecret = (containers: readonly ContainerSpec[], name: string, secrets: Readonly<Record<string, string>>) =>
  containers.map((spec) => (spec.name === name ? { ...spec, secrets: { ...spec.secrets, ...secrets } } : spec));
