import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import { OsmRefused } from '../../../src/network/osm/refused.ts';
import { crossing } from './crossing.ts';
import { readAll, withoutEdits } from './osm-data.ts';
import { writePbf } from './write-pbf.ts';
import { writeXml } from './write-xml.ts';

const plain = withoutEdits(crossing);

const xml = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('the same data as .osm.pbf, .osm and .osm.gz', () => {
  const file = writeXml(crossing);

  test('reads the same', () => {
    expect(readAll(openOsm(file))).toEqual(plain);
    expect(readAll(openOsm(gzipSync(file)))).toEqual(readAll(openOsm(writePbf(crossing))));
  });

  test('counts the same', () => {
    const wants = () => ({
      nodes: () => undefined,
      way: { having: ['highway'], keys: [], see: () => undefined },
      relation: { keys: [], see: () => undefined },
    });
    expect(openOsm(file).read(wants())).toEqual(openOsm(writePbf(crossing)).read(wants()));
  });

  test('in several gzip members, as pigz and bgzip write', () => {
    const members = [file.slice(0, 700), file.slice(700, 701), file.slice(701)].map((part) => gzipSync(part));
    expect(readAll(openOsm(joined(...members)))).toEqual(plain);
  });

  test('however the pieces of the file fall', () => {
    const text = new TextDecoder().decode(file);
    for (let before = 0; before < 400; before += 7) {
      // Pieces are 262,144 bytes: the first ends somewhere in the first objects.
      const padded = text.replace('<node', `<!--${'-x'.repeat(130_500)}${'y'.repeat(before)}--><node`);
      expect(readAll(openOsm(xml(padded)))).toEqual(plain);
    }
  });
});

describe('text that people and programs write', () => {
  test('blanks, quotes, comments, entities, CDATA, a byte order mark, elements that nobody knows', () => {
    const text = `\ufeff<?xml version="1.0"?><!DOCTYPE osm>
      <!-- a > b --><osm
        version = '0.6' generator="a &lt;b&gt;" ><note>The data is free. <b/></note>
      <node id='1' lat="1" lon='-0.5'  ><tag k="name" v="Caf&#233; &amp; &#x1F600;&#10;a
b"/><later><tag k="x" v="y"/></later></node><![CDATA[<node id="9" lat="9" lon="9"/>]]>
      <node lon="1e-5" id="2" lat="12.34567895"></node ></osm>  <!-- end -->`;
    const osm = openOsm(xml(text));
    expect(osm.header.program).toBe('a <b>');
    expect(readAll(osm).nodes).toEqual([
      { id: 1, lonE7: -5_000_000, latE7: 10_000_000, tags: [['name', 'Café & 😀\na b']] },
      { id: 2, lonE7: 100, latE7: 123_456_790, tags: [] },
    ]);
  });

  test('objects that an editor deleted are not there; nodes without a place are counted', () => {
    const text = `<osm><node id="1" action="delete" lat="1" lon="1"/><node id="2" visible="false"/><node id="3"/>
      <node id="4" visible="true" action="modify" lat="1" lon="2"/><way id="5" action="delete"><nd ref="4"/></way></osm>`;
    const osm = openOsm(xml(text));
    expect(readAll(osm)).toEqual({
      nodes: [{ id: 4, lonE7: 20_000_000, latE7: 10_000_000, tags: [] }],
      ways: [],
      relations: [],
    });
    expect(osm.read({ nodes: () => undefined })).toMatchObject({ nodes: 2, nodesWithoutPlace: 1 });
  });

  test('Overpass: the state of its database, and places told with ways', () => {
    const text = `<osm generator="Overpass API"><meta osm_base="2026-11-02T03:04:05Z"/>
      <bounds minlat="45.1" minlon="-75.5" maxlat="45.2" maxlon="-75.25"/>
      <way id="1"><bounds minlat="0" minlon="0" maxlat="1" maxlon="1"/><nd ref="7" lat="45.1" lon="-75.5"/></way>
      <relation id="2"><member type="way" ref="1" role=""><nd lat="1" lon="1"/></member></relation></osm>`;
    const osm = openOsm(xml(text));
    expect(osm.header).toEqual({
      format: 'xml',
      bounds: { west: -75.5, south: 45.1, east: -75.25, north: 45.2 },
      program: 'Overpass API',
      source: null,
      timestamp: '2026-11-02T03:04:05Z',
    });
    expect(readAll(osm)).toEqual({
      nodes: [{ id: 7, lonE7: -755_000_000, latE7: 451_000_000, tags: [] }],
      ways: [{ id: 1, refs: [7], tags: [] }],
      relations: [{ id: 2, members: [{ type: 'way', id: 1, role: '' }], tags: [] }],
    });
  });

  test('an answer that Overpass could not finish is cut off', () => {
    const text = '<osm><node id="1" lat="1" lon="1"/><remark> runtime error: Query timed out </remark></osm>';
    expect(() => readAll(openOsm(xml(text)))).toThrow(new OsmRefused('truncated', 'Overpass: remark'));
  });
});

describe('what is no such file', () => {
  test.each<[string, string, ConstructorParameters<typeof OsmRefused>]>([
    ['changes', '<osmChange version="0.6"/>', ['other-format', 'osmChange (.osc)']],
    ['other XML', '<?xml version="1.0"?><gpx/>', ['foreign', 'gpx']],
    ['a web page', '<!doctype html><html lang=en><body>Log in', ['web-page']],
    ['an old web page', '<?xml version="1.0"?>\n<!-- x --><HTML>', ['web-page']],
    ['blanks', '  \n', ['foreign']],
  ])('%s', (_, text, refusal) => {
    expect(() => openOsm(xml(text))).toThrow(new OsmRefused(...refusal));
    expect(() => openOsm(gzipSync(xml(text)))).toThrow(new OsmRefused(...refusal));
  });

  test.each([
    ['crossed tags', '<osm><node id="1" lat="1" lon="1"></way></osm>'],
    ['a second root', '<osm></osm><osm></osm>'],
    ['an attribute without quotes', '<osm><node id=1 lat="1" lon="1"/></osm>'],
    ['an id that is none', '<osm><node id="1x" lat="1" lon="1"/></osm>'],
    ['no id', '<osm><node lat="1" lon="1"/></osm>'],
    ['an id too long to be exact', '<osm><node id="9007199254740993" lat="1" lon="1"/></osm>'],
    ['a latitude that is none', '<osm><node id="1" lat="north" lon="1"/></osm>'],
    ['a latitude of a sign alone', '<osm><node id="1" lat="-" lon="1"/></osm>'],
    ['an entity of nobody', '<osm><node id="1" lat="1" lon="1"><tag k="a" v="&nbsp;"/></node></osm>'],
    ['a bare ampersand', '<osm><node id="1" lat="1" lon="1"><tag k="a" v="Q & A"/></node></osm>'],
    ['a tag without a value', '<osm><node id="1" lat="1" lon="1"><tag k="a"/></node></osm>'],
    ['a member of no type', '<osm><relation id="1"><member type="x" ref="1"/></relation></osm>'],
  ])('%s is damage', (_, text) => {
    expect(() => readAll(openOsm(xml(text)))).toThrow(OsmRefused);
  });
});
