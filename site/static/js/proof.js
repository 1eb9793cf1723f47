// A piece of work that costs a person nothing and a machine that writes to everyone a lot.
// The challenge is fetched when the form is sent, so that it is fresh however long one writes.

const encode = (text) => new TextEncoder().encode(text);

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function solve({ algorithm, challenge, max_number: last, salt, signature }) {
  for (let number = 0; number <= last; number += 1) {
    if ((await digest(salt + number)) === challenge) {
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  return "";
}

async function prove(form) {
  const answer = await fetch(form.dataset.challenge, { credentials: "same-origin" });
  form.elements.altcha.value = await solve(await answer.json());
}

for (const form of document.querySelectorAll("form[data-challenge]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    form.querySelector("[data-working]").hidden = false;
    try {
      await prove(form);
    } catch {
      // Without the proof the form still works: a mailed link takes its place.
    }
    form.submit();
  });
}
