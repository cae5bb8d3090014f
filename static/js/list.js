// A list's filters change parts of the page.  Without this file all works, but the focus may be lost.
const focusHeading = () => {
  const heading = document.querySelector("#results h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement === document.body) {
    const opened = document.querySelector(`.facet #${event.detail.target.id} input:not([type=hidden])`);
    if (opened) {
      opened.focus({ preventScroll: true });
      return;
    }
    focusHeading();
  }
});

// Names narrow while one types; this is no choice yet, and Enter would close their list.
const begins = (event) => event.target.matches(".filtered [name=starts]");
document.addEventListener("change", (event) => begins(event) && event.stopPropagation(), true);
document.addEventListener("keydown", (event) => event.key === "Enter" && begins(event) && event.preventDefault());

// A day that somebody is still typing is none yet: of 2019 the field takes 2, 20 and 201 for years too.
const isHalfTyped = ({ target }) =>
  target.type === "date" && (target.validity.badInput || (target.value && target.value < "1000"));
document.addEventListener("change", (event) => isHalfTyped(event) && event.stopPropagation(), true);

// What goes wrong is said by the page itself, or below where there is no answer.
document.addEventListener("htmx:responseError", (event) => location.assign(event.detail.pathInfo.finalRequestPath));
const unanswered = (event) => {
  const again = document.createElement("a");
  again.href = event.detail.pathInfo.finalRequestPath;
  again.textContent = "Try again";
  const said = document.getElementById("announced");
  said.className = "notice";
  said.replaceChildren("Rostrum cannot be reached. These are still the results from before. ", again);
};
document.addEventListener("htmx:sendError", unanswered);
document.addEventListener("htmx:timeout", unanswered);
document.addEventListener("htmx:afterOnLoad", () => {
  document.getElementById("announced").className = "visually-hidden";
});

// Going back loads the list of before; the focus stays where it is.  What htmx notes of the list it notes first.
addEventListener("DOMContentLoaded", () =>
  addEventListener("popstate", () =>
    history.replaceState({ ...history.state, focused: document.activeElement.id }, ""),
  ),
);
if (history.state?.focused !== undefined) {
  document.getElementById(history.state.focused)?.focus({ preventScroll: true });
  if (document.activeElement === document.body) focusHeading();
}
