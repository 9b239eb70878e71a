/** The real office, behind the window. The only file that knows of Tauri. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Commands, OfficeEvents, RawAnswers, RawCommands } from '../bindings/commands';
import type { CommandName, Office } from './index';

/** Asks the Rust side. */
export const tauriOffice: Office = {
  call<N extends CommandName>(name: N, args: Commands[N]['args']) {
    return invoke<Commands[N]['result']>(name, { ...args });
  },
  callRaw<N extends keyof RawCommands>(name: N, token: string, bytes: Uint8Array) {
    return invoke<RawCommands[N]>(name, bytes, { headers: { 'x-token': token } });
  },
  async fetchRaw<N extends keyof RawAnswers>(name: N, args: RawAnswers[N]) {
    return new Uint8Array(await invoke<ArrayBuffer>(name, { ...args }));
  },
  async listen<E extends keyof OfficeEvents>(event: E, hear: (said: OfficeEvents[E]) => void) {
    return listen<OfficeEvents[E]>(event, (heard) => {
      hear(heard.payload);
    });
  },
};
