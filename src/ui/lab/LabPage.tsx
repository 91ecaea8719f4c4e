import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Labs, OpenedLab } from '#session/view/lab.ts';
import { Masthead } from '../app/Masthead.tsx';
import type { PageProps } from '../app/pages.table.ts';
import { unpackRun } from '../timeline/link.ts';
import { LAB } from '../words/lab.ts';
import { WORDS } from '../words.ts';
import { LabItem } from './LabItem.tsx';
import { LabList } from './LabList.tsx';
import { LabStart } from './LabStart.tsx';
import { hashOfLab, placeOf } from './place.ts';
import { useBrought } from './useLab.ts';
import './Lab.css';

/** Labs: the list of those that are known, one of them, or one of its items. */
export function LabPage({ host }: PageProps) {
  const labs = useBrought(host.labs);
  const hash = useSyncExternalStore(onHash, () => location.hash);
  const place = placeOf(hash);
  if (labs === null) return <LabNote words={WORDS.loading} />;
  if (place.kind === 'packed') return <Unpacking key={place.packed} labs={labs} packed={place.packed} />;
  if (place.kind === 'none') return <LabList labs={labs} trouble={null} />;
  return <Kept key={place.digest} labs={labs} digest={place.digest} item={place.item} />;
}

function onHash(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** A lab in the link: it is opened, and the address gets a shorter one. */
function Unpacking({ labs, packed }: { readonly labs: Labs; readonly packed: string }) {
  const [opened, setOpened] = useState<OpenedLab | null>(null);
  useEffect(() => {
    let wanted = true;
    void unpackRun(packed)
      .then(async (unpacked): Promise<OpenedLab> => (unpacked.ok ? await labs.open(unpacked.text) : unpacked))
      .catch((): OpenedLab => ({ ok: false, words: LAB.broken }))
      .then((lab) => {
        if (!wanted) return;
        const known = lab.ok && labs.known().some(({ digest }) => digest === lab.lab.view().digest);
        if (lab.ok && known) location.replace(hashOfLab(lab.lab.view().digest));
        else setOpened(lab);
      });
    return () => {
      wanted = false;
    };
  }, [labs, packed]);
  return <Shown labs={labs} opened={opened} item={null} />;
}

interface KeptProps {
  readonly labs: Labs;
  readonly digest: string;
  readonly item: number | null;
}

function Kept({ labs, digest, item }: KeptProps) {
  const opened = useBrought(() =>
    labs.reopen(digest).then(
      (known): OpenedLab => known ?? { ok: false, words: LAB.gone },
      (): OpenedLab => ({ ok: false, words: LAB.broken }),
    ),
  );
  return <Shown labs={labs} opened={opened} item={item} />;
}

interface ShownProps {
  readonly labs: Labs;
  readonly opened: OpenedLab | null;
  readonly item: number | null;
}

function Shown({ labs, opened, item }: ShownProps) {
  if (opened === null) return <LabNote words={WORDS.loading} />;
  if (!opened.ok) return <LabList labs={labs} trouble={`${LAB.refused} ${opened.words}`} />;
  const { lab } = opened;
  if (item === null || item > lab.view().items.length) return <LabStart lab={lab} />;
  return <LabItem key={item} lab={lab} number={item} />;
}

function LabNote({ words }: { readonly words: string }) {
  return (
    <>
      <Masthead />
      <main className="frame-note" role="status">
        {words}
      </main>
    </>
  );
}
