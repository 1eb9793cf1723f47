// What is pointed at in the list lights up on the map, and the other way round. The list's items
// carry data-listing-id.

const LIT = "is-lit";

export function syncWithList(section, layer) {
  const itemOf = (id) => document.querySelector(`[data-listing-id="${CSS.escape(id)}"]`);
  const markerOf = (id) => layer.getLayers().find((marker) => marker.listingId === id);

  const light = (id, on) => {
    const marker = markerOf(id);
    marker?.getElement()?.classList.toggle(LIT, on);
    marker?.setZIndexOffset(on ? 1000 : 0);
  };
  for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(type, ({ target }) => {
      const item = target.closest?.("[data-listing-id]");
      if (item) light(item.dataset.listingId, on);
    });
    section.addEventListener(type, ({ target }) => {
      const marker = layer.getLayers().find((one) => one.listingId && one.getElement()?.contains(target));
      if (marker) itemOf(marker.listingId)?.classList.toggle(LIT, on);
    });
  }
}
