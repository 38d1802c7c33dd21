import { describe, expect, test } from 'vitest';
import { mapSvg, type DrawnMap } from '../../../src/panels/frame/map-svg.ts';
import { dataColours } from '../../../src/ui/palette.ts';

/** A view of 300 x 200 pixels with the origin in its middle, ten pixels a degree. */
const view: DrawnMap = {
  areas: [],
  links: [],
  bands: [],
  catchments: [],
  legend: [],
  scale: { pixels: 80, label: '50 km' },
  points: [],
  rows: [],
  width: 300,
  height: 200,
  project: (lon, lat) => ({ x: 150 + 10 * lon, y: 100 - 10 * lat }),
  radius: (people) => Math.sqrt(people),
  colours: dataColours.light,
  caption: 'Who lives within 25 km?',
  notes: ['Invented for this sample.'],
};
const point = {
  id: 'p',
  lon: 1,
  lat: -1,
  label: 'Office',
  government: 'federal' as const,
  kind: 'full-service' as const,
  illustrative: false,
  approximate: false,
  muted: false,
};

describe('the drawing of the map', () => {
  test('a circle stands where its area is, as large as its people; unknown people have a question mark', () => {
    const area = { id: 'a', lon: 2, lat: 3, label: 'Aville', people: 400, status: 'gap' as const };
    const svg = mapSvg({ ...view, areas: [area, { ...area, people: null }] });
    expect(svg).toContain('<title>Aville</title><circle cx="170" cy="70" r="20"');
    expect(svg.match(/>\?<\/text>/g)).toHaveLength(1);
  });

  test('an estimate is dashed, a road is not', () => {
    const link = { id: 'l', from: { lon: 0, lat: 0 }, to: { lon: 1, lat: 1 } };
    const svg = mapSvg({
      ...view,
      links: [
        { ...link, estimated: true },
        { ...link, estimated: false },
      ],
    });
    expect(svg.match(/<path d="M150 100L160 90"/g)).toHaveLength(2);
    expect(svg.match(/<path d="M150[^>]*stroke-dasharray/g)).toHaveLength(1);
  });

  test('a symbol has its middle where its point is; what is invented has stripes', () => {
    expect(mapSvg({ ...view, points: [point] })).toContain('<g transform="translate(150 100)"><title>Office');
    const stripes = (svg: string) => svg.split('M-2 10 10 -2').length - 1;
    expect(stripes(mapSvg({ ...view, points: [point, { ...point, illustrative: true }] }))).toBe(1);
  });

  test('the question and the notes are its title and the text under it', () => {
    const svg = mapSvg(view);
    expect(svg).toContain('<title>Who lives within 25 km?</title>');
    expect(svg).toContain('y="226">Who lives within 25 km?</text>');
    expect(svg).toContain('y="286">Invented for this sample.</text>');
  });

  test('the scale is a bar as long as it says, with its length beside it', () => {
    const svg = mapSvg(view);
    expect(svg).toContain('d="M12 246V254H92V246"');
    expect(svg).toContain('<text x="100" y="255">50 km</text>');
  });

  test('the legend stands between them, with the signs of the map, its words as text', () => {
    const legend: DrawnMap['legend'] = [
      {
        title: 'People & places',
        entries: [
          { label: '<100>', sign: { kind: 'people', people: 100 } },
          { label: 'Federal', sign: { kind: 'government', government: 'federal' } },
        ],
      },
    ];
    const svg = mapSvg({ ...view, legend });
    expect(svg).toContain('font-weight="600">People &amp; places</text>');
    expect(svg).toContain('>&lt;100&gt;</text>');
    expect(svg.match(/r="10" fill="none"/g)).toHaveLength(1);
    expect(svg.match(/<g clip-path="url\(#federal\)">/g)).toHaveLength(1);
    const [, height = 0] = /viewBox="0 0 300 (\d+)"/.exec(svg) ?? [];
    const [, last = 0] = /y="(\d+)">Invented/.exec(svg) ?? [];
    expect(Number(last)).toBeLessThan(Number(height));
    expect(svg.indexOf('Invented')).toBeGreaterThan(svg.indexOf('Federal'));
  });

  test('nothing of a name becomes markup', () => {
    const svg = mapSvg({ ...view, points: [{ ...point, label: '</title><script>\u0001"&' }] });
    expect(svg).toContain('<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>');
    expect(svg).not.toContain('<script');
  });
});
