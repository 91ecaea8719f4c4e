import type { JsonObject } from '#engine/json.ts';

/** A column of a kind's table; one that is `wide` shows with `-o wide` only. */
export interface Column {
  readonly name: string;
  readonly wide?: boolean;
}

/** How objects of a kind are shown in a table. `now` in milliseconds since the epoch. */
export interface TableOfKind {
  readonly columns: readonly Column[];
  cells(object: JsonObject, now: number): readonly string[];
}

/** One object's line. */
export interface Row {
  readonly cells: readonly string[];
  /** The object, or as much of it as the server sent along. */
  readonly object: JsonObject;
}

/** Objects of one kind as a table. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}
