/** Containers on deck: columns from the left, with their height in boxes. */
const STACKS = [2, 3, 3, 2, 3, 1] as const;
const PORTS = ['10250', '10255', '10248'] as const;
const WIDTH = 38;

/** A node as a ship: containers on deck, the captain's bridge aft, the kubelet's ports in the hull. For the eye only. */
export function Ship() {
  return (
    <svg className="ship" viewBox="0 0 460 250" aria-hidden="true" focusable="false">
      {STACKS.map((height, column) =>
        Array.from({ length: height }, (_, row) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes of a still picture
            key={`${column} ${row}`}
            className={(column + row) % 3 === 0 ? 'ship-box ship-box-lit' : 'ship-box'}
            x={132 + column * (WIDTH + 3)}
            y={126 - row * 21}
            width={WIDTH}
            height="18"
          />
        )),
      )}
      <path className="ship-line" d="M60 147V70h58v77M68 70V52h42v18M89 52V28M89 32h20M72 82h34M72 94h34" />
      <path className="ship-hull" d="M34 147H424L398 206H62Q44 206 40 186Z" />
      {PORTS.map((port, index) => (
        <g key={port} transform={`translate(${134 + index * 92} 178)`}>
          <circle className="ship-port" r="9" />
          <text className="ship-number" x="16" y="4">
            {port}
          </text>
        </g>
      ))}
      <path
        className="ship-sea"
        d="M0 212q12-7 24 0t24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0M40 228q12-7 24 0t24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0"
      />
    </svg>
  );
}
