import type { Plan, ServicePlan } from "@pyairtable/plan";
import type { Clock } from "./clock.ts";
import { eventSeries } from "./platform.ts";
import { type Life, lifeOf } from "./replicas.ts";
import { requestSeries } from "./requests.ts";
import { resourceSeries } from "./resources.ts";
import { seasonal } from "./season.ts";
import type { RawSeries } from "./series.ts";
import { type Stray, straySeries, straysOf } from "./strays.ts";
import { targetSeries } from "./targets.ts";
import { trafficOf } from "./traffic.ts";
import { type Usage, usageOf } from "./usage.ts";

/** What happened to one service, and all that exporters said of it. */
export interface ServiceHistory {
  readonly service: ServicePlan;
  readonly life: Life;
  /** Tasks that are nobody's plan. */
  readonly strays: readonly Stray[];
  readonly usage: Usage;
  /** Requests of each minute, as served. */
  readonly total: Float64Array;
  readonly bad: Float64Array;
  readonly slow: Float64Array;
  readonly series: readonly RawSeries[];
}

export interface History {
  readonly clock: Clock;
  readonly services: readonly ServiceHistory[];
  /** Of the platform, not of a service. */
  readonly platform: readonly RawSeries[];
}

export interface HistoryOptions {
  /** Minutes between samples of CPU and memory, 1 or 2; default 1. */
  readonly resourceMinutes?: number;
  /** Days before the end from which requests are counted; 0: none. */
  readonly requestDays: number;
  /** Services whose requests are counted. */
  readonly requestsOf: (service: string) => boolean;
}

/** The whole platform over the clock's minutes. Seconds of work and some hundred MB for thirty services. */
export function createHistory(plan: Plan, clock: Clock, options: HistoryOptions): History {
  const load = seasonal(clock);
  const from = Math.max(0, clock.minutes - Math.round(options.requestDays * 1440));
  const services = plan.services.map((service, index): ServiceHistory => {
    const life = lifeOf(service, index, clock);
    const usage = usageOf(service, life, load, clock);
    const counted = options.requestDays > 0 && options.requestsOf(service.name) ? from : load.length;
    const traffic = trafficOf(service, life, load, usage.cpu, clock);
    const { series, ...requests } = requestSeries(service, life, traffic, clock, counted);
    const resources = resourceSeries(service, life, usage, clock).map((one) => ({
      ...one,
      everyMinutes: Math.max(one.everyMinutes, options.resourceMinutes ?? 1),
    }));
    const strays = straysOf(service, clock);
    const others = [...straySeries(service.name, strays), ...targetSeries(service.name, life, clock)];
    return { service, life, strays, usage, ...requests, series: [...resources, ...others, ...series] };
  });
  return {
    clock,
    services,
    platform: eventSeries(
      services.map(({ life }) => life),
      clock,
    ),
  };
}

export function allSeries({ services, platform }: History): RawSeries[] {
  return [...services.flatMap(({ series }) => series), ...platform];
}
