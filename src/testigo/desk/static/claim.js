// A claim by keyboard; and while it is amended, words chosen in the text go into a field by one button, instead of being typed.
// Every key presses a button or follows a link that is on the page.
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

const ways = { j: 'nav.pager a[rel="next"]', k: 'nav.pager a[rel="prev"]', n: "#note", "?": "#keys summary" };

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  const way = ways[/** @type {keyof typeof ways} */ (event.key)];
  const key = `[data-key="${CSS.escape(event.key)}"]`;
  const found = document.querySelector(way ?? `form.judging ${key}, nav.pager ${key}`);
  if (!(found instanceof HTMLElement)) return;
  event.preventDefault();
  found.focus();
  if (event.key !== "n") found.click();
});
