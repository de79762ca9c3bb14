import { type Content, html, type Markup } from "./template.ts";

/** `good` and `bad` are judged, `over` and `under` are sizes, `plain` says something. */
export type Tone = "good" | "bad" | "warn" | "over" | "under" | "plain";

export const chip = (tone: Tone, text: Content): Markup => html`<span class="chip ${tone}">${text}</span>`;

export interface Tile {
  readonly label: string;
  readonly value: Content;
  readonly note?: Content;
  readonly tone?: "good" | "bad";
}

/** The few figures that a section comes down to. */
export const tiles = (all: readonly Tile[]): Markup =>
  html`<dl class="tiles">${all.map(
    ({ label, value, note, tone }) => html`
<div class="tile${tone === undefined ? "" : ` ${tone}`}"><dt>${label}</dt><dd><span class="value">${value}</span>${
      note === undefined ? null : html`<span class="note">${note}</span>`
    }</dd></div>`,
  )}
</dl>
`;

export const prose = (...paragraphs: readonly Content[]): Markup =>
  html`${paragraphs.map((text) => html`<p>${text}</p>\n`)}`;

export const notice = (text: Content): Markup => html`<p class="notice" role="note">${text}</p>\n`;

export const code = (text: string): Markup => html`<code>${text}</code>`;

/** A part of the page with a heading of its own level. */
export const section = (id: string, title: string, body: Content): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${body}</section>\n`;

export const subsection = (id: string, title: string, body: Content): Markup =>
  html`<section id="${id}" class="sub" aria-labelledby="${id}-title"><h3 id="${id}-title">${title}</h3>\n${body}</section>\n`;
