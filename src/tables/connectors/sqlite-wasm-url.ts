import url from 'sql.js/dist/sql-wasm-browser.wasm?url';

/** Where the page's own copy of SQLite stands. Only a bundler can read this file: Node finds the copy beside the library. */
export const sqliteWasmUrl: string = url;
