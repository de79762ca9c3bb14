import { readFileSync } from "node:fs";

const SHEETS = ["theme", "page", "table", "chart"] as const;

/** The page's only style sheet, put together once. */
export const STYLES = SHEETS.map((name) => readFileSync(new URL(`styles/${name}.css`, import.meta.url), "utf8")).join(
  "",
);
