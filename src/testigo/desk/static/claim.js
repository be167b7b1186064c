// While a claim is amended: words chosen in the text go into a field by one button, instead of being typed.
// @ts-check

const context = document.querySelector(".in-its-words");
const fields = /** @type {HTMLTextAreaElement[]} */ ([...document.querySelectorAll("form.judging textarea[lang]")]);

/** The chosen words, if they all stand in the words of the report. */
function chosen() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !context) return "";
  const inside = context.contains(selection.anchorNode) && context.contains(selection.focusNode);
  if (!inside) return "";
  const words = selection.getRangeAt(0).cloneContents();
  for (const number of words.querySelectorAll(".number")) number.remove();
  return (words.textContent ?? "").replace(/\s+/g, " ").trim();
}

if (context && fields.length) {
  const bar = document.createElement("div");
  bar.className = "verdicts choosing";
  bar.setAttribute("role", "toolbar");
  for (const field of fields) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = field.labels[0]?.textContent ?? field.name;
    // Pressing must not take the selection away before it is read.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const words = chosen();
      if (!words) return;
      field.value = field.value.trim() ? `${field.value.trimEnd()}\n${words}` : words;
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    });
    bar.append(button);
  }
  context.after(bar);
  const update = () => bar.toggleAttribute("hidden", !chosen());
  document.addEventListener("selectionchange", update);
  update();
}
