import { describe, expect, it, vi } from 'vitest';
import { call, faultOf, onLockedAnswer, open } from '../src/bridge';
import { fault, pretend } from '../src/bridge/pretend';
import { takeIn } from '../src/bridge/takein';

const coming = { source: null, indecent_image: 'no', for_purpose: 'concern' as const };

describe('the bridge', () => {
  it('answers with what the office answers', async () => {
    open(pretend());

    expect((await call('front_door', {})).school).toBe('Marlowe Vale School');
  });

  it('rejects with a fault, and turns anything else thrown into one', async () => {
    open(pretend({ failing: { lists: fault('disk_full', 'The disk is full.') } }));

    await expect(call('lists', {})).rejects.toMatchObject({ kind: 'disk_full' });
    expect(faultOf(new TypeError('a name')).technical).toBe('window: TypeError');
    expect(JSON.stringify(faultOf('a child’s name'))).not.toContain('child’s name');
  });

  it('notices an answer that says it is locked', async () => {
    const heard = vi.fn();
    open(pretend({ failing: { concerns: fault('locked', 'It is locked.') } }));
    onLockedAnswer(heard);
    const filter = { pupil: null, status: null, from: null, to: null, text: null, mine: false, after: null, limit: 50 };

    await expect(call('concerns', { filter })).rejects.toMatchObject({ kind: 'locked' });

    expect(heard).toHaveBeenCalledOnce();
  });

  it('streams a file in pieces of a mebibyte and says how far it is', async () => {
    const office = pretend();
    open(office);
    const file = new File([new Uint8Array(2.5 * 1024 * 1024)], 'film.mp4');
    const told: number[] = [];

    const taken = await takeIn(file, coming, (share) => told.push(share), new AbortController().signal);

    expect(taken.name).toBe('film.mp4');
    expect(office.asked.filter((one) => one.name === 'file_chunk')).toHaveLength(3);
    expect(told.at(-1)).toBe(1);
  });

  it('drops a file that is stopped half way', async () => {
    const office = pretend();
    open(office);
    const stop = new AbortController();
    const file = new File([new Uint8Array(3 * 1024 * 1024)], 'film.mp4');

    const under = takeIn(file, coming, () => { stop.abort(); }, stop.signal);

    await expect(under).rejects.toThrow();
    expect(office.asked.at(-1)?.name).toBe('drop_file');
  });
});
