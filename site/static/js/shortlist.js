// The page of a shortlist. While it shows what is kept on this device, what is added or taken off
// here is so there too; somebody else's list stays theirs until its reader keeps it.

const page = document.querySelector("[data-shortlist-page]");
const here = page.dataset.shortlistPage.split(" ").filter(Boolean);

function kept() {
  try {
    return localStorage.getItem("shortlist")?.split(" ").filter(Boolean) ?? [];
  } catch {
    return [];
  }
}

/** The header's count hears of it as of a change in another window. */
function keep(slugs) {
  try {
    localStorage.setItem("shortlist", [...new Set(slugs)].slice(0, 50).join(" "));
  } catch {
    // In private mode the address alone holds the list.
  }
  dispatchEvent(new Event("storage"));
}

function isMine() {
  const mine = kept();
  return mine.length === here.length && mine.every((slug) => here.includes(slug));
}

function addressOf(slugs) {
  const address = new URL(location.href);
  address.searchParams.delete("p");
  for (const slug of slugs) address.searchParams.append("p", slug);
  return address;
}

function answer({ target }) {
  const { add, off } = target.closest("[data-add], [data-off]")?.dataset ?? {};
  if (add && isMine()) keep([...here, add]);
  if (off && isMine()) keep(here.filter((slug) => slug !== off));
  if (target.closest("[data-keep]")) {
    keep([...kept(), ...here]);
    location.assign(addressOf(kept()));
  }
  if (target.closest("[data-print]")) print();
  const button = target.closest("[data-copy-address]");
  if (button) {
    const said = button.querySelector("[role=status]");
    navigator.clipboard.writeText(addressOf(here).href).then(() => { said.textContent = button.dataset.copied; });
  }
}

if (!here.length && kept().length && !location.search) location.replace(addressOf(kept()));
page.querySelector("[data-other]").hidden = !here.length || isMine();
page.addEventListener("click", answer);
