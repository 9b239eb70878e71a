/** The CEOP report of the pretend school, as the first concern fills it. Invented, all of it. */
import type { ChecklistItem } from '../../bindings/office';

/** A section: its heading, and what is asked in it. */
export interface Part {
  title: string;
  items: ChecklistItem[];
}

type Needed = ChecklistItem['needed'];
type More = Partial<ChecklistItem>;

/** What is asked, and how the record answers it. */
export function ask(id: string, prompt: string, needed: Needed, more: More = {}): ChecklistItem {
  return {
    id, prompt, help: '', kind: 'line', options: [], needed, check: false, answer: [], unknown: false, from: '', by_record: false, lacks: '', beside: [],
    typed: null, ...more,
  };
}

const record = (answer: string | string[], from: string): More => ({ answer: [answer].flat(), from, by_record: true });
const ruth = (answer: string | string[], at = '11:12'): More => ({ answer: [answer].flat(), from: `Ruth Calloway, ${at}` });
const one = (...options: string[]): More => ({ kind: 'one', options });
const yesNo = one('Yes', 'No');

/** Every part of it, in the order of the form. */
export function ceopParts(): Part[] {
  return [
    {
      title: 'Before you start',
      items: [
        ask('in_scope', 'Is this sexual abuse, exploitation or grooming online?', 'required', { ...yesNo, ...ruth('Yes') }),
        ask('danger', 'Is a child in immediate danger now?', 'required', { ...yesNo, ...ruth('No') }),
        ask('incident_number', '999 or 101 incident number', 'if_applicable', ruth('0218')),
        ask('already', 'Already reported to local police or children’s social care?', 'required', {
          ...one('No', 'Police', 'Children’s social care', 'Both'), ...ruth('Both'),
        }),
        ask('already_ref', 'Their reference and named contact', 'if_applicable', ruth('FM-77120, Carys Lund')),
      ],
    },
    {
      title: 'About you',
      items: [
        ask('rep_type', 'Reporting as', 'required', record('Professional working with children', 'From your account')),
        ask('rep_name', 'Your name and role', 'required', record('Ruth Calloway, designated safeguarding lead', 'From your account')),
        ask('rep_org', 'School, address', 'required', record('Marlowe Vale School, Harrier Lane, Fenmarsh', 'From the school’s settings')),
        ask('rep_phone', 'Phone an adviser can reach you on, and best times', 'required', record('01632 960118', 'From the school’s settings')),
        ask('rep_email', 'Work email', 'required', record('r.calloway@marlowevale.example', 'From your account')),
        ask('dsl_name', 'Lead’s name and contact if not you', 'recommended', record('Ruth Calloway', 'From your account')),
      ],
    },
    {
      title: 'The child',
      items: [
        ask('child_name', 'Full name, and name used online', 'required', record('Amara Oyelaran, online “amz_owl”', 'From the pupil’s page')),
        ask('child_dob', 'Date of birth', 'required', record('14 March 2014', 'From the pupil’s page')),
        ask('child_gender', 'Sex or gender', 'recommended', record('Girl', 'From the pupil’s page')),
        ask('child_address', 'Home address and who lives there', 'required', { kind: 'words', ...record('14 Weir Lane, Marlowe. Mum (Folake)', 'From those around her') }),
        ask('child_contact', 'Safe way to reach the family', 'recommended'),
        ask('child_needs', 'Needs: learning, language, communication, health', 'recommended', record('None known', 'From the pupil’s page')),
        ask('child_status', 'Plan, looked after, social worker', 'recommended', {
          kind: 'some', options: ['None known', 'Early help', 'Child in need', 'Child protection plan', 'Looked after', 'Social worker allocated'],
          ...record('Social worker allocated', 'From those around her'),
        }),
        ask('child_knows', 'Does Amara know you are reporting?', 'required', { kind: 'words', help: 'Yours to ask, at 15:00 with Mum' }),
        ask('child_accounts', 'The child’s own accounts', 'required', { kind: 'list', ...record(['amz_owl         Blockhaven (game)'], 'From “user names” in the concern') }),
        ask('other_children', 'Other children in contact with the same person', 'recommended', { kind: 'words', ...record('Jayden Fairbrother saw the messages', 'From the first account') }),
      ],
    },
    {
      title: 'The suspect',
      items: [
        ask('sus_known', 'Is the person known in real life?', 'required', {
          ...one('Known offline', 'Only known online', 'Not sure', 'Is another child', 'Works or volunteers with children'),
          ...record('Only known online', 'From the first account'),
        }),
        ask('sus_accounts', 'User names, profile links, numbers, payment details', 'required', {
          kind: 'list',
          help: 'Copy exactly, including capitals and numbers.',
          ...record(['kai_drifts07    Blockhaven (game)', 'k4i.Drifts_     Quibble (messages)'], 'From “user names” in the concern. Capitals kept as she showed them'),
        }),
        ask('sus_name', 'Name or names used', 'recommended', record('“Kai”', 'From the child’s words')),
        ask('sus_age', 'Age claimed, and age you think', 'recommended', { help: 'Leave it if nobody knows; do not ask Amara again.' }),
        ask('sus_location', 'Where they say they are', 'recommended', { help: 'Only what he said himself, never a guess.' }),
        ask('sus_children', 'Any access to other children?', 'recommended', { kind: 'words' }),
      ],
    },
    {
      title: 'What happened',
      items: [
        ask('what', 'What happened, in order, in plain words', 'required', { kind: 'words', ...record('“He said he’d pick me up by the cinema on Saturday and not to tell my mum. He’s got my school off my photo.”', 'From the child’s words') }),
        ask('kinds', 'What kind of contact', 'recommended', {
          kind: 'some', options: ['Sexual chat', 'Wanting to meet', 'Asking for sexual pictures', 'Threats'], ...record('Wanting to meet', 'From the first account'),
        }),
        ask('when', 'When it started, when it was last', 'required', record('Last: Sun 8 Nov, about 20:30', 'From the concern')),
        ask('where', 'Where online', 'required', { kind: 'list', ...record(['Blockhaven (game)', 'Quibble (messages)'], 'From “user names” in the concern') }),
        ask('urls', 'Web addresses', 'required', { kind: 'list', help: 'Mum may have the link. Do not revisit the page' }),
        ask('images', 'Were images asked for, sent or threatened?', 'required', {
          help: 'Say yes or no; never attach.', check: true,
          ...one('None', 'Asked for', 'Sent by the child', 'Sent by the suspect', 'Threatened to share', 'Shared', 'Not known'),
          ...record('Asked for', 'From the withheld item'),
        }),
        ask('met', 'Any meeting arranged or taken place?', 'required', { kind: 'words', ...record('Saturday, by the cinema', 'From the child’s words') }),
        ask('ongoing', 'Is contact still going on?', 'required', { ...one('Yes', 'No', 'Not known'), ...record('Not known', 'From the concern') }),
      ],
    },
    {
      title: 'Evidence, safety',
      items: [
        ask('evid', 'What evidence is kept, where, by whom', 'required', { kind: 'words', ...record('Her own phone, envelope 12 in the safe', 'From the withheld item') }),
        ask('device', 'Where the device is and its state', 'recommended', record('In the safe, switched off', 'From the withheld item')),
        ask('advised', 'Child advised to stop replying, save, then block', 'required', { kind: 'tick', ...record('yes', 'From what was done') }),
        ask('platform', 'Reported to the platform?', 'recommended', record('No', 'From what was done')),
        ask('rr', 'Report Remove offered?', 'if_applicable', record('Not applicable', 'From the concern')),
      ],
    },
    {
      title: 'Who else knows',
      items: [
        ask('parents', 'Parents or carers told? If not, why', 'required', { kind: 'words', ...ruth('Mum, by telephone, 09:58') }),
        ask('la', 'Social care told: when, who, reference', 'required', ruth('Fenmarsh MASH, 10:58, Carys Lund, FM-77120')),
        ask('police', 'Police told: when, who, reference', 'required', ruth('11:02, 101, reference 0218')),
        ask('lado', 'LADO told, if the suspect works with children', 'if_applicable', ruth('No: he is not known to')),
      ],
    },
    {
      title: 'After sending',
      items: [
        ask('sent', 'Date, time, sender and CEOP reference', 'required'),
        ask('call', 'Adviser’s call: date, name, advice', 'recommended', { kind: 'words' }),
        ask('review', 'Review date', 'required'),
      ],
    },
  ];
}

/** What is missing, worst first. */
export const ceopGaps = ['urls', 'child_knows', 'sus_location', 'sus_age', 'sus_children', 'child_contact'];
