import { createContext } from 'react';

/** Whether a request may be guessed where it is asked. In a lesson it is not: its predictions are told in its own column. */
export const Guessing = createContext(true);
