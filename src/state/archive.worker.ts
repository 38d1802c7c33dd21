import { answerRequests } from '../workers/thread.ts';
import {
  buffersOf,
  sendOff,
  takeIn,
  type ArchiveAsk,
  type ArchiveEnd,
  type ArchiveStep,
} from './archive-messages.ts';
import { readArchive, writeArchive, type ArchiveProgress } from './project-archive.ts';
import { ProjectRefused } from './project-manifest.ts';

answerRequests<ArchiveAsk, ArchiveStep, ArchiveEnd>(
  async (ask, step) => {
    try {
      return await answer(ask, (done, of) => step({ done, of }));
    } catch (cause) {
      if (!(cause instanceof ProjectRefused)) throw cause;
      return { kind: 'refused', reason: cause.reason, detail: cause.message };
    }
  },
  (end) => (end.kind === 'read' ? buffersOf(end.project) : []),
);

async function answer(ask: ArchiveAsk, onProgress: ArchiveProgress): Promise<ArchiveEnd> {
  if (ask.kind === 'write') {
    const bytes = await writeArchive(await takeIn(ask.project), ask.originals, onProgress);
    return { kind: 'written', file: new Blob([bytes as BlobPart], { type: 'application/zip' }) };
  }
  const { project, originals } = await readArchive(new Uint8Array(await ask.file.arrayBuffer()), onProgress);
  return { kind: 'read', project: await sendOff(project), originals };
}
