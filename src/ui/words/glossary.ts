/** The words of the glossary. */
export const GLOSSARY_WORDS = {
  pageTitle: 'Glossary · Portside',
  heading: 'Glossary',
  lead: 'The field’s own terms, as they are used here.',
  find: 'Find a term',
  shown: (shown: number, all: number) => (shown === all ? `${all} terms` : `${shown} of ${all} terms`),
  none: 'No term has these words.',
  see: 'See',
  lesson: (title: string) => `Tried in the lesson ${title}`,
  docs: 'Kubernetes documentation',
} as const;
