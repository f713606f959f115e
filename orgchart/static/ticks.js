// What is ticked in the outline and in the table: many at once, kept while one filters and goes from
// face to face, and counted beside the buttons. Its one rule: the ticks are in the address, so that
// what is ticked and not listed any more is neither lost nor forgotten.
//
// Without this file each is ticked by itself, and all that match by the box beside the buttons.
const board = () => document.getElementById("page");
const boxes_ticked = () => [...board().querySelectorAll("input[type=checkbox][name=of]:checked")];
const unlisted = () => [...board().querySelectorAll("#chosen input[type=hidden][name=of]")];
const ticked = () => [...unlisted(), ...boxes_ticked()];
const kind_of = (tick) => tick.dataset.kind ?? tick.closest(".outline .ln, .establishment tbody tr")?.querySelector("[data-key]")?.dataset.kind;
{
  const LONGEST = 3500;   // what an address may have, at most, of which every server takes so much
  const shown = () => [...board().querySelectorAll("input[type=checkbox][name=of]")].filter((box) => box.checkVisibility());
  const keys = () => ticked().map((tick) => tick.value);
  const with_ticks = (search) => {
    const wishes = new URLSearchParams(search);
    wishes.delete("of");
    for (const key of keys()) wishes.append("of", key);
    return wishes;
  };
  const fits = () => location.pathname.length + with_ticks(location.search).toString().length < LONGEST;

  // ---- how many, said beside the buttons, which then stay in view ----
  const said = (many, is_possible) => {
    if (!many) return "What is ticked:";
    const hidden = unlisted().length + boxes_ticked().filter((box) => !box.checkVisibility()).length;
    const where = hidden ? `, ${hidden} of them not shown` : "";
    const kept = fits() ? "" : "; they are too many to be kept when the page changes";
    return `${many} chosen${where}${is_possible ? "" : ", units and posts: nothing is done to both at once"}${kept}`;
  };
  // Only what can be done to all that is ticked is offered: to units, or to posts, and to so many.
  const offer = (form) => {
    const ticks = ticked(), [kind, other] = new Set(ticks.map(kind_of));
    const is_offered = ({ of, least }) => !kind || (!other && of.split(" ").includes(kind) && ticks.length >= least);
    const buttons = [...form.querySelectorAll("button[data-of]")];
    for (const button of buttons) button.hidden = !is_offered(button.dataset);
    return buttons.some((button) => !button.hidden);
  };
  const count = () => {
    const form = document.getElementById("chosen"), many = ticked().length;
    if (!form) return;
    form.hidden = !many && !form.querySelector("[name=matching]");
    form.classList.toggle("is-any", many > 0);
    form.querySelector("[data-counts-chosen]").textContent = said(many, offer(form));
    form.querySelector("[data-untick]").hidden = !many;
    for (const all of board().querySelectorAll("[data-tick-all]")) show_all(all);
  };
  // A button or a box that ticks all that is shown, of one kind: how many, and whether all are.
  const of_kind = (all) => shown().filter((box) => kind_of(box) === all.dataset.tickAll);
  const show_all = (all) => {
    const some = of_kind(all), noun = all.dataset.tickAll + (some.length === 1 ? "" : "s");
    all.hidden = !some.length;
    if (all.matches("input")) [all.checked, all.ariaLabel] = [some.every((box) => box.checked), `Tick the ${some.length} ${noun} shown`];
    else all.textContent = `Tick the ${some.length} ${noun} shown`;
  };
  let counts = false;
  const ticks_changed = () => {
    if (counts) return;
    counts = true;
    queueMicrotask(() => {
      counts = false;
      count();
      if (fits()) history.replaceState(history.state, "", `${location.pathname}?${with_ticks(location.search)}`.replace(/\?$/, ""));
    });
  };

  // ---- many at once: all that is shown, or from the one ticked last to this one with Shift ----
  const tick = (boxes, is) => {
    for (const box of boxes.filter((box) => box.checked !== is)) {
      box.checked = is;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  let last = null;
  document.addEventListener("click", (event) => {
    const { target, shiftKey } = event, all = target.closest?.("[data-tick-all]");
    if (all) return tick(of_kind(all), all.matches("input") ? all.checked : true);
    if (target.closest?.("[data-untick]")) {
      event.preventDefault();
      event.stopPropagation();
      for (const hidden of unlisted()) hidden.remove();
      tick(boxes_ticked(), false);
      return ticks_changed();
    }
    if (target.name !== "of" || target.type !== "checkbox") return;
    const all_shown = shown(), ends = [last, target.value].map((key) => all_shown.findIndex((box) => box.value === key));
    if (shiftKey && ends.every((end) => end >= 0)) {
      const [from, to] = ends.sort((one, other) => one - other);
      tick(all_shown.slice(from, to + 1).filter((box) => kind_of(box) === kind_of(target)), target.checked);
    }
    last = target.value;
  }, true);
  document.addEventListener("change", ({ target }) => { if (["of", "matching"].includes(target.name)) ticks_changed(); });
  document.addEventListener("toggle", ({ target }) => { if (target.dataset?.branch) count(); }, true);

  // ---- kept when the page is drawn anew: links and forms of this structure take the ticks along ----
  const face = () => document.querySelector(".faces a")?.pathname;
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const address = new URL(detail.path, location.href);
    if (detail.verb !== "get" || detail.target.id !== "page" || !face() || !address.pathname.startsWith(face())) return;
    address.searchParams.delete("of");
    detail.formData.delete("of");
    if (fits()) for (const key of keys()) detail.formData.append("of", key);
    detail.path = address.pathname + address.search;
  });
  document.addEventListener("htmx:afterSettle", count);
  count();
}
