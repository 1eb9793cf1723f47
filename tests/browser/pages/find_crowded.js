/* Short words on two lines, and headings that touch what is above them, as selectors. The way back
   stands in a line of its own height. An address written out is one long word, whatever is in it. */
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => "." + one).join("");
  const SHORT = 15;
  const CLOSEST = 4;

  const tiny = (element) => element.clientWidth <= 1 && getComputedStyle(element).display !== "inline";
  const texts = (element) => [...element.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE);
  const words = (text) => text.data.replace(/\S+:\/\/\S+/g, (address) => " ".repeat(address.length));
  const halved = (text) => [...words(text).matchAll(/[\p{L}\p{N}]+/gu)].filter((word) => {
    if (word[0].length > SHORT) return false;
    const range = new Range();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  });
  const broken = [...document.querySelectorAll("body :is(a, button, summary, label, legend, th, dt, span, p, h1, h2, h3, h4)")]
    .filter((one) => !one.closest("svg, .leaflet-container") && shown(one) && !tiny(one) && getComputedStyle(one).hyphens !== "auto")
    .flatMap((one) => texts(one).flatMap(halved).map((word) => `on two lines, ${word[0]}: ${name(one)}`));

  const above = (element) => {
    for (let one = element.previousElementSibling; one; one = one.previousElementSibling)
      if (shown(one) && one.getClientRects().length && !/absolute|fixed/.test(getComputedStyle(one).position)) return one;
    return null;
  };
  const gap = (element, over) => element.getBoundingClientRect().top - over.getBoundingClientRect().bottom;
  const touching = [...document.querySelectorAll("main :is(h1, h2, h3)")]
    .filter(shown)
    .map((one) => [one, above(one)])
    .filter(([one, over]) => over && !over.matches(".back, .breadcrumbs") && gap(one, over) < CLOSEST && gap(one, over) > -2 * one.offsetHeight && one.getBoundingClientRect().left < over.getBoundingClientRect().right)
    .map(([one, over]) => `touches ${name(over)}: ${name(one)}`);
  return [...new Set([...broken.slice(0, 6), ...touching.slice(0, 6)])];
}
