import type { AutoscalerPlan, WorkingHours } from "@pyairtable/plan";
import table from "../../data/kubernetes.json" with { type: "json" };

type Window = AutoscalerPlan["windows"][number];

/** Working hours of a service that sleeps outside them. */
export function awakeWindow(hours: WorkingHours, replicas: number): Window {
  const why = "awake in working hours only";
  return {
    start: cronAt(minutes(hours.start), hours),
    end: cronAt(minutes(hours.end), hours),
    ...zone(hours),
    replicas,
    why,
  };
}

/** The morning rise of the weekly pattern, answered before it comes. Null where the day starts too early to lead it. */
export function warmUpWindow(hours: WorkingHours, replicas: { min: number; max: number }): Window | null {
  const { leadMinutes, lastMinutes, extraReplicas } = table.warmUp;
  const start = minutes(hours.start) - leadMinutes;
  const wanted = Math.min(replicas.min + extraReplicas, replicas.max);
  if (start < 0 || wanted === replicas.min) return null;
  const end = Math.min(minutes(hours.start) + lastMinutes, 1439);
  const why = "one pod more before the morning rise";
  return { start: cronAt(start, hours), end: cronAt(end, hours), ...zone(hours), replicas: wanted, why };
}

function zone({ timeZone }: WorkingHours): { timeZone: string } {
  return { timeZone };
}

/** Five fields, as KEDA's cron scaler reads them. */
function cronAt(minuteOfDay: number, { days }: WorkingHours): string {
  const order = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
  const numbers = days.map((day) => order.indexOf(day)).sort((a, b) => a - b);
  return `${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${numbers.join(",")}`;
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
