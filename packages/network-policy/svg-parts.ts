import type { CellKind } from "./matrix.ts";

// Mid tones hold on white and on near-black; where the viewer says dark, words get lighter.
// Scoped by a class, so that a page may hold the picture inline beside others.
const SCOPE = ".network-matrix";
const RULES: readonly string[] = [
  "text{font:11px ui-sans-serif,system-ui,sans-serif;fill:#57606a}",
  ".title{font-size:13px;font-weight:600}",
  ".axis{font-style:italic}",
  "rect{fill:none;stroke:#8b949e;stroke-opacity:.35}",
  ".allowed rect{fill:#2f81f7;stroke:#2f81f7}",
  ".allowed path{stroke:#fff;stroke-width:2;fill:none}",
  ".missing rect,.missing path{fill:none;stroke:#cf222e;stroke-width:2;stroke-opacity:1}",
  ".unexpected rect{fill:#bf6a02;stroke:#bf6a02;stroke-opacity:1}",
  ".unexpected path{fill:#fff}",
  ".denied circle{fill:#8b949e;fill-opacity:.45}",
  ".border{stroke:#8b949e;stroke-width:1.5;fill:none}",
];
const DARK: readonly string[] = ["text{fill:#b1bac4}", ".missing rect,.missing path{stroke:#ff7b72}"];

const scoped = (rules: readonly string[]) =>
  rules.map((rule) => rule.replace(/(^|,)(?=[^{]*\{)/g, `$1${SCOPE} `)).join("");
export const STYLE = `${scoped(RULES)}@media(prefers-color-scheme:dark){${scoped(DARK)}}`;

/** A shape for each kind, so that colour says nothing alone: tick, dot, cross, exclamation mark. */
export const MARKS: Readonly<Record<CellKind, string>> = {
  allowed: '<path d="M4.5 9l3 3 5-6"/>',
  denied: '<circle cx="8.5" cy="8.5" r="1.3"/>',
  missing: '<path d="M5 5l7 7m0-7l-7 7"/>',
  unexpected: '<path d="M7.5 4h2l-.4 6h-1.2zM7.5 11.5h2v2h-2z"/>',
};

export const LEGEND: readonly { readonly kind: CellKind; readonly says: string }[] = [
  { kind: "allowed", says: "open, expected" },
  { kind: "denied", says: "closed, expected" },
  { kind: "missing", says: "closed, wanted" },
  { kind: "unexpected", says: "open, unwanted" },
];

/** Text and attribute values; characters that XML 1.0 has no place for are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
