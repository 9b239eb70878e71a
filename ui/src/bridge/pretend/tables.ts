/** Tables of the pretend office: one of what a school does, one to look things up in. */
import type { Choice, GuideLine, MatrixView } from '../../bindings/office';
import { fault } from './cabinet';

const column = (id: string, title: string): Choice => ({ id, title, detail: '' });

const pupils: MatrixView = {
  id: 'sanctions-pupils',
  title: 'Pupil actions and sanctions',
  note: 'One school’s policy: a starting point.',
  responses: true,
  columns: [
    column('refer-class-teacher', 'Tell the class teacher or tutor'),
    column('refer-headteacher', 'Tell the headteacher'),
    column('refer-police', 'Tell the police'),
    column('refer-technical', 'Tell technical support'),
    column('inform-parents', 'Tell parents or carers'),
    column('remove-access', 'Take network or internet access away'),
    column('warning', 'Warning'),
    column('further-sanction', 'Further sanction, such as detention or exclusion'),
  ],
  rows: [
    { id: 'p01', label: 'Deliberately opens material that could be illegal', ticks: ['refer-headteacher', 'refer-police', 'inform-parents'] },
    { id: 'p05', label: 'Lets others onto the network by sharing login details', ticks: ['refer-class-teacher', 'warning'] },
    { id: 'p06', label: 'Uses, or tries to use, another pupil’s account', ticks: ['refer-class-teacher', 'further-sanction'] },
    { id: 'p09', label: 'Sends an offensive, harassing or bullying message', ticks: ['refer-headteacher', 'refer-police', 'inform-parents', 'further-sanction'] },
    { id: 'p12', label: 'Uses a proxy or other way round the filter', ticks: ['refer-headteacher', 'inform-parents', 'warning'] },
  ],
  own: null,
  changing: false,
  sources: ['School actions and sanctions, pupils'],
};

const technologies: MatrixView = {
  id: 'communication-technologies',
  title: 'Communication technologies',
  note: 'One school’s policy: a starting point.',
  responses: false,
  columns: [
    column('staff-allowed', 'Staff: allowed'),
    column('staff-at-certain-times', 'Staff: at certain times'),
    column('pupil-with-permission', 'Pupils: with permission'),
    column('pupil-not-allowed', 'Pupils: not allowed'),
  ],
  rows: [
    { id: 'c01', label: 'Mobile phones brought to school', ticks: ['staff-allowed', 'pupil-with-permission'] },
    { id: 'c02', label: 'Taking photographs on one’s own phone or camera', ticks: ['staff-at-certain-times', 'pupil-not-allowed'] },
    { id: 'c03', label: 'Messaging apps in lessons', ticks: [] },
  ],
  own: null,
  changing: false,
  sources: ['School policy on communication technologies'],
};

const all = [pupils, technologies];

/** The tables among the guidance. */
export const tableLines: GuideLine[] = all.map(({ id, title, note }) => ({
  kind: 'matrix', id, number: '', title, purpose: note, applies_when: [], version: 1, own: false,
}));

export function tableOf(id: string): MatrixView {
  const found = all.find((table) => table.id === id);
  if (found === undefined) throw fault('missing', 'This table is not here.');
  return found;
}
