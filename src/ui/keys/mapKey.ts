const KEY = 'portside.mapKey';

/** Whether the bare `?` opens the key map. Who speaks to the machine may turn that off: a bare character is soon said. */
export function isMapKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Turns the bare `?` on or off, for the next visits as well where storage is allowed. */
export function turnMapKey(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Without storage the key stays on.
  }
}
