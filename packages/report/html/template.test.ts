import assert from "node:assert/strict";
import { duration, fixed, floored, percentOf, usd } from "./format.ts";
import { dataTable } from "./table.ts";
import { html } from "./template.ts";

const EVIL = `<img src=x onerror="alert(1)">&'`;

describe("markup", () => {
  it("takes what is put in for text, in elements and attributes", () => {
    assert.equal(
      String(html`<p title="${EVIL}">${EVIL}</p>`),
      `<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;</p>`,
    );
  });
  it("keeps markup, joins lists and leaves nothing out of nothing", () => {
    assert.equal(String(html`${[html`<b>1</b>`, 2]}${null}${undefined}`), "<b>1</b>2");
  });
  it("of an object that only looks like it is not taken", () => {
    const forged = { toString: () => "<script>" } as unknown as string;
    assert.throws(() => String(html`${forged}`));
  });
  it("of a table names its rows and columns", () => {
    const table = String(
      dataTable(
        { id: "t", caption: "All", open: ({ n }) => n > 1, total: ["Sum", "3"] },
        [
          { title: "Name", cell: ({ name }: { name: string; n: number }) => name },
          { title: "N", kind: "number", cell: ({ n }) => n },
        ],
        [
          { name: EVIL, n: 1 },
          { name: "b", n: 2 },
        ],
      ),
    );
    assert.match(table, /<caption id="t-caption">All<\/caption>/);
    assert.match(table, /<th scope="col" class="number">N<\/th>/);
    assert.match(table, /<tr class="open"><th scope="row" class="text">b<\/th><td class="number">2<\/td>/);
    assert.ok(!table.includes("<img"));
  });
});

describe("figures", () => {
  it("are written in one way", () => {
    assert.deepEqual([usd(1234.5), usd(-0.001), usd(-0.3), fixed(2, 1)], ["1,234.50", "0.00", "−0.30", "2.0"]);
    assert.deepEqual([percentOf(99.9), percentOf(99.95)], ["99.9%", "99.95%"]);
    assert.deepEqual([40, 90, 5400, 129_600].map(duration), ["40 s", "1.5 min", "1.5 h", "1.5 d"]);
  });
  it("of availability never round up", () => {
    assert.deepEqual([floored(99.9999), floored(99.992)], ["99.999%", "99.992%"]);
  });
});
