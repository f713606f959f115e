// The writer's script: it saves as one writes and on Ctrl+S, lists figures where “[” is typed, and
// goes to the words that a check has led to.
// Without it the form is sent by its button, and the figures are a page of their own.
const form = document.getElementById("writing");
const text = document.getElementById("id_text");
const room = document.getElementById("picks");
const saved = () => document.getElementById("saved");
let kept = text.value;        // what the server has
let sending = text.value;     // what it was last sent

// ---- the words that a check has led to ----
const wanted = new URLSearchParams(location.search).get("at");
const place = wanted ? text.value.indexOf(wanted) : -1;
if (place >= 0) { text.focus(); text.setSelectionRange(place, place + wanted.length); }

// ---- saving ----
const save = () => htmx.trigger(form, "save-now");
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  save();
});
form.addEventListener("submit", (event) => {
  if (event.submitter?.name) { kept = text.value; return; }   // asks for something else: a page of its own
  event.preventDefault();
  save();
});
form.addEventListener("htmx:beforeRequest", ({ detail }) => { if (detail.elt === form) { sending = text.value; clearTimeout(again); saved().textContent = "Saving"; } });
form.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.elt !== form) return;
  if (detail.xhr.status === 200) kept = sending;
  else [failed, going] = [sending, null];
  if (going && text.value === kept) location.assign(going);
});
let going = null, failed = null;   // who follows a link goes there once what was typed is saved
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([target])");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || event.defaultPrevented || [kept, failed].includes(text.value)) return;
  if (link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  going = link.href;
  save();
});
let again = null;             // a save that came to nothing is tried again
const lost = (says) => { saved().textContent = `Not saved: ${says} What you typed is kept here.`; clearTimeout(again); again = setTimeout(retry, 10_000); };
const retry = () => { if (again && text.value !== kept) { again = null; save(); } };
form.addEventListener("htmx:sendError", () => lost("the server did not answer. It is tried again."));
form.addEventListener("htmx:responseError", ({ detail }) => { if (detail.xhr.status >= 500) lost("something went wrong on our side. It is tried again."); });
form.addEventListener("htmx:beforeSwap", ({ detail }) => { if (detail.xhr.status === 401) lost("you have been signed out."); });
for (const event of ["online", "focus"]) window.addEventListener(event, retry);
window.addEventListener("beforeunload", (event) => { if (text.value !== kept) event.preventDefault(); });

// ---- figures: a listbox below the text ----
let list = null, asked = 0, kind = null;
let ours = null;               // a “[” that a button has put: what stood there comes back if nothing is chosen
text.setAttribute("aria-autocomplete", "list");
const begun = () => {          // from the last “[” before the caret, if it is not closed
  const before = text.value.slice(0, text.selectionStart), at = before.lastIndexOf("[");
  return at < 0 || /[\]\n]/.test(before.slice(at)) ? -1 : at;
};
const close = () => {
  list?.remove(); list = null; kind = null; ours = null; asked += 1;
  for (const name of ["aria-controls", "aria-activedescendant"]) text.removeAttribute(name);
};
const leave = () => {
  if (ours && begun() === ours.at) {
    text.setRangeText(ours.was, ours.at, text.selectionStart, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  close();
};
const choose = (option) => {
  list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  text.setAttribute("aria-activedescendant", option.id);
};
const found = async (typed) => {
  const address = new URL(form.dataset.figures, location);
  address.search = new URLSearchParams({ as: "list", q: typed, ...(kind && { kind }) });
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  return answer?.ok ? answer.text() : null;
};
const show = async (any) => {     // any: all of them, where none is called what is typed
  const at = begun();
  if (at < 0) return close();
  const turn = asked += 1, typed = text.value.slice(at + 1, text.selectionStart);
  let options = await found(typed);
  if (any && turn === asked && options?.trim() === "") options = await found("");
  if (options === null || turn !== asked) return;
  if (!list) {
    list = document.createElement("ul");
    Object.assign(list, { id: "figures-found", className: "picks" });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Figures and parts");
    room.append(list);
    text.setAttribute("aria-controls", list.id);
  }
  list.innerHTML = options;
  const first = list.querySelector("[role=option]");
  first ? choose(first) : close();
};
const insert = (option) => {
  const at = begun(), from = at < 0 ? text.selectionStart : at;
  const alone = "part" in option.dataset;
  const end = text.selectionStart, after = text.value.slice(end).startsWith("]") ? 1 : 0;
  const before = text.value.slice(0, from);
  const lead = alone && before && !before.endsWith("\n\n") ? (before.endsWith("\n") ? "\n" : "\n\n") : "";
  const rest = text.value.slice(end + after);
  const tail = alone && rest && !rest.startsWith("\n\n") ? (rest.startsWith("\n") ? "\n" : "\n\n") : "";
  text.setRangeText(`${lead}[${option.dataset.name}]${tail}`, from, end + after, "end");
  close();
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
};
let wait = null;
text.addEventListener("input", () => { clearTimeout(wait); begun() < 0 ? close() : (wait = setTimeout(() => show(false), 120)); });
text.addEventListener("keydown", (event) => {
  if (!list) return;
  const at = list.querySelector("[aria-selected=true]");
  if (event.key === "Escape") { event.preventDefault(); return leave(); }
  if (["Enter", "Tab"].includes(event.key) && at && !event.shiftKey) { event.preventDefault(); return insert(at); }
  const next = { ArrowDown: at?.nextElementSibling, ArrowUp: at?.previousElementSibling }[event.key];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); if (next) choose(next); }
});
text.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== text) leave(); }, 150));
room.addEventListener("mousedown", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) { event.preventDefault(); insert(option); }
});
for (const button of document.querySelectorAll("[data-insert]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    text.focus();
    if (begun() < 0) {
      ours = { at: text.selectionStart, was: text.value.slice(text.selectionStart, text.selectionEnd) };
      text.setRangeText("[", text.selectionStart, text.selectionEnd, "end");
    }
    kind = button.dataset.insert;
    clearTimeout(wait);
    show(true);
  });
}
