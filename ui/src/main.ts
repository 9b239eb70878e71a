import { mount } from 'svelte';
import App from './App.svelte';
import { call, open } from './bridge';
import { tauriOffice } from './bridge/tauri';
import { house } from './frame/house.svelte';
import './style/index.css';

/** The page is drawn with what stands at the door; it does not wait longer than this for the keyring. */
const patience = 250;

// The pretend office is for drawing screens; in a real build this branch is gone, and so is its file.
if (import.meta.env.MODE === 'pretend') {
  const { pretendFromAddress } = await import('./bridge/pretend');
  open(pretendFromAddress(window.location.search));
} else {
  open(tauriOffice);
}
// The house is built while the answer and the letters are on their way, and put on the page when they are there: the first drawing
// is the last, with its form and in its own letters.
const asked = call('front_door', {});
const letters = ['1rem "Atkinson Hyperlegible Next Variable"', '600 1rem "Source Serif 4 Variable"'];
const ready = Promise.allSettled([asked, ...letters.map((face) => document.fonts.load(face))]);
const target = document.createElement('div');
target.id = 'window';
mount(App, { target });
await Promise.race([ready, new Promise((late) => setTimeout(late, patience))]);
document.body.append(target);
await house.look(asked);
