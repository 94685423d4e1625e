/** What this browser keeps of the page's own choices. A browser may forbid that; then they last until the page is closed. */

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`p1_${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`p1_${name}`, value);
  } catch {
    // Nothing is lost but the choice.
  }
}
