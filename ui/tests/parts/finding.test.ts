/** Finding guidance, as it ships, by the words of a bad day. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { found } from '../../src/parts/finding';

const assets = join(import.meta.dirname, '..', '..', '..', 'assets', 'guidance');

interface Page {
  id: string;
  title: string;
  rest: string[];
}

/** What the TOML of a page says before its first step or question. */
function pageOf(text: string): Page {
  const top = text.split(/^\[\[/m)[0] ?? '';
  const one = (key: string): string => new RegExp(`^${key} = "(.*)"$`, 'm').exec(top)?.[1] ?? '';
  const many = /^applies_when = \[([\s\S]*?)^\]/m.exec(top)?.[1] ?? '';
  return { id: one('id'), title: `${one('number')} ${one('title')}`, rest: [one('purpose'), one('use_when'), many] };
}

const pages = ['flows', 'checklists'].flatMap((folder) =>
  readdirSync(join(assets, folder)).map((name) => pageOf(readFileSync(join(assets, folder, name), 'utf8'))),
);

const routes = readFileSync(join(assets, 'routes.toml'), 'utf8')
  .split(/^\[\[route\]\]/m)
  .slice(1)
  .map((text): Page => {
    const one = (key: string): string => new RegExp(`^${key} = "(.*)"$`, 'm').exec(text)?.[1] ?? '';
    return { id: one('id'), title: one('what'), rest: [one('say')] };
  });

const of = (all: Page[], query: string): string[] => found(all, query, (page) => page).map((page) => page.id);

describe('guidance is found by the words of a bad day', () => {
  it('reads every page', () => {
    expect(pages).toHaveLength(44);
    expect(pages.every((page) => page.id !== '' && page.title !== ' ')).toBe(true);
  });

  it.each([
    ['nude picture', 'nudes-semi-nudes'],
    ['nude picture shared between pupils', 'nudes-semi-nudes'],
    ['nudes', 'nudes-semi-nudes'],
    ['naked photo', 'nudes-semi-nudes'],
    ['sexting', 'nudes-semi-nudes'],
    ['blackmail', 'online-grooming-ceop'],
    ['sextortion', 'online-grooming-ceop'],
    ['groomed', 'online-grooming-ceop'],
    ['stranger online', 'online-grooming-ceop'],
    ['bullied', 'cyberbullying'],
    ['hacked', 'cyberbullying'],
    ['fake account', 'cyberbullying'],
    ['fake accounts', 'cyberbullying'],
    ['self-harm', 'concern-about-a-child'],
    ['she is self harming', 'concern-about-a-child'],
    ['suicide', 'concern-about-a-child'],
  ])('%s', (query, id) => {
    expect(of(pages, query).slice(0, 4)).toContain(id);
  });

  it.each([
    ['naked picture', 'nudes'],
    ['fake profile', 'fake-account'],
    ['hacked', 'hacked-account'],
    ['blackmail', 'blackmail'],
    ['bullied', 'bullying'],
    ['stranger online', 'grooming'],
    ['suicide', 'self-harm'],
    ['self-harm', 'self-harm'],
    ['cutting herself', 'self-harm'],
    ['wants to die', 'self-harm'],
    ['overdose', 'self-harm'],
    ['hurting himself', 'self-harm'],
    ['took tablets', 'self-harm'],
    ['scars on arms', 'self-harm'],
  ])('where %s goes', (query, id) => {
    expect(of(routes, query).slice(0, 3)).toContain(id);
  });

  it.each(['self-harm', 'self harm', 'suicide', 'overdose', 'cutting herself', 'wants to die'])('first of all where %s goes is self-harm', (query) => {
    expect(of(routes, query)[0]).toBe('self-harm');
  });

  it.each(['bullied', 'fake account', 'impersonation', 'hacked'])('what CEOP does not take does not lead there: %s', (query) => {
    expect(of(pages, query)).not.toContain('ceop-referral');
  });

  it('finds everything where only little words are typed, and nothing by what is in no page', () => {
    expect(of(pages, 'what is')).toHaveLength(44);
    expect(of(pages, 'zebra')).toEqual([]);
  });
});
