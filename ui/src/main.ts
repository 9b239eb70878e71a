import { mount } from 'svelte';
import App from './App.svelte';
import { open } from './bridge';
import { tauriOffice } from './bridge/tauri';
import './style/index.css';

async function start(): Promise<void> {
  const target = document.getElementById('window');
  if (target === null) return;
  // The pretend office is for drawing screens; in a real build this branch is gone, and so is its file.
  if (import.meta.env.MODE === 'pretend') {
    const { pretendFromAddress } = await import('./bridge/pretend');
    open(pretendFromAddress(window.location.search));
  } else {
    open(tauriOffice);
  }
  mount(App, { target });
}

void start();
