// Choosing files: a button ticks all of an edition, of a format, or all that can be made; pressed
// again, none of them. Its one rule: without it each is ticked by itself, and nothing is missing.
const files = document.getElementById("files");
for (const button of files.querySelectorAll("[data-all]")) {
  const wanted = button.dataset.all, boxes = [...files.querySelectorAll("[name=file]")];
  const ticks = boxes.filter((tick) => !wanted || tick.value.split(":").includes(wanted));
  button.addEventListener("click", () => {
    const all = ticks.every((tick) => tick.checked);
    for (const tick of ticks) tick.checked = !all;
  });
  button.hidden = false;
}
files.querySelector(".tools").hidden = false;
