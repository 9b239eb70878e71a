import type { Topic } from '../bindings/office';

/** How often each topic has been touched; a screen that shows a topic asks again when it moves. */
export const topics = $state<Record<Topic, number>>({
  concerns: 0,
  pupils: 0,
  people: 0,
  drafts: 0,
  vault: 0,
  backup: 0,
});

/** Marks what a change touched. */
export function heard(touched: readonly Topic[]): void {
  for (const topic of touched) topics[topic] += 1;
}
