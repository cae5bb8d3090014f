// One key for each button or field that names one in data-key.  Without this file they are clicked.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const field = event.target.closest("input, select, textarea");
  if (field) {
    if (event.key === "Escape") field.blur();
    if (event.key === "Enter" && field.dataset.sends) {
      event.preventDefault();
      field.blur(); // the next key is not for this field, which is about to go
      if (field.value) document.getElementById(field.dataset.sends).click();
    }
    return;
  }
  const meant = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!meant) return;
  event.preventDefault();
  if (meant.matches("select")) meant.focus();
  else meant.click();
});

// A long turn is scrolled to its evidence.
const toEvidence = () => {
  for (const box of document.querySelectorAll(".review .turn-text")) {
    const mark = box.querySelector("mark");
    if (mark) box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3;
  }
};
toEvidence();
document.addEventListener("htmx:afterSettle", toEvidence);
