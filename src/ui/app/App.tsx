import { Suspense, useEffect } from 'react';
import type { Session } from '#session/commands.ts';
import type { ScenarioSummary } from '#session/view/catalogue.ts';
import type { LessonSummary, OpenLesson } from '#session/view/lesson.ts';
import { AboutPage } from '../about/AboutPage.tsx';
import { NextScenario, nextAfter } from '../briefing/next.ts';
import { Home } from '../home/Home.tsx';
import { Boundary } from '../kit/Boundary.tsx';
import { lessonAfter, NextLesson } from '../lesson/nextLesson.ts';
import { HOME, SANDBOXES } from '../words/home.ts';
import { WORDS } from '../words.ts';
import type { Host } from './host.ts';
import { Masthead } from './Masthead.tsx';
import { Opening } from './Opening.tsx';
import { PAGES } from './pages.table.ts';
import { hashOf, type Route } from './route.ts';
import { useRoute } from './useRoute.ts';

/** The whole page: home, or the workbench of the session that the address names. */
export function App({ host }: { readonly host: Host }) {
  const route = useRoute();
  const way = wayTo(route, host);
  const about = route.kind === 'about';
  const Page = PAGES[route.kind];
  const atHome = way === null && !about && Page === undefined;
  useEffect(() => {
    if (atHome) document.title = HOME.pageTitle;
  }, [atHome]);
  if (way !== null) {
    return (
      <NextScenario value={way.next}>
        <NextLesson value={way.nextLesson ?? null}>
          <Opening key={way.key} title={way.title} load={way.load} />
        </NextLesson>
      </NextScenario>
    );
  }
  if (about) return <AboutPage host={host} />;
  if (Page !== undefined) {
    return (
      <Boundary fallback={<Waiting words={WORDS.broken} />}>
        <Suspense fallback={<Waiting words={WORDS.pageLoading} />}>
          <Page key={route.kind} host={host} route={route} />
        </Suspense>
      </Boundary>
    );
  }
  const notice = noticeOf(route);
  return <Home key={notice} host={host} notice={notice} />;
}

/** A page that is not there yet, or cannot be drawn. */
function Waiting({ words }: { readonly words: string }) {
  return (
    <>
      <Masthead />
      <main className="frame-note" role="status">
        {words}
      </main>
    </>
  );
}

interface Way {
  readonly key: string;
  readonly title: string;
  readonly next: ScenarioSummary | null;
  readonly nextLesson?: LessonSummary | null;
  load(): Promise<Session | OpenLesson>;
}

/** The way to a route's session; null where there is none. */
function wayTo(route: Route, host: Host): Way | null {
  if (route.kind === 'scenario') {
    const scenario = host.scenarios.find(({ id }) => id === route.id);
    return scenario === undefined
      ? null
      : {
          key: `scenario ${route.id}`,
          title: scenario.title,
          next: nextAfter(host.scenarios, route.id, (id) => host.progressOf(id)),
          load: () => host.openScenario(route.id),
        };
  }
  if (route.kind === 'lesson') {
    const lesson = host.lessons.find(({ id }) => id === route.id);
    return lesson === undefined
      ? null
      : {
          key: `lesson ${route.id}`,
          title: lesson.title,
          next: null,
          nextLesson: lessonAfter(host.lessons, route.id),
          load: () => host.openLesson(route.id),
        };
  }
  if (route.kind === 'sandbox') {
    const found = SANDBOXES.find(({ base }) => base === route.base);
    return found === undefined
      ? null
      : { key: `sandbox ${route.base}`, title: found.title, next: null, load: () => host.openSandbox(route.base) };
  }
  return null;
}

/** What is to be said about a link that leads nowhere; null for home itself. */
function noticeOf(route: Route): string | null {
  switch (route.kind) {
    case 'home':
    case 'about':
      return null;
    case 'lesson':
      return HOME.noLesson(route.id);
    case 'exam':
      return HOME.noExam(route.id);
    case 'scenario':
      return HOME.noScenario(route.id);
    case 'sandbox':
      return HOME.noSandbox(route.base);
    case 'unknown':
      return HOME.noPage(route.asked);
    default:
      return HOME.noPage(hashOf(route).slice(2));
  }
}
