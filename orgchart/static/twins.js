// Marks a box's twin on the other side while the box is pointed at or in focus.
// Twins have the same data-key; where a thing has another key, data-twins says which.
for (const sides of document.querySelectorAll("[data-twins]")) {
  const others = JSON.parse(sides.dataset.twins);
  const mark = (event, on) => {
    const box = event.target.closest("[data-key]");
    if (!box) return;
    const keys = [box.dataset.key, ...(others[box.dataset.key] ?? [])];
    for (const other of sides.querySelectorAll("[data-key]")) {
      if (other.closest("section") !== box.closest("section") && keys.includes(other.dataset.key))
        other.classList.toggle("is-twin", on);
    }
  };
  for (const start of ["pointerover", "focusin"]) sides.addEventListener(start, (event) => mark(event, true));
  for (const end of ["pointerout", "focusout"]) sides.addEventListener(end, (event) => mark(event, false));
}
