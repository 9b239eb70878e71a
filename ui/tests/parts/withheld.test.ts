import { describe, expect, it } from 'vitest';
import { flat, fullSheet, sentSheet, unflat } from '../../src/parts/withheld';

describe('the sheet of something that may not come in', () => {
  it('is nothing to the office until somebody writes on it', () => {
    expect(sentSheet(fullSheet())).toBeNull();
    expect(sentSheet(null)).toBeNull();

    const sheet = fullSheet();
    sheet.kept_at = 'envelope 12';
    expect(sentSheet(sheet)).toMatchObject({ kept_at: 'envelope 12', told: [] });
  });

  it('names only those who were told', () => {
    const sheet = fullSheet();
    const ceop = sheet.told.find((one) => one.who === 'ceop');
    if (ceop === undefined) throw new Error('no line for CEOP');
    ceop.reference = 'C-77';

    expect(sentSheet(sheet)?.told).toEqual([{ who: 'ceop', at: '', at_text: '', reference: 'C-77' }]);
  });

  it('comes back from a draft as it was typed, half a time included', () => {
    const typed = fullSheet();
    typed.what = 'a picture, she says';
    typed.isolated = 'unsure';
    const police = typed.told[0];
    if (police === undefined) throw new Error('no line for the police');
    police.at_text = 'about elev';

    const back = fullSheet();
    unflat(back, flat(typed));

    expect(back).toEqual(typed);
  });

  it('says a time that was signed in words when it is put right', () => {
    const signed = { ...fullSheet(), told: [{ who: 'police' as const, at: '2026-11-10T11:02:00+00:00', at_text: '', reference: '' }] };

    expect(fullSheet(signed).told[0]?.at_text).toBe('Tue 10 Nov, 11:02');
  });
});
