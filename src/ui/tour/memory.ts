const KEY = 'portside.tour';

/** Whether the tour was skipped or walked to its end in this browser. */
export function isTourOver(): boolean {
  try {
    return localStorage.getItem(KEY) === 'over';
  } catch {
    return false;
  }
}

/** The tour is not to come by itself any more. */
export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, 'over');
  } catch {
    // Then it is offered again to whoever has not done anything yet.
  }
}
