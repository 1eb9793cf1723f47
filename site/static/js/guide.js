// Where somebody is in a guide: the heading being read, how much of it is read, and a button to print.
const guide = document.querySelector("[data-guide]");
const bar = guide.querySelector("[data-progress]");
const body = guide.querySelector(".guide__body");
const links = [...guide.querySelectorAll(".contents a")];
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

function show() {
  const { top, height } = body.getBoundingClientRect();
  const seen = (window.innerHeight - top) / height;
  if (bar) bar.value = Math.round(100 * Math.min(1, Math.max(0, seen)));
  const begun = headings.filter((heading) => heading && heading.getBoundingClientRect().top < window.innerHeight / 3);
  const current = links[begun.length - 1];
  for (const link of links) {
    if (link === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

let waiting = false;
function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    show();
  });
}

if (bar) bar.hidden = false;
addEventListener("scroll", later, { passive: true });
addEventListener("resize", later);
show();

const print = guide.querySelector("[data-print]");
print.hidden = false;
print.addEventListener("click", () => window.print());
