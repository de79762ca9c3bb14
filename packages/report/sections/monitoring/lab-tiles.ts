import { fixed, percent, usd, whole } from "../../html/format.ts";
import { type Tile, tiles } from "../../html/parts.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabAnomalies, LabBurnRates, LabFigures, LabSpeed, LabUsage } from "../../lab/figures.ts";
import { type Score, usageScores } from "../../lab/scores.ts";

/** What a run comes to; a part that was left out has no tile. */
export function labTiles({ verdicts, usage, burnRates, anomalies, speed }: LabFigures): Markup {
  const passed = verdicts.filter((one) => one.passed).length;
  return tiles([
    {
      label: "Checks",
      value: `${passed} of ${verdicts.length}`,
      note: "of the lab passed",
      tone: passed === verdicts.length ? "good" : "bad",
    },
    ...(usage === null ? [] : usageTiles(usage)),
    ...(burnRates === null ? [] : [burnTile(burnRates)]),
    ...(anomalies === null ? [] : [anomalyTile(anomalies)]),
    ...(speed === null ? [] : [speedTile(speed)]),
  ]);
}

function usageTiles(usage: LabUsage): Tile[] {
  const { all, right, fitting, scores } = usageScores(usage);
  const saving = usage.services.reduce((sum, one) => sum + Math.max(0, one.saving), 0);
  return [
    {
      label: "Usage verdicts",
      value: `${right} of ${all}`,
      note: `are true; ${fitting} recommended sizes fit`,
      tone: right === all ? "good" : "bad",
    },
    ...scores.map(scoreTile),
    {
      label: "Waste found",
      value: html`${usage.wasteUsd === null ? "—" : usd(usage.wasteUsd)} <small>USD</small>`,
      note: `a month is paid for and not used; ${usd(saving)} of it by better sizes`,
    },
  ];
}

const two = (value: number | null) => (value === null ? "—" : fixed(value, 2));

function scoreTile({ kind, precision, recall }: Score): Tile {
  return {
    label: `Found ${kind}-provisioned`,
    value: `${two(precision)} / ${two(recall)}`,
    note: "precision / recall",
  };
}

function burnTile({ rows, objectives, days }: LabBurnRates): Tile {
  const same = rows.filter(({ fromPublished }) => fromPublished !== null).length;
  const intervals = rows.reduce((sum, { ours }) => sum + ours.length, 0);
  return {
    label: "Burn-rate alerts",
    value: html`${same} of ${rows.length} <small>agree</small>`,
    note: `${intervals} firing intervals of ${objectives} alerts in ${fixed(days, days % 1 === 0 ? 0 : 2)} days, beside the published formula`,
    tone: same === rows.length ? "good" : "bad",
  };
}

function anomalyTile({ precision, recall, days }: LabAnomalies): Tile {
  const said = (share: number | null) => (share === null ? "—" : percent(share, 1));
  return {
    label: "Anomalies",
    value: said(recall),
    note: `of their time found in ${days} days, ${said(precision)} of what was found is true`,
  };
}

function speedTile({ sizes, groups }: LabSpeed): Tile {
  const ms = (index: number) => whole(groups.reduce((sum, { seconds }) => sum + seconds[index]!, 0) * 1000);
  return {
    label: "All rules once",
    value: html`${ms(0)} <small>ms</small>`,
    note: `for ${sizes[0]!.services} services, ${ms(1)} ms for ${sizes[1]!.services}`,
  };
}
