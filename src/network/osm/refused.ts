import { osmMessages } from '../../model/messages/osm.ts';
import { UserError } from '../../model/errors.ts';

/** Why a file is not read as OpenStreetMap data; the words for each are in `messages/osm.ts`. */
export type OsmRefusal = keyof (typeof osmMessages)['en']['refused'];

/**
 * A file that cannot be read as OpenStreetMap data. The message is English; a page says `reason` and `detail` in the
 * reader's language. `detail` names what was found (a compression, a feature, a place in the file).
 */
export class OsmRefused extends UserError {
  override name = 'OsmRefused';
  constructor(
    readonly reason: OsmRefusal,
    readonly detail: string = '',
    options?: ErrorOptions,
  ) {
    super(osmMessages.en.refused[reason](detail), options);
  }
}
