import type { LearnerStep } from '../step.ts';

const DEEDS = {
  'daemon-reload': 'systemctl daemon-reload',
  restart: 'Restarted the kubelet',
  start: 'Started the kubelet',
  stop: 'Stopped the kubelet',
  wait: 'Waited',
} as const;

/** What undo and redo would take back or bring again, in words; null when there is nothing. */
export function stepName(step: LearnerStep | undefined): string | null {
  if (step === undefined) return null;
  switch (step.kind) {
    case 'edit':
      return `edit of ${shortName(step.path)}`;
    case 'ask':
      return 'request';
    case 'switch':
      return `switch to ${step.version}`;
    case 'line':
      return 'line';
    case 'reply':
      return 'answer';
    default:
      return step.kind;
  }
}

/** The node on which a step was done; the scenario's own unless the step says another. */
export function whereDone(step: LearnerStep, home: string): string {
  if ('node' in step && step.node !== undefined) return step.node;
  const event = step.events.findLast((one) => one.type !== 'advance' && one.type !== 'request' && 'node' in one);
  return event !== undefined && 'node' in event ? event.node : home;
}

/** What was done, as the timeline tells it; where, when that is not the scenario's own node. */
export function stepTitle(step: LearnerStep, home: string): string {
  const where = whereDone(step, home);
  return where === home || step.kind === 'ask' || step.kind === 'line' || step.kind === 'wait'
    ? deed(step)
    : `${deed(step)} on ${where}`;
}

function deed(step: LearnerStep): string {
  switch (step.kind) {
    case 'edit':
      return `Edited ${shortName(step.path)}`;
    case 'ask':
    case 'line':
      return step.line;
    case 'reply':
      return `Answered: ${step.text}`;
    case 'switch':
      return `Installed kubelet ${step.version}`;
    default:
      return DEEDS[step.kind];
  }
}

function shortName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
