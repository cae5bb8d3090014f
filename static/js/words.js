// A browser that found the words by the text fragment while the page was not yet laid out stays where they were then.
addEventListener("load", () => {
  const words = document.getElementById("words");
  const { top, bottom } = words.getBoundingClientRect();
  const [{ type }] = performance.getEntriesByType("navigation");
  if (type === "navigate" && (bottom < 0 || top > innerHeight)) words.scrollIntoView();
});
