// What somebody in front of the window would see and call things. Every question to the page begins with this.
const squash = (text) => text.replace(/\s+/g, ' ').trim();

const shown = (el) =>
  el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  el.closest('[inert], [aria-hidden="true"]') === null;

/** What lies on top takes everything; otherwise the page. */
const stage = () => {
  const over = [...document.querySelectorAll('dialog[open], [role="dialog"][aria-modal="true"]')].filter(shown);
  return over.at(-1) ?? document.body;
};

/** The words inside, as a screen reader runs them together. */
const wordsIn = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  const within = [...node.childNodes].map(wordsIn).join('');
  return getComputedStyle(node).display.startsWith('inline') ? within : ` ${within} `;
};

const byIds = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)).filter((el) => el !== null);

const nameOf = (el) => {
  const pointed = el.getAttribute('aria-labelledby');
  if (pointed !== null) return squash(byIds(pointed).map(wordsIn).join(' '));
  const said = el.getAttribute('aria-label');
  if (said !== null) return squash(said);
  if (el.labels?.length > 0) return squash([...el.labels].map(wordsIn).join(' '));
  return squash(wordsIn(el)) || squash(el.getAttribute('placeholder') ?? el.getAttribute('title') ?? '');
};

const kinds = {
  button: 'button, [role="button"], summary',
  link: 'a[href]',
  place: 'nav button',
  pressable: 'button, [role="button"], summary, a[href], [role="option"]',
  field: 'input:not([type="radio"], [type="checkbox"], [type="file"], [type="hidden"]), textarea',
  list: 'select',
  choice: 'input[type="radio"], input[type="checkbox"]',
  option: '[role="option"]',
};

/** Those called so; failing that, those whose names begin so. */
const find = (kind, wanted) => {
  const all = [...stage().querySelectorAll(kinds[kind])].filter(shown).map((el) => [el, nameOf(el)]);
  const exact = all.filter(([, name]) => name === wanted);
  const found = exact.length > 0 ? exact : all.filter(([, name]) => name.startsWith(wanted));
  return found.map(([el]) => el);
};

/** The choices of one question. */
const answersTo = (question, wanted) =>
  find('choice', wanted).filter((el) => {
    const legend = el.closest('fieldset')?.querySelector('legend');
    return legend !== null && legend !== undefined && squash(wordsIn(legend)).startsWith(question);
  });

const namesOf = (kind) => [...stage().querySelectorAll(kinds[kind])].filter(shown).map(nameOf);

const read = () => squash(document.body.innerText);

/** What the next click is meant for, and whether it came there. */
const aimAt = (el) => {
  window.aim = { el, reached: false };
  const mine = (target) => el.contains(target) || [...(el.labels ?? [])].some((label) => label.contains(target));
  // Asked as it happens: the page may take apart what was pressed.
  addEventListener('click', ({ target }) => { window.aim.reached = mine(target); }, { capture: true, once: true });
};
const hit = () => {
  return window.aim?.reached ?? true;
};

/** Where the keyboard is, and whether an eye would find it. */
const focus = () => {
  const el = document.activeElement;
  if (el === null || el === document.body) return null;
  const style = getComputedStyle(el);
  // A field in a box with a border of its own lets the box carry the ring.
  const ringed = (one) => {
    const s = getComputedStyle(one);
    const outline = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
    return outline || (s.boxShadow !== 'none' && s.boxShadow !== '');
  };
  const carriers = [el, el.parentElement, el.parentElement?.parentElement, el.closest('.choice')];
  const box = el.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    tag: el.localName,
    name: el.localName === 'main' || el.localName === 'dialog' ? '' : nameOf(el),
    value: 'value' in el && el.localName !== 'button' ? String(el.value) : '',
    ring: el.matches(':focus-visible') && carriers.some((one) => one !== null && one !== undefined && ringed(one)),
    heading: /^h[1-6]$/.test(el.localName),
    within: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: top !== null && !(el.contains(top) || top.contains(el) || (el.labels && [...el.labels].some((l) => l.contains(top)))),
    cursor: style.cursor,
  };
};
