import assert from "node:assert/strict";
import { compareMatrix, type Edge, type Matrix, matrixSvg, networkOf } from "./index.ts";

const pod = (name: string, namespace = "a") => ({
  name,
  namespace,
  labels: { app: name },
  ports: [{ port: 8080 }, { port: 9090 }],
});
const names = ["a/api", "a/db", "b/web"];
const allow = (name: string, from: string, port: number) => ({
  metadata: { name: `to-${name}`, namespace: "a" },
  spec: {
    podSelector: { matchLabels: { app: name } },
    ingress: [{ from: [{ podSelector: { matchLabels: { app: from } }, namespaceSelector: {} }], ports: [{ port }] }],
  },
});
const network = networkOf({
  namespaces: [{ name: "a" }, { name: "b" }],
  pods: [pod("web", "b"), pod("db"), pod("api")],
  policies: [allow("db", "api", 8080), allow("api", "web", 8080)],
});
const matrix = network.matrix();

describe("matrix", () => {
  it("has a row a caller and a column a callee, by name, with the ports that are reached", () => {
    const both = ["TCP 8080", "TCP 9090"];
    assert.deepEqual(matrix, {
      names,
      // The diagonal: another api may not call api; webs, which nothing isolates, call each other.
      reached: [
        [[], ["TCP 8080"], both],
        [[], [], both],
        [["TCP 8080"], [], both],
      ],
    });
  });

  it("takes the pods one asks for, in that order", () => {
    assert.deepEqual(
      network.matrix({ pods: ["b/web", "a/api"] }).reached.map((row) => row.map((ports) => ports.length)),
      [
        [2, 1],
        [2, 0],
      ],
    );
  });

  it("tells what is missing and what nobody wanted", () => {
    const expected: Edge[] = [
      { from: "a/api", to: "a/db", ports: ["TCP 8080"] },
      { from: "b/web", to: "a/api", ports: ["TCP 8080", "TCP 9090"] },
      { from: "a/api", to: "b/web", ports: ["TCP 8080"] },
      { from: "a/db", to: "b/web" },
      { from: "b/web", to: "b/web" },
    ];
    const { kinds, missing, unexpected, matches } = compareMatrix(matrix, expected);
    assert.deepEqual(kinds, [
      ["denied", "allowed", "unexpected"],
      ["denied", "denied", "allowed"],
      ["missing", "denied", "allowed"],
    ]);
    assert.deepEqual(missing, [expected[1]]);
    assert.deepEqual(unexpected, [{ from: "a/api", to: "b/web", ports: ["TCP 9090"] }]);
    assert.equal(matches, false);
    assert.equal(compareMatrix(matrix, [{ from: "a/db", to: "a/db" }]).missing.length, 1);
  });

  it("refuses an edge of a pod it does not have", () => {
    assert.throws(() => compareMatrix(matrix, [{ from: "a/api", to: "a/cache" }]), /no pod a\/cache/);
  });
});

describe("matrixSvg", () => {
  const cells = (svg: string, kind: string) => svg.split(`<use href="#nm-${kind}" `).length - 2;

  it("draws a cell for each pair and a legend, with words for who cannot see it", () => {
    const svg = matrixSvg(matrix, {
      expected: [
        { from: "a/db", to: "a/api" },
        { from: "a/api", to: "a/db" },
      ],
    });
    assert.deepEqual(
      ["allowed", "denied", "missing", "unexpected"].map((kind) => cells(svg, kind)),
      [1, 3, 1, 4],
    );
    assert.match(
      svg,
      /role="img" aria-label="Who may call whom: 3 pods; edges: 1 as expected, 1 missing, 4 unexpected"/,
    );
    assert.match(svg, /<title>a\/db → a\/api: closed, missing<\/title>/);
    assert.match(svg, /<path class="nm-border"/);
  });

  it("takes what is there for expected where nothing else is said", () => {
    assert.deepEqual(
      ["allowed", "denied", "missing", "unexpected"].map((kind) => cells(matrixSvg(matrix), kind)),
      [5, 4, 0, 0],
    );
  });

  it("writes well-formed XML of any label, and the whole name where two are alike", () => {
    const hostile: Matrix = {
      names: ["a/x<&\"'\u0000", "b/same", "c/same"],
      reached: [
        [[], [], []],
        [[], [], []],
        [[], [], []],
      ],
    };
    const svg = matrixSvg(hostile, { title: "<script>" });
    assert.match(svg, />x&#60;&#38;&#34;&#39;</);
    assert.match(svg, />b\/same</);
    assert.ok(!svg.includes("<script>") && !svg.includes("\u0000"));
  });

  it("styles by single classes only, which reach into <use>, and styles every class it names", () => {
    const svg = matrixSvg(matrix, { expected: [{ from: "a/db", to: "a/api" }] });
    const style = /<style>(.*)<\/style>/.exec(svg)![1]!;
    for (const [, name] of svg.matchAll(/class="([^"]+)"/g)) assert.ok(style.includes(`.${name}{`), name);
    assert.doesNotMatch(style, /\.nm-[a-z]+ /);
  });

  it("is the same text for the same matrix", () => assert.equal(matrixSvg(matrix), matrixSvg(network.matrix())));
  it("draws nothing of nobody", () => assert.match(matrixSvg({ names: [], reached: [] }), /0 pods/));
});
