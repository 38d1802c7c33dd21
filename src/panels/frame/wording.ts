import type { Format } from '../../model/format.ts';
import type { Messages } from '../../model/messages/index.ts';
import type { Project } from '../../model/project.ts';
import type { Language } from '../../model/text.ts';
import type { Catalogue } from '../../state/catalogue.ts';

/** What results are written in words from. */
export interface Wording {
  project: Project;
  catalogue: Catalogue;
  messages: Messages;
  format: Format;
  language: Language;
}
