import { mount } from 'svelte';
import App from './App.svelte';
import { open } from './bridge';
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
// With its letters there, the first drawing is the last: none is made in other letters first.
const letters = ['1rem "Atkinson Hyperlegible Next Variable"', '600 1rem "Source Serif 4 Variable"'];
const ready = Promise.all([house.look(), ...letters.map((face) => document.fonts.load(face).catch(() => []))]);
await Promise.race([ready, new Promise((late) => setTimeout(late, patience))]);
const target = document.getElementById('window');
if (target !== null) mount(App, { target });
