import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Host } from './host.ts';
import type { Route } from './route.ts';

/** What every page of its own is given. It draws its own masthead. */
export interface PageProps {
  readonly host: Host;
  readonly route: Route;
}

/** Pages beside home and the workbench, by their route; each comes when it is asked for. */
export const PAGES: Partial<Record<Route['kind'], LazyExoticComponent<ComponentType<PageProps>>>> = {
  exam: lazy(() => import('../exam/ExamPage.tsx').then(({ ExamPage }) => ({ default: ExamPage }))),
  predictions: lazy(() =>
    import('../predictions/PredictionsPage.tsx').then(({ PredictionsPage }) => ({ default: PredictionsPage })),
  ),
  glossary: lazy(() => import('../glossary/GlossaryPage.tsx').then(({ GlossaryPage }) => ({ default: GlossaryPage }))),
  lab: lazy(() => import('../lab/LabPage.tsx').then(({ LabPage }) => ({ default: LabPage }))),
  'lab-new': lazy(() => import('../lab/LabNewPage.tsx').then(({ LabNewPage }) => ({ default: LabNewPage }))),
  board: lazy(() => import('../board/BoardPage.tsx').then(({ BoardPage }) => ({ default: BoardPage }))),
};
