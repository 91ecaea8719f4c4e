/** The address of a worker that is built beside the page and shares its chunks: see vite.config.ts. */
declare module '*?worker-beside-the-page' {
  const address: string;
  export default address;
}
