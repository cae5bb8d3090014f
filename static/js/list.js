// A list's filters change parts of the page.  Without this file all works, but the focus may be lost.
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement === document.body) {
    const opened = document.querySelector(`.facet #${event.detail.target.id} input:not([type=hidden])`);
    if (opened) {
      opened.focus({ preventScroll: true });
      return;
    }
    const heading = document.querySelector("#results h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
});

// Names narrow while one types; this is no choice yet, and Enter would close their list.
const begins = (event) => event.target.matches(".filtered [name=starts]");
document.addEventListener("change", (event) => begins(event) && event.stopPropagation(), true);
document.addEventListener("keydown", (event) => event.key === "Enter" && begins(event) && event.preventDefault());

// What goes wrong is said by the page itself.
document.addEventListener("htmx:responseError", (event) => location.assign(event.detail.pathInfo.finalRequestPath));
