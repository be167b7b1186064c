// The queue of proposed links by keyboard: s, d, u decide; z undoes; j and k go on and back. Without it the buttons do the same.
// @ts-check

const VERDICTS = { s: "same", d: "different", u: "unsure", z: "withdraw" };

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select")) return;
  const verdict = VERDICTS[/** @type {keyof typeof VERDICTS} */ (event.key)];
  const button = verdict && (document.querySelector(`form.deciding button[value="${verdict}"]`) ?? (event.key === "z" && document.querySelector("form.said-now button")));
  const link = { j: 'a[rel="next"]', k: 'a[rel="prev"]' }[event.key];
  const way = link && document.querySelector(`form.deciding ${link}`);
  if (button instanceof HTMLButtonElement) button.click();
  else if (way instanceof HTMLAnchorElement) way.click();
  else return;
  event.preventDefault();
});
