/** Words that machines are called by: a word, and the number of the berth. */
export const HARBOUR_WORDS: readonly string[] = [
  'basin',
  'berth',
  'buoy',
  'crane',
  'dock',
  'groyne',
  'jetty',
  'lock',
  'mole',
  'quay',
  'slip',
  'weir',
  'wharf',
];

/** The first number of each pair of neighbours; the other follows it. */
export const HARBOUR_NUMBERS: readonly number[] = [3, 7, 11, 15];

/** Whoever is known and has no rights: the texts say "he". */
export const PEOPLE: readonly string[] = [
  'anton',
  'carlos',
  'emil',
  'farid',
  'hugo',
  'ivan',
  'jonas',
  'karl',
  'kofi',
  'lars',
  'mateo',
  'omar',
  'piet',
  'ravi',
  'tomas',
  'yusuf',
];
