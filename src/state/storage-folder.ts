/** Renaming in the origin private file system (WHATWG fs, `move`), which TypeScript's library does not name yet. */
interface Movable {
  move(name: string): Promise<void>;
}

/** The browser gives this page no place of its own for files: a private window, a page served without TLS, an old browser. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}

/**
 * The root of the page's own place for files.
 * @throws StorageUnavailable
 */
export async function openStorage(): Promise<FileSystemDirectoryHandle> {
  const able =
    typeof FileSystemFileHandle !== 'undefined' &&
    'createWritable' in FileSystemFileHandle.prototype &&
    'move' in FileSystemFileHandle.prototype;
  if (!able || !navigator.storage?.getDirectory)
    throw new StorageUnavailable('the browser has no origin private file system');
  try {
    return await navigator.storage.getDirectory();
  } catch (cause) {
    throw new StorageUnavailable('the browser refuses the origin private file system', { cause });
  }
}

/** Writes a file so that under its name there is never a part of it: beside it first, then renamed. */
export async function writeWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob | Uint8Array | string,
): Promise<void> {
  const temporary = `${name}.tmp`;
  const handle = await folder.getFileHandle(temporary, { create: true });
  const writable = await handle.createWritable();
  try {
    await writable.write(content as Blob);
    await writable.close();
    await (handle as FileSystemFileHandle & Movable).move(name);
  } catch (cause) {
    // Neither may stand in the way of what went wrong first; what stays is cleared by the next save.
    await Promise.allSettled([writable.abort(), folder.removeEntry(temporary)]);
    throw cause;
  }
}

/** Names of the files of a folder, or of the folders in it, in no order. */
export async function namesIn(
  folder: FileSystemDirectoryHandle,
  kind: FileSystemHandle['kind'] = 'file',
): Promise<string[]> {
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) if (handle.kind === kind) names.push(name);
  return names;
}

/** A file's bytes. @throws DOMException `NotFoundError` when it is not there */
export async function readBytes(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
}

/** Whether a file or folder was not there. */
export const isNotFound = (cause: unknown) => cause instanceof DOMException && cause.name === 'NotFoundError';
