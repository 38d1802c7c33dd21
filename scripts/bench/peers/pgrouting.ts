import { execFileSync } from 'node:child_process';
import type { ArcRows } from '../../../src/network/build-graph.ts';
import { closed } from '../../../src/network/road-graph.ts';

/** What pgRouting took, and how many nodes it reached. */
export interface PgRoutingAnswer {
  milliseconds: number;
  reached: number;
}

/**
 * The nearest source of every node by pgRouting's `pgr_drivingDistance`, in the database that `GUICHET_PGROUTING` names (a
 * connection string for `psql`; its own temporary tables are all that it writes); null without one. Its sources share
 * the nodes (`equicost`), which is not exact, so that only what it reaches is compared, not its times.
 */
export function inPgRouting(
  { firstArc, head, deciseconds }: ArcRows,
  sources: Uint32Array,
): PgRoutingAnswer | null {
  const database = process.env.GUICHET_PGROUTING;
  if (!database) return null;
  const arcs: string[] = [];
  for (let node = 0; node + 1 < firstArc.length; node += 1)
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1)
      if (deciseconds[arc] !== closed) arcs.push(`${arc}\t${node}\t${head[arc]}\t${deciseconds[arc]}`);
  const script = [
    'CREATE TEMP TABLE arc (id bigint, source bigint, target bigint, cost float8);',
    'COPY arc FROM STDIN;',
    ...arcs,
    '\\.',
    'ANALYZE arc;',
    '\\timing on',
    `SELECT count(DISTINCT node) FROM pgr_drivingDistance('SELECT id, source, target, cost FROM arc', ARRAY[${sources.join(',')}]::bigint[], 1e9, true, true);`,
  ].join('\n');
  const said = execFileSync('psql', [database, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'], {
    input: script,
    maxBuffer: 1 << 28,
  }).toString();
  const found = /^(\d+)\nTime: ([\d.]+) ms/m.exec(said);
  if (!found) throw new Error(`expected a count and a time of psql, got ${said}`);
  return { reached: Number(found[1]), milliseconds: Number(found[2]) };
}
