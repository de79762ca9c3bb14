import type { MonitoringSettings, RuleFile } from "@pyairtable/monitoring";
import type { Plan } from "@pyairtable/plan";
import type { Keeper } from "../support/keeper.ts";
import type { Save } from "../support/report.ts";
import type { History } from "./series/history.ts";
import type { Tools } from "./tools.ts";

/** What every step of the lab works with. */
export interface Lab {
  /** A smaller history, fewer checks. */
  readonly short: boolean;
  readonly tools: Tools;
  readonly keeper: Keeper;
  readonly plan: Plan;
  readonly settings: MonitoringSettings;
  /** All rules of the plan. */
  readonly files: readonly RuleFile[];
  readonly history: History;
  /** Folder of the TSDB that holds the history. */
  readonly data: string;
  /** Says where the lab is; nothing that is measured depends on it. */
  say(text: string): void;
  /** Prints a table between the verdicts. */
  print(text: string): void;
  readonly save: Save;
}
