// The board's script: dialogs, keys, what is said, where the focus goes. Every act has its own
// address and form, so that without this file links and buttons do the same.
const dialog = document.getElementById("dialog");
const page = () => document.getElementById("page");
let opened = new Map();   // which branches the person has opened and shut, kept when the page is drawn anew
let wished = "";          // what the address wishes to see of them: where that changes, they are as it says
let from = null;          // what had the focus before the dialog opened
let stood = null;         // the key of the unit or post that had the focus before the page was drawn anew

const open = (address) => {
  from = document.activeElement;
  htmx.ajax("GET", address, { target: dialog, select: "#act", swap: "innerHTML" });
};

const typing = (target) => target.closest("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]");

// ---- dialogs: shown once htmx has taken hold of the form, so that Enter is never too early ----
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target !== dialog || !dialog.firstElementChild) return;
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector(".summary") ?? dialog.querySelector("[autofocus]")
    ?? dialog.querySelector("input:not([type=hidden]), select, textarea, .btn");
  first?.focus();
  if (first?.matches("[type=text], [type=number]")) first.select();   // what is typed takes the place of what stands
  typeAhead(first);
});
// What is typed before the dialog has come is typed into its first field, and presses no key.
let ahead = null;
const typeAhead = (field) => {
  const text = ahead;
  ahead = null;
  if (!text || !field?.matches("textarea, [type=text], [type=search]")) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
document.addEventListener("htmx:beforeRequest", ({ detail }) => { if (detail.target === dialog && !dialog.open) ahead = ""; });
for (const failed of ["htmx:sendError", "htmx:swapError", "htmx:abort"]) document.addEventListener(failed, () => { ahead = null; });
document.addEventListener("keydown", (event) => {
  const waits = ahead !== null && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!waits || (event.key.length > 1 && event.key !== "Enter")) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key !== "Enter") ahead += event.key;
}, true);
dialog.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close]")) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.close();
}, true);
dialog.addEventListener("close", () => {
  dialog.replaceChildren();
  if (from?.isConnected) from.focus();
  from = null;
});

// ---- the page drawn anew after an act: say it, keep the branches, give the focus back ----
const branches_wished = () => ["all", "only", "by"].map((name) => new URLSearchParams(location.search).get(name)).join();
wished = branches_wished();
const still = (key) => key && [...page().querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((thing) => thing.checkVisibility());
document.addEventListener("htmx:beforeSwap", () => { stood = page().contains(document.activeElement) ? document.activeElement.dataset.key : null; });
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.elt?.id !== "page" && detail.target?.id !== "page") return;
  from = null;
  if (dialog.open) dialog.close();
  const said = page().querySelector("[data-said] p");
  document.getElementById("said").textContent = said ? said.textContent : "";
  const wishes = branches_wished();
  if (wishes !== wished) [opened, wished] = [new Map(), wishes];
  for (const [key, is] of opened) {
    const branch = page().querySelector(`details[data-branch="${CSS.escape(key)}"]`);
    if (branch) branch.open = is;
  }
  const asked = page().querySelector("[autofocus]"), focus = asked ?? page().querySelector(".summary");
  if (focus?.checkVisibility()) focus.focus();
  else if (still(asked?.dataset.key)) still(asked.dataset.key).focus();   // in the chart, its box
  else if (still(stood)) still(stood).focus({ preventScroll: true });
  else if (document.activeElement === document.body) document.getElementById("main").focus({ preventScroll: true });
});
document.addEventListener("toggle", ({ target }) => {
  if (target.dataset?.branch) opened.set(target.dataset.branch, target.open);
}, true);

// ---- a fault of ours, or no answer: what was typed stays, and it is said ----
const wrong = (says) => {
  const notice = document.createElement("div");
  notice.className = "notice notice--bad";
  notice.setAttribute("role", "alert");
  notice.textContent = says;
  (dialog.open ? dialog : document.getElementById("main")).prepend(notice);
};
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status >= 500) wrong("Something went wrong on our side. What you typed is kept; try again, or open the page anew.");
});
document.addEventListener("htmx:sendError", () => wrong("The server did not answer. Nothing was changed; what you typed is kept. Try again."));

// ---- acts in a dialog: a modified click still opens the form as a page ----
document.addEventListener("click", (event) => {
  if (event.target.closest("a[hx-target='#dialog']")) from = event.target.closest("a");
}, true);

