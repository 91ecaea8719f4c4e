import { Briefing } from '../../briefing/Briefing.tsx';
import { FileNotes } from '../../files/FileNotes.tsx';
import { Files } from '../../files/Files.tsx';
import { PlainEditor } from '../../files/PlainEditor.tsx';
import { Journal } from '../../journal/Journal.tsx';
import { KIT } from '../../words/kit.ts';
import { Strip } from '../../workbench/Strip.tsx';
import { STRIPS } from '../fakeStrips.data.ts';
import { DROPIN, START } from '../fakeView.data.ts';
import { Specimen, Specimens } from '../Specimen.tsx';

const [FIRST] = START.files;

/** The task and the node: briefing, files, strip, journal. */
export function Node() {
  return (
    <>
      <Specimens id="briefing" title={KIT.sections.briefing}>
        <Specimen title={KIT.states.underWay}>
          <Briefing />
        </Specimen>
        <Specimen
          title={KIT.states.solved}
          view={{
            solved: true,
            tasks: START.tasks.map((task) => ({ ...task, state: 'met' })),
            mustWork: START.mustWork.map((work) => ({ ...work, works: true })),
            hints: {
              opened: [
                ...START.hints.opened,
                { level: 'pointer', text: KIT.hints.pointer },
                { level: 'answer', text: KIT.hints.answer },
              ],
              left: 0,
            },
          }}
        >
          <Briefing />
        </Specimen>
        <Specimen
          title={KIT.states.sandbox}
          view={{ tasks: [], mustWork: [], hints: { opened: [], left: 0 }, scenario: { ...START.scenario, goal: '' } }}
        >
          <Briefing />
        </Specimen>
      </Specimens>
      <Specimens id="file" title={KIT.sections.file}>
        <Specimen
          title={KIT.states.files}
          view={{ files: START.files.map((file, index) => ({ ...file, changed: index === 1 })) }}
          height={420}
          wide
        >
          <Files />
        </Specimen>
        {FIRST !== undefined && (
          <Specimen title={KIT.states.plainEditor} height={240}>
            <PlainEditor
              file={FIRST}
              help={{ hover: () => null, complete: () => [] }}
              destination={null}
              onEdit={() => {}}
              onGoTo={() => {}}
              onVi={null}
            />
          </Specimen>
        )}
        {FIRST !== undefined && (
          <Specimen title={KIT.states.quietFile}>
            <FileNotes file={{ ...FIRST, problems: [], marks: [] }} />
          </Specimen>
        )}
      </Specimens>
      <Specimens id="strip" title={KIT.sections.strip}>
        {STRIPS.map(([title, strip]) => (
          <Specimen key={title} title={title} view={{ strip }} wide>
            <Strip />
          </Specimen>
        ))}
      </Specimens>
      <Specimens id="journal" title={KIT.sections.journal}>
        <Specimen
          title={KIT.states.levels}
          view={{
            journal: [
              ...START.journal,
              {
                time: '09:15:00',
                who: 'kubelet[913]',
                level: 'error',
                text: 'err="failed to parse kubelet flag: unknown flag: --anonymos-auth"',
                place: { file: DROPIN, line: 9 },
              },
            ],
            strip: { ...START.strip, state: 'waiting', restartInSeconds: 7 },
          }}
          height={200}
          wide
        >
          <Journal />
        </Specimen>
        <Specimen title={KIT.states.empty} view={{ journal: [] }}>
          <Journal />
        </Specimen>
      </Specimens>
    </>
  );
}
