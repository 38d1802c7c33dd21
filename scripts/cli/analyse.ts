import type { AnalysisFacts } from '../../src/analysis/data-caveats.ts';
import {
  computePointTravel,
  computeTravel,
  writeJourneys,
  type TravelSettings,
} from '../../src/analysis/travel.ts';
import type { Project } from '../../src/model/project.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { loadProject } from '../../src/tables/load-project.ts';
import { travelTimeHere } from '../../src/workers/travel-time.ts';

/**
 * Loads a project into an engine of its own, computes its journeys, asks with the facts of those to points and of those between
 * points, and closes the engine.
 */
export async function analyse<Result>(
  { tables, asOf }: Project,
  graph: RoadGraph | null,
  travel: TravelSettings,
  ask: (connector: Connector, facts: AnalysisFacts, between: AnalysisFacts) => Promise<Result>,
): Promise<Result> {
  const connector = await openDuckDbNode();
  const client = travelTimeHere();
  const settings = { ...travel, roads: graph?.about ?? null };
  try {
    await loadProject(connector, tables);
    const journeys = await computeTravel(tables, client, graph, settings);
    await writeJourneys(connector, journeys);
    const between = await computePointTravel(tables, client, graph, settings);
    await writeJourneys(connector, between);
    return await ask(connector, { asOf, travel: journeys.facts }, { asOf, travel: between.facts });
  } finally {
    client.close();
    await connector.close();
  }
}
