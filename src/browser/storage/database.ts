/** The database's stores: a head for each run, its steps one by one, and what could not be read, as text. */
export const STORES = ['runs', 'steps', 'asides'] as const;

/** A page that is not answered in this time, in milliseconds, goes on without the database. */
const PATIENCE = 3000;

/** Opens the database, and makes its stores on the first visit. Rejects where a browser has none, or does not answer. */
export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    const late = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      clearTimeout(late);
      // A newer version of the page, in another tab, may want to change it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(late);
      reject(request.error);
    };
  });
}

/** Begins to write. The transaction is done when its `complete` comes: what it wrote is on the disk then, not only on its way. */
export function writing(database: IDBDatabase): IDBTransaction {
  return database.transaction([...STORES], 'readwrite', { durability: 'strict' });
}

/** A request as a promise. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A transaction as a promise: resolves when it is on the disk, rejects with what stopped it. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was given up.'));
  });
}

/** The keys of all steps of a run from the given one on. */
export function stepsFrom(run: string, first: number): IDBKeyRange {
  return IDBKeyRange.bound([run, first], [run, Number.POSITIVE_INFINITY]);
}
