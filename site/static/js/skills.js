/* Adds a tapped skill to the typed ones at once; without this the server does, and shows the form
   again. */
const input = document.querySelector("[data-skills]");
const status = document.querySelector("[data-skill-status]");

function add(event) {
  event.preventDefault();
  const { skill } = event.currentTarget.dataset;
  const typed = input.value.split(/[,;]/).map((name) => name.trim()).filter(Boolean);
  input.value = [...typed, skill].join(", ");
  status.textContent = `${status.dataset.skillStatus} ${skill}`;
  event.currentTarget.closest("li").remove();
  input.focus({ preventScroll: true });
}

if (input) {
  for (const button of document.querySelectorAll("button[data-skill]")) {
    button.addEventListener("click", add);
  }
}
