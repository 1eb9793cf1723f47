/* Says how far an upload is: on a bad network a picture takes a while. Without this the browser
   sends the same form. */
function label(form, text) {
  const status = form.querySelector("[role=status]") ?? document.createElement("p");
  status.setAttribute("role", "status");
  status.textContent = text;
  form.append(status);
}

function send(event) {
  const form = event.currentTarget;
  const chosen = [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length);
  if (!chosen) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    label(form, `${form.dataset.upload}: ${Math.round((100 * loaded) / total)} %`);
  });
  request.addEventListener("load", () => {
    history.pushState(null, "", request.responseURL);
    document.open();
    document.write(request.responseText);
    document.close();
  });
  request.addEventListener("error", () => label(form, form.dataset.failed));
  request.open("POST", form.action);
  request.send(new FormData(form, event.submitter));
}

for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", send);
}
