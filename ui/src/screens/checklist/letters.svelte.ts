/** Whether single letters move through a checklist. Somebody who speaks into the window turns them off (WCAG 2.1.4); it holds until
 * the window closes. */
export const letters = $state({ on: true });
