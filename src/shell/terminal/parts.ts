import type { Pipeline, Statement } from './interpreter.ts';

/** A part of a line that is run at once; `joined` says by what it hangs on the one before. */
export interface Part {
  readonly pipeline: Pipeline;
  readonly joined: ';' | '&&' | '||';
  readonly isBackground: boolean;
}

/** Statements as what is run one after the other. */
export function partsOf(statements: readonly Statement[]): readonly Part[] {
  return statements.flatMap(({ pipelines, operators, background }) =>
    pipelines.map((pipeline, index) => ({
      pipeline,
      joined: index === 0 ? (';' as const) : (operators[index - 1] ?? ';'),
      isBackground: background && index === pipelines.length - 1,
    })),
  );
}
