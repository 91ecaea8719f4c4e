import * as v from 'valibot';
import { type Lab, labSchema } from '#packs/lab.ts';
import { type Stripping, strip } from '#packs/stripped.ts';
import type { LabDraft, PublishedLab } from '../view/lab.ts';
import { slugOf } from './fileName.ts';
import { readyLab } from './readLab.ts';
import { LAB_WORDS } from './words.ts';

/** Makes of the instructor's form the learners' file, and the instructor's own where something was left out of theirs. */
export function publishLab(draft: LabDraft): PublishedLab {
  const used = draft.packs.filter(({ id }) => draft.items.some((item) => item.kind === 'scenario' && item.id === id));
  const leaves: Stripping | null = used.length === 0 || draft.leaveOut === 'nothing' ? null : draft.leaveOut;
  const whole = {
    kind: 'portside-lab',
    format: 1,
    title: draft.title.trim(),
    message: draft.message
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim().replaceAll(/\s+/g, ' '))
      .filter((paragraph) => paragraph !== ''),
    items: draft.items,
    seed: draft.seed,
    minutes: draft.minutes,
    allowed: leaves === 'checks' ? { ...draft.allowed, checks: false, solutions: false } : draft.allowed,
    packs: Object.fromEntries(used.map(({ id, text }) => [id, text])),
  };
  const parsed = v.safeParse(labSchema, whole);
  if (!parsed.success) return { ok: false, words: LAB_WORDS.unfinished(v.getDotPath(parsed.issues[0]) ?? '') };
  const lab = parsed.output;
  const read = readyLab(lab);
  if (!read.ok) return read;
  const name = `portside-lab-${slugOf(lab.title, 'lab')}`;
  const learners = leaves === null ? lab : stripped(lab, leaves);
  return {
    ok: true,
    digest: read.ready.digest,
    learners: { name: `${name}.json`, text: JSON.stringify(learners) },
    instructor: leaves === null ? null : { name: `${name}-instructor.json`, text: JSON.stringify(lab) },
  };
}

function stripped(lab: Lab, how: Stripping): Lab {
  const packs = Object.entries(lab.packs).map(([id, text]) => [id, strip(text, how, lab.allowed.hints) ?? '']);
  return { ...lab, packs: Object.fromEntries(packs) };
}
