import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AlertRule, isAlert } from "@pyairtable/slo";
import { checkRunbooks } from "./model/check-runbooks.ts";
import { knownMetrics, metricNames } from "./model/metric-names.ts";
import { ruleFiles } from "./rule-files.ts";
import { normaliseSettings } from "./settings/normalise.ts";
import { fixturePlan } from "./testing/fixture.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "docs/runbooks");
const plan = fixturePlan();
const files = ruleFiles(plan, normaliseSettings(plan));
const alerts = files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules.filter(isAlert)));
const page = (name: string) => readFileSync(join(FOLDER, `${name}.md`), "utf8");
const pages = [...new Set(alerts.map(({ runbook }) => runbook))].sort();
const SECTIONS = ["Symptom", "Check", "Act", "Verify"];
const TOOLS = new Set([
  "aws",
  "kubectl",
  "pulumi",
  "promtool",
  "amtool",
  "npm",
  "node",
  "curl",
  "xargs",
  "grep",
  "sort",
  "uniq",
  "tail",
]);

/** Lines of the fenced blocks that are commands: no comments, no variables, continuation lines joined. */
function commands(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```\n([\s\S]*?)^ *```/gm)].map(([, block]) =>
    block!.replaceAll(/\\\n\s*/g, " "),
  );
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#") && !/^[A-Z]+=/.test(line));
}

describe("runbooks", () => {
  it("are asked for by name where one is missing", () => {
    const without = pages.filter((name) => name !== pages[0]);
    const found = checkRunbooks(files, without);
    assert.ok(found.length > 0 && found.every(({ code }) => code === "monitoring.runbook"));
    assert.ok(found.every(({ got }) => got === JSON.stringify(pages[0])));
    assert.deepEqual(checkRunbooks(files, pages), []);
  });

  it("are there for every alert, and name it", () => {
    const missing = alerts.filter(
      ({ alert, runbook }: AlertRule) =>
        !existsSync(join(FOLDER, `${runbook}.md`)) || !page(runbook).includes(`\`${alert}\``),
    );
    assert.deepEqual(
      missing.map(({ alert, runbook }) => `${alert}: ${runbook}.md`),
      [],
    );
  });

  for (const name of pages) {
    const text = page(name);
    describe(name, () => {
      it("says symptom, check, act and verify, in this order", () => {
        assert.deepEqual(
          [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
          SECTIONS,
        );
      });
      it("names no alert that has gone", () => {
        const [, list] = /\*\*Alerts:\*\* (.+)/.exec(text)!;
        const own = alerts.filter(({ runbook }) => runbook === name).map(({ alert }) => alert);
        assert.deepEqual([...list!.matchAll(/`(\w+)`/g)].map(([, alert]) => alert).sort(), own.sort());
      });
      it("has commands for check and verify, with tools that there are", () => {
        assert.ok(commands(text).length >= 2);
        for (const command of commands(text)) {
          const words = command.split(/\s*\|\s*/).map((part) => part.split(/\s/)[0]!);
          for (const word of words.slice(0, 1)) assert.ok(TOOLS.has(word), command);
        }
      });
      it("asks for metrics that there are", () => {
        const known = knownMetrics(files);
        for (const [, query] of text.matchAll(/promtool query instant "\$PROM" '(.+)'$/gm)) {
          const plain = query!.replaceAll(`'"$SERVICE"'`, "x");
          assert.deepEqual(
            metricNames(plain).filter((metric) => !known.has(metric)),
            [],
            plain,
          );
        }
      });
      it("calls scripts and links pages that exist", () => {
        const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
          scripts: Record<string, string>;
        };
        for (const [, script] of text.matchAll(/npm run ([a-z:-]+)/g))
          assert.ok(scripts[script!] !== undefined, script);
        for (const [, link] of text.matchAll(/\]\(([^)#]+\.md)\)/g)) assert.ok(existsSync(join(FOLDER, link!)), link);
        for (const [, path] of text.matchAll(/`((?:catalog|packages|monitoring)\/[\w./*-]+)`/g))
          assert.ok(globSync(path!, { cwd: ROOT }).length > 0, path);
      });
      it("uses no variable that it has not set", () => {
        const used = new Set([...text.matchAll(/\$([A-Z]+)\b/g)].map(([, variable]) => variable!));
        for (const variable of used) assert.match(text, new RegExp(`^\\s*${variable}=…`, "m"));
      });
    });
  }
});
