// Adds the visitor's own hour to the hours of events, where they live in another zone.
const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;

function minutesOff(moment, zone) {
  const there = new Date(moment.toLocaleString("en-US", { timeZone: zone }));
  const here = new Date(moment.toLocaleString("en-US", { timeZone: mine }));
  return here - there;
}

function tell() {
  // Browsers that know no Luxembourgish would take the visitor's own language.
  const format = new Intl.DateTimeFormat([document.documentElement.lang, "de"], {
    weekday: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short", hourCycle: "h23",
  });
  for (const list of document.querySelectorAll("[data-zone]")) {
    for (const time of list.querySelectorAll("time[data-hours]")) {
      const moment = new Date(time.dateTime);
      delete time.dataset.hours;
      if (minutesOff(moment, list.dataset.zone) === 0) continue;
      const note = document.createElement("span");
      note.className = "own-hour";
      note.textContent = list.dataset.words.replace("{time}", format.format(moment));
      time.parentElement.append(note);
    }
  }
}

tell();
addEventListener("results:changed", tell);
