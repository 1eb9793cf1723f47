// Fills "near" with where the visitor is, to some hundred metres, when asked.

export function start(part, first) {
  const [field, status] = part.querySelectorAll("input, [role=status]");
  const say = (text) => { status.textContent = text; };
  const refused = () => say(status.dataset.refused);
  const found = ({ coords: { latitude, longitude } }) => {
    field.value = `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const ask = ({ type, target }) => {
    if (type !== "click" || !target.closest("button")) return;
    say("");
    if (!navigator.geolocation) return refused();
    navigator.geolocation.getCurrentPosition(found, refused, { timeout: 1e4 });
  };
  part.onclick = ask;
  ask(first);
}
