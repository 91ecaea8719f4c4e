/** Every scenario and exam of the page as text; each comes when it is asked for. */
const SCENARIOS = import.meta.glob<string>('../../scenarios/*/scenario.yaml', { query: '?raw', import: 'default' });
const EXAMS = import.meta.glob<string>('../../scenarios/*/exam.yaml', { query: '?raw', import: 'default' });

/** The YAML of a scenario of the page; null when it has none of that name. */
export function scenarioText(id: string): Promise<string | null> {
  return textIn(SCENARIOS, `/${id}/scenario.yaml`);
}

/** The YAML of an exam of the page; null when it has none of that name. */
export function examText(id: string): Promise<string | null> {
  return textIn(EXAMS, `/${id}/exam.yaml`);
}

async function textIn(packs: Readonly<Record<string, () => Promise<string>>>, end: string): Promise<string | null> {
  const found = Object.entries(packs).find(([path]) => path.endsWith(end));
  return found === undefined ? null : await found[1]();
}
