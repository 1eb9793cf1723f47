// Offers the skills that begin with what somebody is writing, after the last comma of a field.

const SETTLE = 150;

export function start(part) {
  const field = part.querySelector("input");
  const options = part.querySelector("datalist");
  let timer = 0;
  let newest = 0;

  async function ask() {
    const number = ++newest;
    const [, before, word] = field.value.match(/^(.*,)?\s*(.*)$/);
    if (!word) return;
    const url = new URL(options.dataset.url, location.href);
    url.searchParams.set("q", word);
    // Of no weight: the usual skills stay on offer.
    const response = await fetch(url).catch(() => null);
    const { items } = response?.ok ? await response.json() : { items: [] };
    if (number !== newest || !items.length) return;
    options.replaceChildren(...items.map(({ name }) => new Option("", `${before ?? ""} ${name}`.trim())));
  }

  function settle() {
    clearTimeout(timer);
    timer = setTimeout(ask, SETTLE);
  }

  field.addEventListener("input", settle);
  // What was written before this was here.
  if (field.value) settle();
}
