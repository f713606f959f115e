// Several posts at once: tick all that is listed, or with Shift from the one ticked last to this one,
// and how many are ticked. Its one rule: without it each is ticked by itself, and nothing is missing.
const form = document.getElementById("people");
if (form) {
  const ticks = [...form.querySelectorAll('[name$="-tick"]')], all = form.querySelector("[data-tick-posts]");
  const says = form.querySelector("[data-counts-ticked]");
  let typed = false, last = null;
  const count = () => {
    const many = ticks.filter((tick) => tick.checked).length;
    all.checked = many === ticks.length;
    if (says) says.textContent = many ? `${many} ticked` : "";
  };
  all.hidden = false;
  all.addEventListener("change", () => { for (const tick of ticks) tick.checked = all.checked; count(); });
  for (const tick of ticks) tick.addEventListener("click", ({ shiftKey }) => {
    const [from, to] = [ticks.indexOf(last ?? tick), ticks.indexOf(tick)].sort((one, other) => one - other);
    if (shiftKey) for (const between of ticks.slice(from, to + 1)) between.checked = tick.checked;
    last = tick;
    count();
  });
  // What is typed and not saved is not left behind without a word; Ctrl+S saves it.
  form.addEventListener("input", ({ target }) => { typed ||= target.type !== "checkbox"; });
  form.addEventListener("submit", () => { typed = false; });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  count();
}
