// Makes a chart larger and smaller in place. Without this file the same links open the page anew.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-zoom-to]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  for (const chart of document.querySelectorAll(".zoomed")) chart.dataset.zoom = link.dataset.zoomTo;
  for (const other of document.querySelectorAll("[data-zoom-to]")) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
});

// Pans a chart that is larger than its frame: drag it. Scrolling and the arrow keys do the same.
const letPan = (chart) => {
  let from = null;
  chart.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button) return;
    from = { x: event.clientX + chart.scrollLeft, y: event.clientY + chart.scrollTop, moved: false };
  });
  chart.addEventListener("pointermove", (event) => {
    if (!from || !event.buttons) return;
    const left = from.x - event.clientX, top = from.y - event.clientY;
    from.moved ||= Math.hypot(left - chart.scrollLeft, top - chart.scrollTop) > 4;
    if (from.moved) chart.scrollTo(left, top);
  });
  chart.addEventListener("click", (event) => { if (from?.moved) event.preventDefault(); from = null; }, true);
  chart.addEventListener("dragstart", (event) => event.preventDefault());
};
const letAllPan = () => {
  for (const chart of document.querySelectorAll(".zoomed:not([data-pans])")) {
    chart.dataset.pans = "";
    letPan(chart);
  }
};
letAllPan();
document.addEventListener("htmx:afterSettle", letAllPan);
