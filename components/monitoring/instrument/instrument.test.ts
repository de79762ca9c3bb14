import assert from "node:assert/strict";
import { monitoringOf, PLAN } from "../test-world.ts";
import { instruments } from "./instrument.ts";

const [orders] = PLAN.services;

describe("instruments of a service", () => {
  it("are the exporter, where to send spans, and what not to log", () => {
    const { sidecars, variables, logs } = instruments(PLAN, orders!, monitoringOf());
    assert.deepEqual(
      sidecars.map(({ name, memoryMiB }) => [name, memoryMiB]),
      [["ecs-exporter", 32]],
    );
    assert.equal(variables.OTEL_EXPORTER_OTLP_ENDPOINT, "http://metrics.monitoring.shop-prod.internal:4318");
    assert.equal(variables.OTEL_SERVICE_NAME, "orders");
    assert.equal(variables.LOG_DROP_HEALTH_CHECKS, "true");
    assert.deepEqual(logs, { groupClass: "INFREQUENT_ACCESS" });
  });
  it("say nothing of traces that are not kept", () => {
    const { variables } = instruments(PLAN, orders!, monitoringOf({ tracing: null }));
    assert.deepEqual(Object.keys(variables), ["LOG_DROP_HEALTH_CHECKS"]);
  });
  it("save on logs by choice", () => {
    const saving = { groupClass: "STANDARD", infoShare: 0.1 } as const;
    const { variables, logs } = instruments(PLAN, orders!, monitoringOf({ logs: saving }));
    assert.equal(logs.groupClass, "STANDARD");
    assert.equal(variables.LOG_INFO_SHARE, "0.1");
  });
  it("are none beside it where Prometheus is off", () => {
    const { sidecars, variables } = instruments(PLAN, orders!, monitoringOf({ prometheus: "off" }));
    assert.deepEqual(sidecars, []);
    assert.ok(!("OTEL_SERVICE_NAME" in variables));
  });
});
