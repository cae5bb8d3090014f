// A decision that did not come through is said beside what sent it: htmx would say nothing.
for (const wrong of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(wrong, (event) => {
    const sender = event.detail.elt;
    if (sender.nextElementSibling?.matches(".unsaved")) return;
    const said = document.createElement("p");
    said.className = "unsaved";
    said.setAttribute("role", "alert");
    said.textContent = "Not recorded: the site did not take it. Load the page again, then do it once more.";
    sender.after(said);
  });
}