// ---- an act knows where it was opened: what is ticked there, and what one would have gone on with ----
const lines_shown = () => [...page().querySelectorAll(`:is(${ROW}) [data-key]`)].filter((thing) => thing.checkVisibility());
const goes_along = (thing, acted) => acted.some((other) => other === thing || (other.closest("li") !== thing.closest("li") && other.closest("li")?.contains(thing)));
const next_after = () => {
  const all = lines_shown(), ticks = ticked().map((tick) => tick.value);
  const acted = ticks.length ? all.filter((thing) => ticks.includes(thing.dataset.key)) : [line()].filter(Boolean);
  const at = all.indexOf(acted.at(-1));
  const stays = (thing) => !goes_along(thing, acted);
  return (all.slice(at + 1).find(stays) ?? all.slice(0, Math.max(at, 0)).findLast(stays))?.dataset.key;
};
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!document.getElementById("board-tools") || !detail.path.includes("/act/") || detail.target !== dialog) return;
  const address = new URL(detail.path, location.href), next = next_after();
  address.searchParams.delete("back");
  detail.formData.set("back", here());
  if (next) detail.formData.set("left", next);
  detail.path = address.pathname + address.search;
});

// ---- a form that was sent is not sent again before its answer has come: a double click does one act ----
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("#page, #dialog")) return;
  if (!form.dataset.sending) form.dataset.sending = "yes";
  else { event.preventDefault(); event.stopImmediatePropagation(); }
}, true);
const answered = ({ target }) => delete target.closest?.("form")?.dataset.sending;
for (const end of ["htmx:afterRequest", "htmx:validation:halted"]) document.addEventListener(end, answered);
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach((form) => delete form.dataset.sending));

// ---- keys ----
const ROW = ".outline .ln, .establishment tbody tr";   // a line of the outline, a row of the table
const rows = () => [...page().querySelectorAll(".establishment th [data-key]")];
const line = () => document.activeElement?.closest(".chart a[data-key]") ?? document.activeElement?.closest(ROW)?.querySelector("[data-key]") ?? page().querySelector(".ln [data-key][aria-current], .establishment tr[aria-current] [data-key]");

const instantly = (address, of) => htmx.ajax("POST", address, {
  target: "#page", select: "#page", swap: "outerHTML ignoreTitle:false",
  values: { of, seen: document.getElementById("board-tools").dataset.revision, back: location.pathname + location.search,
    csrfmiddlewaretoken: page().querySelector("[name=csrfmiddlewaretoken]").value },
});

const acts = () => JSON.parse(document.getElementById("board-tools")?.dataset.acts ?? "{}");
const here = () => location.pathname + location.search;
const form_of = (address, keys, wishes = {}) =>
  `${address}?${new URLSearchParams([...keys.map((key) => ["of", key]), ...Object.entries(wishes), ["back", here()]])}`;

// What is done at once waits for the page that the press before it draws: three presses are three acts.
const AT_ONCE = { undo: 1, redo: 1, up: 1, down: 1 };
let drawing = false, presses = [];
document.addEventListener("htmx:beforeRequest", ({ detail }) => { drawing ||= detail.target.id === "page"; });
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.elt?.id !== "page" && detail.target?.id !== "page") return;
  drawing = false;
  if (dialog.open) presses = [];
  else if (presses.length) setTimeout(() => pressed(presses.shift()));
});
for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:swapError", "htmx:abort"]) {
  document.addEventListener(failed, () => [drawing, presses] = [false, []]);
}

// A key does its act to what is ticked, if the act can be done to many; else to what has the focus.
const pressed = (key) => {
  if (drawing && key in AT_ONCE) return presses.push(key);
  const [one] = ticked(), at = line();
  const many = one && acts()[kind_of(one)]?.[key];
  const button = many && page().querySelector(`#chosen [formaction^="${CSS.escape(many)}"]`);
  if (button) { from = document.activeElement; return button.click(); }
  const address = at && acts()[at.dataset.kind]?.[key];
  if (address && key in { up: 1, down: 1 }) return instantly(address, at.dataset.key);
  if (address) return open(form_of(address, [at.dataset.key]));
  const at_large = document.querySelector(`[data-press="${CSS.escape(key)}"]`);
  if (at_large?.matches("input")) at_large.focus();
  else if (at && at_large?.matches("[hx-target='#dialog']")) open(form_of(at_large.pathname, [], { under: at.dataset.key }));
  else at_large?.click();
};

