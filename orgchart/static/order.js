// Sections in an order: a button moves one up or down. Without it, places are typed.
const body = document.querySelector(".order tbody");
const place = (row) => row.querySelector("[name$=-ORDER]");
const rows = () => [...body.rows].filter((row) => place(row).defaultValue);
const called = (row) => row.querySelector("[name$=-heading]").value;
const said = document.body.appendChild(Object.assign(document.createElement("p"), { className: "sr" }));
said.setAttribute("role", "status");
const wanted = document.querySelector("tr:target details");   // where a check has led to
if (wanted) { wanted.open = true; wanted.querySelector("input").focus(); }
const move = (row, by) => {
  const all = rows(), other = all[all.indexOf(row) + by];
  if (!other) return;
  by < 0 ? other.before(row) : other.after(row);
  rows().forEach((each, at) => { place(each).value = at + 1; });
  said.textContent = `${called(row)}: place ${place(row).value} of ${all.length}`;
};
for (const row of rows()) {
  for (const [sign, word, by] of [["↓", "down", 1], ["↑", "up", -1]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn--q btn--s", textContent: sign });
    button.setAttribute("aria-label", `Move ${called(row)} ${word}`);
    button.addEventListener("click", () => { move(row, by); button.focus(); });
    place(row).after(button);
  }
}
