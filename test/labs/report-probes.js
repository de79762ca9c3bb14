/** What the report's test asks of the page, from within. Loaded before the page; plain JavaScript of a browser. */
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(event.violatedDirective));

globalThis.probes = {
  /** Every pair of text and ground that is too close, by the share that WCAG 2 asks for. */
  lowContrast() {
    const found = new Set();
    for (const element of document.querySelectorAll("body *")) {
      const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
      const box = element.getBoundingClientRect();
      if (!text || box.width === 0 || element.closest("svg, .hidden, .skip, details:not([open]) > :not(summary)"))
        continue;
      const style = getComputedStyle(element);
      const sizePx = Number.parseFloat(style.fontSize);
      const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(style.fontWeight) >= 700);
      const ratio = contrast(colour(style.color), groundOf(element));
      if (ratio < (isLarge ? 3 : 4.5)) found.add(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
    }
    return [...found];
  },

  /** Parts of charts that cannot be told from the ground they lie on. */
  faintParts() {
    const found = new Set();
    for (const part of document.querySelectorAll("svg rect:not(.track), svg path")) {
      const style = getComputedStyle(part);
      const paint = style.fill === "none" ? style.stroke : style.fill;
      const track = part.parentElement.querySelector(".track");
      const ground = track === null ? groundOf(part.parentElement) : colour(getComputedStyle(track).fill);
      const ratio = contrast(colour(paint), ground);
      if (ratio < MARK) found.add(`${part.getAttribute("class")}: ${ratio.toFixed(2)}`);
    }
    return [...found];
  },

  /** Pictures that are not there to see: no size, no paint, nothing in them. */
  unpainted(selector) {
    return [...document.querySelectorAll(selector)]
      .filter((svg) => {
        const box = svg.getBoundingClientRect();
        const shapes = [...svg.querySelectorAll("rect:not(.track), path")];
        return box.width < 5 || box.height < 5 || !shapes.some((shape) => shape.getBoundingClientRect().width > 0);
      })
      .map((svg) => svg.getAttribute("aria-label") ?? "?");
  },

  /** Left and width of the parts of a chart, in shares of it. */
  partsOf(svg, key) {
    const whole = svg.getBoundingClientRect();
    return [...svg.querySelectorAll(`.part-${key}`)].map((part) => {
      const box = part.getBoundingClientRect();
      return [(box.left - whole.left) / whole.width, box.width / whole.width];
    });
  },

  headings: () => [...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1])),

  /** What a reader of the page by ear would miss. */
  unnamed() {
    const twice = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return [
      ...[...document.querySelectorAll("table")]
        .filter((one) => !one.caption?.textContent.trim())
        .map(() => "table without caption"),
      ...[...document.querySelectorAll("th:not([scope])")].map(() => "th without scope"),
      ...[...document.querySelectorAll("tbody tr")]
        .filter((row) => row.cells[0].tagName !== "TH")
        .map(() => "row without head"),
      ...[...document.querySelectorAll("svg:not([aria-hidden])")]
        .filter((svg) => !svg.getAttribute("aria-label"))
        .map(() => "svg without name"),
      ...[...document.querySelectorAll("main section")]
        .filter((one) => !document.getElementById(one.getAttribute("aria-labelledby")))
        .map(({ id }) => `section ${id} without name`),
      ...[...document.querySelectorAll('a[href^="#"]')]
        .filter((link) => !document.getElementById(link.hash.slice(1)))
        .map(({ hash }) => `link to nowhere: ${hash}`),
      ...twice.filter((id, index) => twice.indexOf(id) !== index).map((id) => `id twice: ${id}`),
      ...[...document.querySelectorAll(".scroll")]
        .filter((one) => one.scrollWidth > one.clientWidth && one.tabIndex !== 0)
        .map(() => "scrolls by mouse only"),
    ];
  },

  /** Cells of numbers that are not set as numbers. */
  looseNumbers: () =>
    [...document.querySelectorAll("td.number")].filter((cell) => {
      const style = getComputedStyle(cell);
      return style.textAlign !== "right" || !style.fontVariantNumeric.includes("tabular-nums");
    }).length,

  overflow: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

  rows: (table) =>
    [...document.querySelectorAll(`#${table} tbody tr`)].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim()),
    ),

  /** Tries what the page's policy forbids. */
  async misbehave(url) {
    const image = document.createElement("img");
    image.src = `${url}/image`;
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(image, script);
    await fetch(`${url}/fetch`).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    image.remove();
    return { ran: globalThis.ran === true, violations: globalThis.violations.splice(0).sort() };
  },
};

/** A picture's parts: enough to be seen beside a label that says the same in words. */
const MARK = 2;

function colour(text) {
  const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
  return { red, green, blue, alpha };
}

function groundOf(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    const ground = colour(getComputedStyle(at).backgroundColor);
    if (ground.alpha > 0) return ground;
  }
  return { red: 255, green: 255, blue: 255 };
}

function luminance({ red, green, blue }) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}
