// Beside what the page does without scripts: shows the parts of a claim where the pointer or the keyboard is,
// and moves from claim to claim by keys. Every judgement is sent by the page's own forms.
// @ts-check

const text = /** @type {HTMLElement} */ (document.querySelector(".text"));
const card = document.createElement("aside");
card.className = "card";
card.hidden = true;
document.body.append(card);
/** @type {string | undefined} */
let selected = text.querySelector("details.note[open]")?.getAttribute("data-claim") ?? undefined;

/** @param {Element | null} at */
const claimAt = (at) => at?.closest("[data-claim]")?.getAttribute("data-claim") ?? undefined;
/** @param {string} number */
const noteOf = (number) => /** @type {HTMLDetailsElement | null} */ (document.getElementById(`n${number}`));
const numbers = () => /** @type {HTMLElement[]} */ ([...text.querySelectorAll("a.number[data-claim]")]);

/** The pieces of text between two offsets.
 * @param {number} start @param {number} end */
function pieces(start, end) {
  const found = [];
  for (const piece of text.querySelectorAll("[id^=o]")) {
    const at = Number(piece.id.slice(1));
    if (at >= start && at < end) found.push(/** @type {HTMLElement} */ (piece));
  }
  return found;
}

/** Light the words of a claim and of its parts; labelled, each part says what it is.
 * @param {string} number @param {string} look @param {boolean} labelled */
function light(number, look, labelled) {
  for (const line of text.querySelectorAll(`.said[data-claim="${number}"]`)) line.classList.add(look);
  for (const part of noteOf(number)?.querySelectorAll("[data-part]") ?? []) {
    const { start, end, part: role } = /** @type {HTMLElement} */ (part).dataset;
    pieces(Number(start), Number(end)).forEach((piece, index) => {
      piece.classList.add("part");
      piece.classList.add(look);
      if (labelled && index === 0 && role) piece.dataset.role = role;
    });
  }
}

/** @param {string} look */
function darken(look) {
  for (const lit of document.querySelectorAll(`.${look}`)) {
    lit.classList.remove(look);
    if (look === "shown" || !lit.classList.contains("shown")) lit.classList.remove("part");
    if (look === "shown") lit.removeAttribute("data-role");
  }
}

/** Show a claim's parts beside its number, without moving the text.
 * @param {HTMLElement} number */
function preview(number) {
  const claim = claimAt(number);
  const note = claim && claim !== selected ? noteOf(claim) : null;
  leave();
  if (!claim || !note) return;
  light(claim, "lit", false);
  note.classList.add("lit");
  card.replaceChildren(...[...note.children].map((child) => child.cloneNode(true)));
  card.className = `card ${[...note.classList].filter((name) => name !== "note" && name !== "lit").join(" ")}`;
  card.hidden = false;
  const box = number.getBoundingClientRect();
  const below = box.bottom + card.offsetHeight + 8 < window.innerHeight;
  card.style.top = `${(below ? box.bottom + 6 : Math.max(4, box.top - card.offsetHeight - 6)) + window.scrollY}px`;
  card.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - card.offsetWidth - 16))}px`;
}

function leave() {
  card.hidden = true;
  darken("lit");
}

/** Open a claim's note and label its parts in the text.
 * @param {string} number */
function select(number) {
  leave();
  darken("shown");
  const before = selected && selected !== number ? noteOf(selected) : null;
  if (before) before.open = false;
  selected = number;
  const note = noteOf(number);
  if (!note) return;
  note.open = true;
  note.classList.add("shown");
  light(number, "shown", true);
  const here = document.getElementById(`c${number}`);
  here?.scrollIntoView({ block: "nearest" });
  const href = here?.getAttribute("href");
  if (href) history.replaceState(null, "", href.replace(/#.*/, `#c${number}`));
}

/** @param {number} by */
function step(by) {
  const all = numbers();
  if (!all.length) return;
  const now = document.activeElement ? claimAt(document.activeElement) : undefined;
  const at = all.findIndex((number) => number.dataset.claim === (now ?? selected));
  const beyond = at >= 0 && (at + by < 0 || at + by >= all.length);
  const part = beyond ? document.querySelector(`nav.pager a[rel="${by > 0 ? "next" : "prev"}"]`) : null;
  if (part instanceof HTMLAnchorElement) return part.click();
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function showKeys() {
  const summary = document.querySelector("#keys summary");
  if (!(summary instanceof HTMLElement)) return;
  summary.click();
  summary.focus();
}

for (const number of numbers()) {
  number.removeAttribute("title");
  number.addEventListener("pointerenter", () => preview(number));
  number.addEventListener("pointerleave", leave);
  number.addEventListener("focus", () => preview(number));
  number.addEventListener("blur", leave);
  number.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const claim = claimAt(number);
    if (claim) select(claim);
  });
}
text.addEventListener("toggle", (event) => {
  const note = /** @type {HTMLDetailsElement} */ (event.target);
  const claim = claimAt(note);
  if (note.matches("details.note") && note.open && claim && claim !== selected) select(claim);
}, true);
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "Escape") leave();
  else if (event.key === "+") document.getElementById("add")?.click();
  else if (event.key === "?") showKeys();
  else if (event.key.length === 1) {
    const claim = (document.activeElement ? claimAt(document.activeElement) : undefined) ?? selected;
    const act = claim ? noteOf(claim)?.querySelector(`[data-key="${CSS.escape(event.key)}"]`) : null;
    if (act instanceof HTMLElement) act.click();
  }
});
document.addEventListener("selectionchange", () => {
  const link = document.getElementById("add");
  const words = document.getSelection();
  if (!(link instanceof HTMLAnchorElement) || !words || !text.contains(words.anchorNode)) return;
  const copy = words.rangeCount ? words.getRangeAt(0).cloneContents() : null;
  copy?.querySelectorAll(".number, .notes").forEach((other) => other.remove());
  const chosen = (copy?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 600);
  link.search = chosen ? `?words=${encodeURIComponent(chosen)}` : "";
});
