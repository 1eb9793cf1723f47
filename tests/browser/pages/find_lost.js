/* What sticks out of the window, and text that is cut off, as selectors. */
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const hiding = (element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
  const scrolling = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const inside = (element, test) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) if (test(one)) return true;
    return false;
  };
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => "." + one).join("");
  const tiny = (element) => element.clientWidth <= 1 || element.clientHeight <= 1;
  const width = document.documentElement.clientWidth;
  const all = [...document.body.querySelectorAll("*")].filter((one) => !one.closest("svg svg, .leaflet-container") && shown(one));

  const out = document.documentElement.scrollWidth <= width ? [] : all
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !inside(one, (above) => hiding(above) || scrolling(above)))
    .map((one) => `sticks out to ${Math.round(one.getBoundingClientRect().right)} px: ${name(one)}`);
  const cut = all
    .filter((one) => hiding(one) && !tiny(one) && one.innerText?.trim() && one.scrollWidth > one.clientWidth + 1)
    .map((one) => `cut off, ${one.scrollWidth} px in ${one.clientWidth}: ${name(one)}`);
  return [...out.slice(0, 6), ...cut.slice(0, 6)];
}
