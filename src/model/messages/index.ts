import type { Language } from '../text.ts';
import { appMessages } from './app.ts';
import { archiveMessages } from './archive.ts';
import { colocationMessages } from './colocation.ts';
import { coverageMessages } from './coverage.ts';
import { dataMessages } from './data.ts';
import { distancesMessages } from './distances.ts';
import { domainWords } from './domain.ts';
import { exportMessages } from './export.ts';
import { geocoderMessages } from './geocoder.ts';
import { graphMessages } from './graph.ts';
import { issueMessages } from './issues.ts';
import { mapMessages } from './map.ts';
import { osmMessages } from './osm.ts';
import { outreachMessages } from './outreach.ts';
import { provenanceMessages } from './provenance.ts';
import { reachMessages } from './reach.ts';
import { roadMessages } from './roads.ts';
import { sqlMessages } from './sql.ts';
import { joinMessages } from './join.ts';
import { wizardMessages } from './wizard.ts';
import { fieldMessages } from './fields.ts';

/** Every dictionary of the interface, by panel. A new panel adds its own here. */
export const dictionaries = {
  app: appMessages,
  domain: domainWords,
  coverage: coverageMessages,
  colocation: colocationMessages,
  osm: osmMessages,
  outreach: outreachMessages,
  distances: distancesMessages,
  reach: reachMessages,
  data: dataMessages,
  map: mapMessages,
  geocoder: geocoderMessages,
  issue: issueMessages,
  wizard: wizardMessages,
  join: joinMessages,
  sql: sqlMessages,
  field: fieldMessages,
  archive: archiveMessages,
  export: exportMessages,
  provenance: provenanceMessages,
  graph: graphMessages,
  roads: roadMessages,
};

export type Messages = { [Name in keyof typeof dictionaries]: (typeof dictionaries)[Name][Language] };

/** All words of the interface in one language. */
export function messagesIn(language: Language): Messages {
  return {
    app: appMessages[language],
    domain: domainWords[language],
    coverage: coverageMessages[language],
    colocation: colocationMessages[language],
    osm: osmMessages[language],
    outreach: outreachMessages[language],
    distances: distancesMessages[language],
    reach: reachMessages[language],
    data: dataMessages[language],
    map: mapMessages[language],
    geocoder: geocoderMessages[language],
    issue: issueMessages[language],
    wizard: wizardMessages[language],
    join: joinMessages[language],
    sql: sqlMessages[language],
    field: fieldMessages[language],
    archive: archiveMessages[language],
    export: exportMessages[language],
    provenance: provenanceMessages[language],
    graph: graphMessages[language],
    roads: roadMessages[language],
  };
}
