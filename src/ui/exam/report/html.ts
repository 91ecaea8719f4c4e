import type { ExamReport, ExamTaskReport, LostPoint, RecognisedMistake } from '#session/view/exam.ts';
import { spans } from '../../kit/spans.ts';
import { causeText, EXAM, leftText, momentText, pointsText, spentText, DEBRIEF as WORDS } from '../../words/exam.ts';
import { REPORT_STYLE } from './style.data.ts';

/** A text as it stands in HTML, in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The whole report as one file: no script, nothing that is loaded, every text escaped. */
export function reportHtml(report: ExamReport): string {
  const { columns } = WORDS;
  const title = WORDS.title(report.title);
  const times = WORDS.head(
    report.seed,
    momentText(report.began),
    momentText(report.ended),
    spentText(report.ended - report.began),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="score"><strong class="${report.passed ? 'good' : 'bad'}">${report.passed ? `✓ ${EXAM.passed}` : `✕ ${EXAM.failedExam}`}</strong> ${escaped(WORDS.sums(report.score, report.pass))}</p>
<p class="dim">${escaped(times)}</p>
<h2>${escaped(WORDS.tasks)}</h2>
${table(
  [columns.number, columns.question, columns.host, columns.points, columns.spent],
  report.tasks.map((task) => [
    String(task.number),
    `<a href="#question-${task.number}">${escaped(task.title)}</a>`,
    `<code>${escaped(task.host)}</code>`,
    WORDS.of(task.points, task.of),
    spentText(task.spent),
  ]),
)}
${sums(
  WORDS.domains,
  columns.domain,
  report.domains.map(({ name, ...sum }) => ({ label: name, ...sum })),
)}
${sums(
  WORDS.cis,
  columns.cis,
  report.cis.map(({ id, ...sum }) => ({ label: id, ...sum })),
)}
${report.tasks.map(taskHtml).join('\n')}
<p class="dim">${escaped(WORDS.foot)}</p>
</main>
</body>
</html>
`;
}

function taskHtml(task: ExamTaskReport): string {
  const facts = [
    escaped(WORDS.of(task.points, task.of)),
    `<code>${escaped(task.host)}</code>`,
    escaped(task.domain),
    ...(task.cis.length === 0 ? [] : [escaped(`CIS ${task.cis.join(', ')}`)]),
    escaped(spentText(task.spent)),
  ];
  return `<section id="question-${task.number}">
<h2>${escaped(`${EXAM.question(task.number)}: ${task.title}`)}</h2>
<p class="dim">${facts.join(' · ')}</p>
<h3>${WORDS.judged}</h3>
${list(
  task.tasks.map(
    (one) =>
      `${one.met ? `<span class="good">✓ ${WORDS.met}</span>` : `<span class="bad">✕ ${WORDS.unmet}</span>`}: ${escaped(one.title)} <span class="dim">${escaped(WORDS.of(one.points, one.of))}</span>`,
  ),
)}
${lostHtml(WORDS.lost, task.lost)}${lostHtml(WORDS.damage, task.damage)}${mistakesHtml(WORDS.mistakes, task.mistakes)}${mistakesHtml(WORDS.found, task.found)}<h3>${WORDS.reference}</h3>
<pre>${escaped(task.reference.join('\n'))}</pre>
<h3>${WORDS.lesson}</h3>
${task.debrief.map((paragraph) => `<p>${inline(paragraph)}</p>`).join('\n')}
<h3>${WORDS.timeline}</h3>
${
  task.timeline.length === 0
    ? `<p>${WORDS.noSteps}</p>`
    : table(
        Object.values(WORDS.timelineColumns),
        task.timeline.map(({ at, title, points }) => [
          leftText(at),
          `<code>${escaped(title)}</code>`,
          WORDS.of(points, task.of),
        ]),
      )
}
</section>`;
}

function mistakesHtml(title: string, mistakes: readonly RecognisedMistake[]): string {
  if (mistakes.length === 0) return '';
  const items = mistakes.map(
    ({ name, done, happens }) => `<strong>${escaped(name)}.</strong> ${escaped(`${done} ${happens}`)}`,
  );
  return `<h3>${title}</h3>\n${list(items)}\n`;
}

function lostHtml(title: string, points: readonly LostPoint[]): string {
  if (points.length === 0) return '';
  const items = points.map((point) => {
    const why = [
      ...(point.trace === '' ? [] : [`${WORDS.answers} ${point.trace}`]),
      ...(point.causes.length === 0 ? [] : [`${WORDS.because} ${point.causes.map(causeText).join('; ')}`]),
    ];
    const lines = why.map((line) => `<br><span class="dim">${escaped(line)}</span>`).join('');
    return `<span class="bad">${WORDS.minus(point.points)}</span> <strong>${escaped(point.title)}.</strong> ${inline(point.words)}${lines}`;
  });
  return `<h3>${title}</h3>\n${list(items)}\n`;
}

function sums(
  title: string,
  column: string,
  rows: readonly { readonly label: string; readonly points: number; readonly of: number }[],
): string {
  return `<h2>${escaped(title)}</h2>\n${table(
    [column, WORDS.columns.points, '%'],
    rows.map(({ label, points, of }) => [
      escaped(label),
      WORDS.of(points, of),
      pointsText(Math.floor((100 * points) / of)),
    ]),
  )}`;
}

/** Cells are HTML already. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

/** Items are HTML already. */
function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

/** A sentence in which code stands between backticks. */
function inline(text: string): string {
  return spans(text)
    .map((span) => (span.kind === 'code' ? `<code>${escaped(span.text)}</code>` : escaped(span.text)))
    .join('');
}
