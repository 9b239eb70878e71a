/** Brings the keyboard to a field, in the middle of what is seen. */
export function visit(field: string): void {
  const found = document.getElementById(`f-${field}`);
  found?.focus();
  found?.scrollIntoView({ block: 'center' });
}
