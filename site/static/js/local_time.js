// Adds the visitor's own hour to the hours of a session, where they live in another zone.
const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;

function minutesOff(moment, zone) {
  const there = new Date(moment.toLocaleString("en-US", { timeZone: zone }));
  const here = new Date(moment.toLocaleString("en-US", { timeZone: mine }));
  return here - there;
}

for (const list of document.querySelectorAll("[data-zone]")) {
  // Browsers that know no Luxembourgish would take the visitor's own language.
  const format = new Intl.DateTimeFormat([document.documentElement.lang, "de"], {
    weekday: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short", hourCycle: "h23",
  });
  for (const time of list.querySelectorAll("time[data-hours]")) {
    const moment = new Date(time.dateTime);
    if (minutesOff(moment, list.dataset.zone) === 0) continue;
    const note = document.createElement("span");
    note.className = "event-sessions__mine";
    note.textContent = list.dataset.words.replace("{time}", format.format(moment));
    time.parentElement.append(note);
  }
}
