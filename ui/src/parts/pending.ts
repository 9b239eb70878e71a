/** What is still being understood somewhere on the page; a signature waits for it. */
type Settle = () => Promise<void>;

const settlers = new Set<Settle>();

/** Registers something that may still be understanding; the answer takes it back. */
export function mayBePending(settle: Settle): () => void {
  settlers.add(settle);
  return () => settlers.delete(settle);
}

/** Waits until everything typed has been understood. */
export async function settled(): Promise<void> {
  await Promise.all([...settlers].map((settle) => settle().catch(() => undefined)));
}