const walk = {
  ArrowDown: (all, at) => all[all.indexOf(at) + 1]?.focus(),
  ArrowUp: (all, at) => all[all.indexOf(at) - 1]?.focus(),
  Home: (all) => all[0]?.focus(),
  End: (all) => all.at(-1)?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (dialog.open || event.defaultPrevented || typing(event.target)) return;
  if (document.documentElement.dataset.keys === "off") return;
  const at = event.target.closest(ROW)?.querySelector("[data-key]");
  if (at && event.key in walk && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    return walk[event.key](rows(), at);
  }
  if (at && event.key === " " && event.target === at) {
    event.preventDefault();
    const box = at.closest(ROW).querySelector("input[type=checkbox]");
    return box?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: event.shiftKey }));
  }
  const key = event.ctrlKey || event.metaKey ? ({ z: "undo", y: "redo", Z: "redo" }[event.key] ?? null)
    : event.altKey ? { ArrowUp: "up", ArrowDown: "down" }[event.key]
    : event.key.length === 1 ? event.key.toLowerCase() : event.key === "Delete" ? "delete" : null;
  if (!key) return;
  if (event.key === "/" || key in { up: 1, down: 1, undo: 1, redo: 1, delete: 1 }) event.preventDefault();
  pressed(key);
});

document.addEventListener("change", ({ target }) => {
  if (target.id !== "keys-on") return;
  localStorage.setItem("keys", target.checked ? "on" : "off");
  setKeys();
});

// ---- keys can be turned off, and stay so in this browser ----
const setKeys = () => {
  const off = localStorage.getItem("keys") === "off";
  document.documentElement.dataset.keys = off ? "off" : "on";
  const tick = document.getElementById("keys-on");
  if (tick) { tick.checked = !off; tick.closest("label").hidden = false; }
};
document.addEventListener("htmx:afterSettle", setKeys);
setKeys();

// ---- Enter in the field that finds a target: go there, if one is chosen; else into the list ----
dialog?.addEventListener("keydown", (event) => {
  if (event.target.name !== "q") return;
  if (event.key === "Escape") return dialog.close();   // else it would only empty the field
  const choices = dialog.querySelectorAll("[data-choices] [type=radio]:not([disabled])");
  if (event.key === "ArrowDown" && choices.length) {
    event.preventDefault();
    const chosen = [...choices].find((choice) => choice.checked) ?? choices[0];
    chosen.checked = true;
    chosen.focus();
  } else if (event.key === "Enter") {
    event.preventDefault();
    if ([...choices].some((choice) => choice.checked)) event.target.form.requestSubmit();
    else htmx.trigger(event.target, "search");
  }
});
// What was chosen before more was typed is not what is meant: it must be found first.
dialog?.addEventListener("input", (event) => {
  if (event.target.name !== "q") return;
  for (const choice of dialog.querySelectorAll("[data-choices] [type=radio]")) choice.checked = false;
});

// ---- arrows walk what is found as one types ----
document.addEventListener("keydown", (event) => {
  const find = event.target.closest("form.find");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!find || !step) return;
  const all = [find.querySelector("#find"), ...find.querySelectorAll("#quick a")];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// ---- what was found stands chosen: let the form know, as if it had been clicked ----
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.elt?.id === "choices") detail.elt.dispatchEvent(new Event("change", { bubbles: true }));
});

// ---- dragging in the outline, besides Move…: it opens the form with the target chosen, and does nothing yet ----
let dragged = null;
const over = (event) => {
  const to = dragged && event.target.closest?.(".outline .ln")?.querySelector("[data-kind=unit]");
  return to && to !== dragged && to.dataset.key !== dragged.dataset.key ? to : null;
};
const light = (to) => {
  for (const line of page().querySelectorAll(".ln.is-over")) line.classList.remove("is-over");
  to?.closest(".ln").classList.add("is-over");
};
document.addEventListener("dragstart", (event) => {
  dragged = document.getElementById("board-tools") && event.target.closest?.(".outline .ln a[data-key]");
});
document.addEventListener("dragover", (event) => {
  const to = over(event);
  if (to) event.preventDefault();
  light(to);
});
document.addEventListener("drop", (event) => {
  const to = over(event);
  if (!to) return;
  event.preventDefault();
  const { key, kind } = dragged.dataset;
  const chosen = ticked().filter((tick) => kind_of(tick) === kind).map((tick) => tick.value);
  open(form_of(acts()[kind].m, chosen.includes(key) ? chosen : [key], { to: to.dataset.key }));
});
document.addEventListener("dragend", () => { dragged = null; light(null); });
