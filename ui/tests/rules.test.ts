/** Rules of the house that no compiler checks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

interface Source {
  name: string;
  text: string;
  imports: string[];
}

const sources: Source[] = filesUnder(root)
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(/\b(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map((found) => {
      const target = found[1] ?? '';
      return target.startsWith('.') ? relative(root, join(path, '..', target)) : target;
    });
    return { name: relative(root, path), text, imports };
  });

/** The folder a source or an import lies in: `parts`, `screens/record`, or the package itself. */
function room(name: string): string {
  const parts = name.split('/');
  return parts[0] === 'screens' ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function strays(which: (source: Source) => boolean, allowed: (target: string, source: Source) => boolean) {
  return sources
    .filter(which)
    .flatMap((source) =>
      source.imports
        .filter((target) => !allowed(target, source))
        .map((target) => `${source.name} imports ${target}`),
    );
}

describe('who may see whom', () => {
  it('finds the sources it is to judge', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(300);
  });

  it('lets only the bridge see Tauri', () => {
    const found = strays(
      (source) => room(source.name) !== 'bridge',
      (target) => !target.startsWith('@tauri-apps'),
    );

    expect(found).toEqual([]);
  });

  it('keeps the parts free of the bridge, the frame and the screens', () => {
    const found = strays(
      (source) => room(source.name) === 'parts',
      (target) => ['parts', 'words', 'bindings', 'svelte'].includes(room(target)),
    );

    expect(found).toEqual([]);
  });

  it('keeps a screen in its own folder and the common ones', () => {
    const common = ['parts', 'words', 'bindings', 'bridge', 'frame', 'svelte'];
    // The way in shares its door and its password field with the first run and with invitations.
    const shared = ['screens/unlock'];
    // What is taken out is chosen in one way, and a copy is put behind a password in one way, wherever it is.
    const lent = ['screens/bundle/Redaction.svelte', 'screens/bundle/redacting.svelte', 'screens/paper/Protect.svelte'];
    // What draws a PDF is seen by one file alone.
    const drawer = (target: string, source: Source): boolean =>
      source.name === 'screens/preview/pdf.ts' && room(target) === 'pdfjs-dist';
    const found = strays(
      (source) => source.name.startsWith('screens/'),
      (target, source) =>
        [...common, ...shared].includes(room(target)) ||
        lent.includes(target) ||
        room(target) === room(source.name) ||
        drawer(target, source),
    );

    expect(found).toEqual([]);
  });

  it('keeps the pretend office out of everything but the start', () => {
    const found = strays(
      (source) => !source.name.startsWith('bridge/pretend') && source.name !== 'main.ts',
      (target) => !target.startsWith('bridge/pretend'),
    );

    expect(found).toEqual([]);
  });
});

describe('what nobody may do', () => {
  const banned: [what: string, pattern: RegExp][] = [
    ['keep anything in the web view', /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/],
    ['write markup as text', /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
    ['style in the markup', /\sstyle=|style:[a-z-]+[={]/],
    ['evaluate text', /\beval\(|new Function\(/],
    ['ask the network', /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(/],
    ['use any', /:\s*any\b|<any>|as any\b/],
    ['print to the console', /console\.(log|debug|info)/],
  ];

  it.each(banned)('does not %s', (_what, pattern) => {
    const found = sources.filter((source) => pattern.test(source.text)).map((source) => source.name);

    expect(found).toEqual([]);
  });

  it('never overrules the types of what the bridge brings', () => {
    const found = sources
      .filter((source) => / as (?!const\b)[A-Za-z{[]/.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`|<!--[\s\S]*?-->|import[^;]*;|\{#each[^}]*\}|>[^<>{}]*</g, '')))
      .map((source) => source.name);

    expect(found).toEqual([]);
  });

  it('keeps every file under four hundred lines', () => {
    const long = sources
      .filter((source) => !source.name.startsWith('bindings/') && !source.name.startsWith('parts/icons/'))
      .filter((source) => source.text.split('\n').length > 400)
      .map((source) => source.name);

    expect(long).toEqual([]);
  });
});
