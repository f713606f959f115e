// Makes a drawn chart one Tab stop, with arrows from box to box: down to what is below, up to what
// is above, sideways to what stands beside. Without this file each box is a link to Tab to.
{
  const CHART = ".chart > svg.oc", BOX = "[role=treeitem]";
  const boxes = (chart) => [...chart.querySelectorAll(BOX)];
  const box_of = (chart, key) => key && chart.querySelector(`${BOX}[data-key="${CSS.escape(key)}"]`);
  const above = (box) => box_of(box.closest("svg"), box.dataset.above);
  const below = (box) => boxes(box.closest("svg")).filter((other) => other.dataset.above === box.dataset.key && box.dataset.key);
  const more_of = (box) => box.closest("svg").querySelector(`.more[data-opens="${CSS.escape(box.dataset.key ?? "")}"]`);
  const is_below = (box, top) => {
    while (box && box !== top) box = above(box);
    return Boolean(box);
  };
  const level = (box) => above(box) ? level(above(box)) + 1 : 1;

  // ---- from links to a tree, which runs downwards: so down is in, and up is out ----
  const set = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  const name_of = (box) => box.getAttribute("aria-label") ?? box.textContent.trim();
  const plant = (chart) => {
    const keyed = [...chart.querySelectorAll("[data-key]")], keys = new Set(keyed.map((box) => box.dataset.key));
    const more = [...chart.querySelectorAll(".more")], apart = more.filter((link) => !keys.has(link.dataset.opens));
    if (chart.getAttribute("role") === "tree" || !keyed.length) return;
    for (const box of [...keyed, ...apart]) set(box, { role: "treeitem", tabindex: -1, "aria-label": name_of(box) });
    for (const link of more.filter((link) => !apart.includes(link))) set(link, { tabindex: -1, "aria-hidden": "true" });
    for (const box of boxes(chart)) place(chart, box);
    set(chart, { role: "tree", "aria-orientation": "horizontal" });
    chart.parentElement.removeAttribute("tabindex");
    const chosen = chart.querySelector(`${BOX}:has(.sel)`);
    chosen?.setAttribute("aria-current", "true");
    stop_at(chosen ?? boxes(chart)[0]);
  };
  const place = (chart, box) => {
    const siblings = boxes(chart).filter((other) => above(other) === above(box));
    set(box, { "aria-level": level(box), "aria-posinset": siblings.indexOf(box) + 1, "aria-setsize": siblings.length });
    if (below(box).length) box.setAttribute("aria-expanded", "true");
    else if (more_of(box) || box.matches(".more")) box.setAttribute("aria-expanded", "false");
  };
  const stop_at = (box) => {
    for (const other of box.closest("svg").querySelectorAll(`${BOX}[tabindex="0"]`)) other.setAttribute("tabindex", -1);
    box.setAttribute("tabindex", 0);
  };
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(`${CHART} ${BOX}`)) stop_at(target);
  });

  // ---- arrows ----
  // The box that is nearest among those a way leads to; `far` says how far, or nothing if it does not.
  const nearest = (box, far) => {
    const from = box.getBoundingClientRect();
    const found = boxes(box.closest("svg")).filter((other) => other !== box)
      .map((other) => [far(from, other.getBoundingClientRect()), other]).filter(([distance]) => distance >= 0);
    return found.sort(([one], [other]) => one - other)[0]?.[1];
  };
  const overlap = (a, b) => a.left < b.right && b.left < a.right;
  const aside = (a, b) => Math.abs(a.top - b.top);
  const over = (box) => nearest(box, (a, b) => overlap(a, b) ? a.top - b.bottom + 1 : -1);
  const under = (box) => nearest(box, (a, b) => overlap(a, b) ? b.top - a.bottom + 1 : -1);
  const step = {
    ArrowRight: (box) => nearest(box, (a, b) => b.left > a.right - 1 ? b.left - a.right + 1 + aside(a, b) : -1),
    ArrowLeft: (box) => nearest(box, (a, b) => b.right < a.left + 1 ? a.left - b.right + 1 + aside(a, b) : -1),
    ArrowDown: (box) => below(box)[0] ?? under(box),
    ArrowUp: (box) => {
      const next = over(box);
      return next && (!above(box) || is_below(next, above(box))) ? next : above(box);
    },
    Home: (box) => boxes(box.closest("svg"))[0],
    End: (box) => boxes(box.closest("svg")).at(-1),
  };
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest?.(`${CHART} ${BOX}`);
    if (!box || event.defaultPrevented || !(event.key in step) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === "ArrowDown" && more_of(box)) return more_of(box).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    step[event.key](box)?.focus();
  });

  // ---- a box opens in place: htmx knows links of HTML alone, so one is made that leads there ----
  let scrolled = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(`[hx-boost] ${CHART} a`);
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const frame = link.closest(".chart"), same = document.createElement("a");
    scrolled = { left: frame.scrollLeft, top: frame.scrollTop };
    same.href = link.getAttribute("href");
    frame.after(same);
    htmx.process(same);
    same.click();
  });

  const plant_all = () => document.querySelectorAll(CHART).forEach(plant);
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    plant_all();
    if (target.id === "page" && scrolled) [scrolled] = [null, target.querySelector(".chart")?.scrollTo(scrolled)];
  });
  plant_all();
}
