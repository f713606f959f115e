// Makes the nested lists of an outline trees, as ARIA's authoring practices have them: one Tab stop
// each, arrows inside. Without this file they are lists of links and boxes to tick, to walk by Tab.
//
// The link of a line is what the tree holds, so that Enter follows it as ever. It is named with all
// that its line says; what else can be pressed in the line is for the mouse, and a key does the same.
{
  const LIST = ".outline", ITEM = "[role=treeitem]";
  const items = () => [...document.querySelectorAll(`#page ${LIST} ${ITEM}`)].filter((item) => item.checkVisibility());
  const item_of = (li) => li.querySelector(":scope > .ln [data-key]");
  const branch_of = (item) => item.closest("li").querySelector(":scope > details");
  const more_of = (item) => item.closest("li").querySelector(":scope > .more a");
  const tick_of = (item) => item.closest(".ln").querySelector("input[name=of]");
  const above = (item) => item.closest("ul").closest("li") && item_of(item.closest("ul").closest("li"));

  // ---- from list to tree ----
  const set = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  // Leaves something to the mouse: no Tab stop, and not said a second time.
  const to_the_mouse = (element) => {
    element.setAttribute("aria-hidden", "true");
    for (const each of [element, ...element.querySelectorAll("a")]) if (each.matches("a, input, summary")) each.tabIndex = -1;
  };
  const says = (line) => [...line.querySelectorAll("[data-key], .kind, .ch, .end > span, .also")]
    .map((part) => part.textContent.trim().replace(/^[+×→]\s*/, "")).filter(Boolean).join(", ");

  let number = 0;
  const plant_line = (li, level, position, siblings) => {
    const line = li.querySelector(":scope > .ln"), item = item_of(li);
    const branch = branch_of(item), more = more_of(item), tick = tick_of(item);
    set(li, { role: "none" });
    set(item, { role: "treeitem", tabindex: -1, "aria-label": says(line),
      "aria-level": level, "aria-posinset": position, "aria-setsize": siblings });
    if (tick) item.setAttribute("aria-checked", tick.checked);
    if (branch || more) item.setAttribute("aria-expanded", branch?.open ?? false);
    for (const part of line.querySelectorAll("input, .kind, .ch, .end, .also")) to_the_mouse(part);
    if (more) to_the_mouse(more.parentElement);
    if (!branch) return;
    branch.id ||= `branch-${++number}`;
    set(branch, { role: "group" });   // which it is anyway, but Chromium takes it for one of a tree only so
    item.setAttribute("aria-owns", branch.id);
    to_the_mouse(branch.querySelector("summary"));
    set(branch.querySelector("ul"), { role: "none" });
    plant_lines(branch.querySelector("ul"), level + 1);
  };
  const plant_lines = (list, level) => {
    const lines = [...list.children];
    lines.forEach((li, place) => plant_line(li, level, place + 1, lines.length));
  };
  const plant = (list) => {
    if (list.hasAttribute("role") || !list.querySelector("[data-key]")) return;
    const heading = list.previousElementSibling?.matches("h3") ? list.previousElementSibling : document.querySelector("h1");
    plant_lines(list, 1);
    set(list, { role: "tree", "aria-label": heading.textContent.trim() });
    if (list.querySelector("[aria-checked]")) list.setAttribute("aria-multiselectable", "true");
    stop_at(in_view(list.querySelector("[autofocus]") ?? list.querySelector(`${ITEM}[aria-current]`) ?? item_of(list.firstElementChild)));
  };
  const plant_all = () => document.querySelectorAll(`#page ${LIST}`).forEach(plant);

  // ---- the one Tab stop of each tree ----
  const stop_at = (item) => {
    for (const other of item.closest(LIST).querySelectorAll(`${ITEM}[tabindex="0"]`)) other.tabIndex = -1;
    item.tabIndex = 0;
  };
  // A line, or the line of the branch that is shut over it.
  const in_view = (item) => {
    for (let shut; (shut = item.closest("details:not([open])"));) item = item_of(shut.closest("li"));
    return item;
  };
  document.addEventListener("focusin", ({ target }) => {
    const li = target.closest?.(`#page ${LIST}[role=tree] li`);
    if (!li) return;
    const item = item_of(li);
    stop_at(item);
    if (target !== item) item.focus({ preventScroll: true });   // what was pressed with the mouse
  });
  document.addEventListener("toggle", ({ target }) => {
    const item = target.matches?.(`${LIST}[role=tree] details`) && item_of(target.closest("li"));
    if (!item) return;
    item.setAttribute("aria-expanded", target.open);
    const stop = item.closest(LIST).querySelector(`${ITEM}[tabindex="0"]`);
    if (!target.open && target.contains(stop)) stop_at(in_view(item));
  }, true);
  document.addEventListener("change", ({ target }) => {
    const item = target.name === "of" && target.closest(".ln")?.querySelector(ITEM);
    if (item) item.setAttribute("aria-checked", target.checked);
  });

  // ---- keys ----
  const ends = (item) => items().filter((other) => other.closest(LIST) === item.closest(LIST));
  const walk = {
    ArrowDown: (item) => items()[items().indexOf(item) + 1]?.focus(),
    ArrowUp: (item) => items()[items().indexOf(item) - 1]?.focus(),
    Home: (item) => ends(item)[0].focus(),
    End: (item) => ends(item).at(-1).focus(),
    ArrowRight: (item) => {
      const branch = branch_of(item);
      if (branch?.open) branch.querySelector(ITEM)?.focus();
      else if (branch) branch.open = true;
      else more_of(item)?.click();
    },
    ArrowLeft: (item) => {
      const branch = branch_of(item);
      if (branch?.open) branch.open = false;
      else above(item)?.focus();
    },
  };

  // What is typed goes to the next name that begins so. A letter that does an act does it, unless
  // Shift is held or a name is being typed already.
  const SOON = 700;
  let typed = "", last = 0;
  const begins = (item, text) => {
    const all = items(), from = all.indexOf(item) + (text.length > 1 ? 0 : 1);
    return [...all.slice(from), ...all.slice(0, from)].find((other) => other.textContent.trim().toLowerCase().startsWith(text));
  };
  const does_an_act = (item, key) => document.documentElement.dataset.keys !== "off"
    && (acts()[item.dataset.kind]?.[key] || document.querySelector(`[data-press="${CSS.escape(key)}"]`));
  const goes_to_a_name = (item, event) => {
    const key = event.key.toLowerCase(), goes_on = typed && Date.now() - last < SOON;
    if (key.length > 1 || (!goes_on && (!/\p{L}/u.test(key) || (!event.shiftKey && does_an_act(item, key))))) return false;
    const text = !goes_on || typed === key ? key : typed + key, found = begins(item, text);
    if (!found && !/\p{L}/u.test(key)) return false;
    [typed, last] = [text, Date.now()];
    found?.focus();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    const item = event.target.closest?.(`${LIST} ${ITEM}`);
    if (!item || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.key === "Shift") return;
    const named = goes_to_a_name(item, event);
    if (!named) typed = "";
    const ticks = !named && event.key === " " && tick_of(item);
    if (!named && !ticks && !(event.key in walk)) return;
    event.preventDefault();
    if (ticks) ticks.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: event.shiftKey }));
    else if (!named) walk[event.key](item);
  });

  document.addEventListener("htmx:afterSettle", plant_all);
  plant_all();
}
