import { answerRequests } from '../workers/thread.ts';
import { sealPortions } from './seal-portions.ts';

answerRequests(sealPortions, ({ bytes }) => [bytes.buffer]);
