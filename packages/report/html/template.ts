/** Markup that is safe to send: only `html` makes it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Content = Markup | string | number | null | undefined | readonly Content[];

/** Markup from a literal. What is put in is text, for elements and quoted attributes alike, unless it is markup itself. */
export function html(literal: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(literal.reduce((text, part, index) => text + rendered(contents[index - 1]) + part));
}

function rendered(content: Content): string {
  if (content === null || content === undefined) return "";
  if (content instanceof Markup) return content.toString();
  if (typeof content === "object") return content.map(rendered).join("");
  return escaped(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
