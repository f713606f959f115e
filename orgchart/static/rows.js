// Lines of a form: one more without saving what is written first. Without it, each save gives one.
const more = document.getElementById("more");
const total = document.querySelector("[name$=-TOTAL_FORMS]");
const lines = () => [...document.querySelectorAll("[data-more]")];
const [last] = lines(), of = Number(total.value) - 1;
if (more) more.hidden = false;
more?.addEventListener("click", () => {
  const line = last.cloneNode(true), at = total.value++;
  line.removeAttribute("id");
  line.innerHTML = line.innerHTML.replaceAll(`-${of}-`, `-${at}-`);
  for (const wrong of line.querySelectorAll(".wrong, .misnamed")) wrong.remove();
  for (const field of line.querySelectorAll("input, textarea")) field.value = field.defaultValue = "";
  lines().at(-1).after(line);
  line.querySelector("input:not([type=hidden], [inputmode]), select").focus();
});
