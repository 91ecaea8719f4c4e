/** What the bundler makes of imports that are not TypeScript. */
declare module '*.css';

declare module '*?worker&url' {
  const address: string;
  export default address;
}

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor/editor';

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';
