import { useCommands, useDesk, useView } from '../store/bench.tsx';
import { NODES } from '../words/nodes.ts';
import './NodeSelect.css';

/** Turns the workbench to another node of the cluster. Nothing to choose where there is one. */
export function NodeSelect() {
  const nodes = useView((view) => view.nodes);
  const commands = useCommands();
  const say = useDesk((desk) => desk.say);
  if (nodes.length < 2) return null;
  return (
    <label className="node-select">
      <span className="node-select-word">{NODES.choose}</span>
      <select
        className="select"
        value={nodes.find((node) => node.selected)?.name ?? ''}
        onChange={(event) => {
          commands.selectNode(event.target.value);
          say(NODES.turned(event.target.value));
        }}
      >
        {nodes.map(({ name, role, ready }) => (
          <option key={name} value={name}>
            {NODES.option(name, role, ready)}
          </option>
        ))}
      </select>
    </label>
  );
}
