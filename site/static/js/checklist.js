// Keeps a checklist's ticks on this device and shows how much is done.

function kept(key) {
  try {
    return new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return new Set();
  }
}

function keep(key, ticks) {
  try {
    localStorage.setItem(key, JSON.stringify([...ticks]));
    return true;
  } catch {
    return false; // private window or storage switched off: ticks last until the page is left
  }
}

function start(list) {
  const key = `checklist-${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("[data-tick]")];
  const progress = list.querySelector("progress");
  const count = list.querySelector("[data-count]");
  const ticks = kept(key);

  function show() {
    const done = boxes.filter((box) => box.checked).length;
    progress.max = boxes.length;
    progress.value = done;
    count.value = `${done} / ${boxes.length}`;
  }

  function note(box) {
    ticks[box.checked ? "add" : "delete"](box.dataset.tick);
    return keep(key, ticks);
  }

  for (const box of boxes) {
    box.checked = ticks.has(box.dataset.tick);
    box.addEventListener("change", () => {
      list.querySelector("[data-kept]").hidden = !note(box);
      show();
    });
  }
  list.querySelector("[data-clear]").addEventListener("click", () => {
    for (const box of boxes) {
      box.checked = false;
      note(box);
    }
    show();
  });
  list.querySelector("[data-progress]").hidden = false;
  list.querySelector("[data-kept]").hidden = !keep(key, ticks);
  show();
}

for (const list of document.querySelectorAll("[data-checklist]")) start(list);

// With a worker the list opens without a network too; its address says how far it reaches.
if (navigator.serviceWorker && document.querySelector("[data-checklist]")) {
  navigator.serviceWorker.register(new URL("offline.js", location.href)).catch(() => {});
}
