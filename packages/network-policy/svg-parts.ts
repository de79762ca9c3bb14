import type { CellKind } from "./matrix.ts";

// Mid tones hold on white and on near-black; where the viewer says dark, words get lighter. Every rule is one class of
// this picture's own: a page may hold it inline, and a rule with an ancestor would not reach into `<use>`.
export const STYLE = [
  ".nm-text{font:11px ui-sans-serif,system-ui,sans-serif;fill:#57606a}",
  ".nm-title{font:600 13px ui-sans-serif,system-ui,sans-serif;fill:#57606a}",
  ".nm-cell{fill:none;stroke:#8b949e;stroke-opacity:.35}",
  ".nm-dot{fill:#8b949e;fill-opacity:.45}",
  ".nm-blue{fill:#2f81f7;stroke:#2f81f7}",
  ".nm-orange{fill:#bf6a02;stroke:#bf6a02}",
  ".nm-red{fill:none;stroke:#cf222e;stroke-width:2}",
  ".nm-stroke{fill:none;stroke:#fff;stroke-width:2}",
  ".nm-fill{fill:#fff}",
  ".nm-border{stroke:#8b949e;stroke-width:1.5;fill:none}",
  "@media(prefers-color-scheme:dark){.nm-text,.nm-title{fill:#b1bac4}.nm-red{stroke:#ff7b72}}",
].join("");

/** A drawing for each kind, 17 px: a shape as well as a colour, tick, dot, cross, exclamation mark. */
export const DRAWINGS: Readonly<Record<CellKind, string>> = {
  allowed: `${box("nm-blue")}<path class="nm-stroke" d="M4.5 9l3 3 5-6"/>`,
  denied: `${box("nm-cell")}<circle class="nm-dot" cx="8.5" cy="8.5" r="1.3"/>`,
  missing: `${box("nm-red")}<path class="nm-red" d="M5 5l7 7m0-7l-7 7"/>`,
  unexpected: `${box("nm-orange")}<path class="nm-fill" d="M7.5 4h2l-.4 6h-1.2zM7.5 11.5h2v2h-2z"/>`,
};

function box(name: string): string {
  return `<rect class="${name}" width="17" height="17"/>`;
}

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
