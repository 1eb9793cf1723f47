/* What axe finds, one line each: rule, selector, what is wrong. Pins that lie as close on the map as
   people live in a town have their equal in the list, which is what WCAG 2.5.8 asks for. */
async (rules) => {
  const excused = (found, node) => found.id === "target-size"
    && document.querySelector(node.target[0])?.closest(".leaflet-marker-pane");
  const line = (text) => text.replace(/\s+/g, " ");
  const { violations } = await axe.run(document, rules);
  return violations.flatMap((found) => found.nodes
    .filter((node) => !excused(found, node))
    .map((node) => `${found.id}: ${node.target.join(" ")}: ${line(node.failureSummary)}`));
}
