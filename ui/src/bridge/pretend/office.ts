/** What the pretend office answers: one function for each command, over memory. */
import { accessAnswers } from './access';
import { agreementAnswers } from './agreements';
import { aroundAnswers } from './around';
import { bodyAnswers } from './body';
import { buildupAnswers } from './buildup';
import { chartAnswers } from './charts';
import { inspectionAnswers } from './inspection';
import { Cabinet, type Answers, type Mood } from './cabinet';
import { checklistAnswers } from './checklist';
import { chronologyAnswers } from './chronology';
import { deadlineAnswers } from './deadlines';
import { doorAnswers } from './door';
import { filesAnswers } from './files';
import { guideAnswers } from './guide';
import { logAnswers } from './log';
import { movingAnswers } from './moving';
import { ownAnswers } from './own';
import { paperAnswers } from './papers';
import { pupilsAnswers } from './pupils';
import { reachAnswers } from './reach';
import { bundleAnswers } from './bundles';
import { registerAnswers } from './registers';
import { reportAnswers } from './reports';
import { recordsAnswers } from './records';
import { todayAnswers } from './today';
import { vaultAnswers } from './vault';

/** Opens a pretend office in a mood. */
export function answersFor(mood: Mood): Answers {
  const cabinet = new Cabinet(mood);
  return {
    ...doorAnswers(cabinet),
    ...recordsAnswers(cabinet),
    ...reachAnswers(),
    ...chartAnswers(),
    ...inspectionAnswers(),
    ...logAnswers(),
    ...reportAnswers(cabinet),
    ...registerAnswers(cabinet),
    ...bundleAnswers(),
    ...accessAnswers(),
    ...agreementAnswers(),
    ...filesAnswers(cabinet),
    ...guideAnswers(cabinet),
    ...ownAnswers(cabinet),
    ...pupilsAnswers(cabinet),
    ...aroundAnswers(cabinet),
    ...bodyAnswers(cabinet),
    ...buildupAnswers(cabinet),
    ...todayAnswers(cabinet),
    ...checklistAnswers(cabinet),
    ...chronologyAnswers(cabinet),
    ...deadlineAnswers(cabinet),
    ...movingAnswers(cabinet),
    ...paperAnswers(cabinet),
    ...vaultAnswers(cabinet),
  };
}
