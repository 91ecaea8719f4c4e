type Counts = { readonly closes: number; readonly opens: number; readonly others: number };

/** All words that the grid's sentences are made of. */
export const WORDS = {
  same: (verb: string) => `A ${verb} would change nothing here.`,
  differs: (verb: string, { closes, opens, others }: Counts) => {
    const doors = closes === 0 && opens === 0 ? 'open and close no door' : doorsText(closes, opens);
    // Before a start everything is closed, so that every answer differs.
    const rest =
      others === 0 || verb === 'start'
        ? ''
        : ` ${others === 1 ? '1 more answer' : `${others} more answers`} would differ.`;
    return `A ${verb} would ${doors}.${rest}`;
  },
  fails: (verb: string, closes: number, reason: string) => {
    const doors = closes === 0 ? '' : ` ${closes === 1 ? 'The open door closes' : `All ${closes} open doors close`}.`;
    return `After a ${verb} no kubelet would run.${doors} It would not start: ${sentence(reason)}`;
  },
  kept: (reason: string) => `systemd would refuse the restart, and what runs goes on: ${sentence(reason)}`,
  pod: (namespace: string, pod: string, container: string) =>
    `Container paths name ${container} in pod ${namespace}/${pod}.`,
  noPod: 'No container runs, so container paths name one that is not there.',
  leftOut: (count: number) =>
    count === 1 ? '1 more subject of a binding is left out.' : `${count} more subjects of bindings are left out.`,
} as const;

function doorsText(closes: number, opens: number): string {
  if (closes === 0) return `open ${doors(opens)} and close none`;
  return `close ${doors(closes)} and open ${opens === 0 ? 'none' : doors(opens)}`;
}

function doors(count: number): string {
  return count === 1 ? '1 door' : `${count} doors`;
}

function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
