"""Our own checks of a page: one heading, names and labels for everything, tables with heads, nothing too small to hit."""

CHECKS = """() => {
  const wrong = [], ids = new Set();
  for (const e of document.querySelectorAll('[id]')) { if (ids.has(e.id)) wrong.push('twice: ' + e.id); ids.add(e.id); }
  const levels = [...document.querySelectorAll('h1,h2,h3,[role=heading]')]
    .map((h) => Number(h.getAttribute('aria-level') || h.tagName[1]));
  if (levels.filter((l) => l === 1).length !== 1) wrong.push('h1: ' + levels);
  levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) wrong.push('heading jumps to ' + l); });
  for (const f of document.querySelectorAll('input:not([type=hidden]),select,textarea'))
    if (!f.labels.length && !f.getAttribute('aria-label')) wrong.push('no label: ' + f.name);
  for (const e of document.querySelectorAll('a[href],button,summary'))
    if (!(e.innerText || e.textContent).trim() && !e.getAttribute('aria-label')) wrong.push('no name: ' + e.outerHTML);
  for (const a of document.querySelectorAll('[aria-describedby]'))
    if (!ids.has(a.getAttribute('aria-describedby'))) wrong.push('described by nothing: ' + a.outerHTML);
  for (const t of document.querySelectorAll('table')) if (!t.querySelector('th[scope]')) wrong.push('table without heads');
  if (!document.querySelector('main')) wrong.push('no main');
  if (!document.documentElement.lang) wrong.push('no language');
  for (const e of document.querySelectorAll('a[href],button,input:not([type=hidden]),summary')) {
    const box = e.getBoundingClientRect();
    if (box.width && (box.height < 12 || box.width < 8)) wrong.push('small: ' + e.outerHTML.slice(0, 90));
  }
  return wrong;
}"""
