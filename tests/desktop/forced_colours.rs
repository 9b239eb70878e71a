//! Every page in forced colours: system colours only, and still one knows where one is, what can be pressed, where the
//! keyboard is and what is not known.

use crate::kit::{Laptop, Window};

/// What on a page cannot be told any more, in words.
const LOST: &str = "
const system = (name) => {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.body.append(probe);
  const is = getComputedStyle(probe).color;
  probe.remove();
  return is;
};
const canvas = system('Canvas');
const seen = (el) => shown(el) && el.getClientRects().length > 0;
const edged = (el) => {
  const s = getComputedStyle(el);
  return ['Top', 'Right', 'Bottom', 'Left'].some((side) =>
    s[`border${side}Style`] !== 'none' && parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Color`] !== canvas);
};
const told = (el) => edged(el) || getComputedStyle(el).color === system('LinkText') || getComputedStyle(el).textDecorationLine.includes('underline')
  || [...el.querySelectorAll('*')].some((one) => getComputedStyle(one).textDecorationLine.includes('underline'))
  || el.querySelector('svg') !== null;
const lost = [];
if (!matchMedia('(forced-colors: active)').matches) lost.push('colours are not forced');
for (const el of stage().querySelectorAll('button, a[href], [role=\"button\"]')) {
  if (seen(el) && nameOf(el) !== '' && !told(el)) lost.push(`cannot be told from words: ${nameOf(el)}`);
}
for (const el of stage().querySelectorAll('input:not([type=file]), textarea, select')) {
  if (seen(el) && !edged(el) && !edged(el.parentElement) && !edged(el.parentElement.parentElement) && !['radio', 'checkbox'].includes(el.type)) lost.push(`a field without an edge: ${nameOf(el)}`);
}
for (const el of stage().querySelectorAll('[class*=\"hatch\"]')) {
  if (seen(el) && squash(el.textContent) === '') lost.push('a hatched thing without a word');
}
for (const el of stage().querySelectorAll('svg')) {
  const s = getComputedStyle(el);
  if (seen(el) && s.color === canvas) lost.push(`a drawing in the colour of the page: ${el.parentElement?.textContent}`);
}
const places = [...document.querySelectorAll('nav button')].filter(seen);
const here = places.filter((el) => el.getAttribute('aria-current') === 'page');
const mark = (el) => { const s = getComputedStyle(el); return [s.borderLeftColor, s.borderLeftWidth, s.borderLeftStyle, s.backgroundColor, s.outlineStyle].join(); };
const writing = squash(document.querySelector('main h1')?.textContent ?? '').startsWith('Record a concern');
if (places.length > 0 && here.length !== (writing ? 0 : 1)) lost.push(`${here.length} places are said to be the one where one is`);
if (here.length > 0 && places.some((el) => !here.includes(el) && mark(el) === mark(here[0]))) lost.push('the place where one is looks like the others');
return lost;";

#[test]
#[ignore = "needs Chromium; run by cargo xtask test"]
fn in_forced_colours_one_still_knows_where_one_is_what_can_be_pressed_and_where_the_keyboard_is() {
    let laptop = Laptop::new();
    let window = laptop.open_in_forced_colours("busy&drafts");

    window.see("999");
    nothing_is_lost(&window, "the door");
    window.write_into("Your user name", "ruth.calloway");
    window.write_into("Password", "lantern orchard velvet");
    window.key("Enter");
    window.see("Nobody has read");
    nothing_is_lost(&window, "today");
    window.picture("forced-colours");
    window.tab_back_to("Lock");
    window.tab_back_to("Concerns");

    for (place, there) in [
        ("Concerns", "Tilly Rackham"),
        ("Pupils", "Amara Oyelaran"),
        ("Vault", "Who can open it"),
    ] {
        window.go_to(place);
        window.see(there);
        nothing_is_lost(&window, place);
    }
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.see("Read this first");
    nothing_is_lost(&window, "a pupil");
    window.press("Change: Do not ring Dad");
    window.arrive_at("Read this first: Amara Oyelaran");
    nothing_is_lost(&window, "what is to be read first");
    window.press("Leave it");
    window.see("Read this first");
    window.press("a stranger online");
    window.see("Since then");
    nothing_is_lost(&window, "a concern");
    window.key("Control+n");
    window.arrive_at("Record a concern");
    nothing_is_lost(&window, "record");
    window.key("Control+Enter");
    window.see("Say who this is about");
    nothing_is_lost(&window, "record, in error");
    window.tick("I am not sure");
    nothing_is_lost(&window, "record, an image that must not come in");
    window.key("Control+9");
    window.see("Ring now. Write later.");
    nothing_is_lost(&window, "danger");
    window.key("Escape");
    window.key("Control+k");
    window.see("Type two letters.");
    nothing_is_lost(&window, "find");
    window.close();
}

fn nothing_is_lost(window: &Window, page: &str) {
    let lost = window.ask(LOST, vec![]);
    assert_eq!(lost, serde_json::json!([]), "on {page}");
    window.is_clean(&format!("{page}, in forced colours"));
}
