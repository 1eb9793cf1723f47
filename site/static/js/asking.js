/** Whoever lists the results may take the question (instant.js); else it is the page's next address. */
export function askFor(part, address) {
  const event = new CustomEvent("results:ask", { detail: { address }, bubbles: true, cancelable: true });
  if (part.dispatchEvent(event)) location.assign(address);
}
