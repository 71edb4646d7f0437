import { Header, type ISectionOptions } from 'docx';
import { OFFICIAL_FACES } from '../official-faces.js';
import { OwnParagraph, type ToTree } from './body-markup.js';
import { properties } from './paragraphs.js';
import { HELPER_STYLES } from './style-names.js';
import { cleanText, type Markup, xml } from './xml.js';

type Headers = NonNullable<ISectionOptions['headers']>;

/** Points; the diagonal of two to four characters across an A4 page. */
const CHARACTER = 170;

const SHAPE_TYPE = xml(
  'v:shapetype',
  { id: '_x0000_t136', coordsize: '21600,21600', 'o:spt': 136, adj: '10800', path: 'm@7,l@8,m@5,21600l@6,21600e' },
  xml(
    'v:formulas',
    undefined,
    ...[
      'sum #0 0 10800',
      'prod #0 2 1',
      'sum 21600 0 @1',
      'sum 0 0 @2',
      'sum 21600 0 @3',
      'if @0 @3 0',
      'if @0 21600 @1',
      'if @0 0 @2',
      'if @0 @4 21600',
      'mid @5 @6',
      'mid @8 @5',
      'mid @7 @8',
      'mid @6 @7',
      'sum @6 0 @5',
    ].map((eqn) => xml('v:f', { eqn })),
  ),
  xml('v:path', {
    textpathok: 't',
    'o:connecttype': 'custom',
    'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
    'o:connectangles': '270,180,90,0',
  }),
  xml('v:textpath', { on: 't', fitshape: 't' }),
  xml('v:handles', undefined, xml('v:h', { position: '#0,bottomRight', xrange: '6629,14971' })),
  xml('o:lock', { 'v:ext': 'edit', text: 't', shapetype: 't' }),
);

/** The name is what Word's own command «删除水印» looks for. */
function shape(text: string, number: number): Markup {
  const width = CHARACTER * Math.min(4, Math.max(2, [...text].length));
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${Math.min(width, 480)}pt;height:${CHARACTER * Math.min(1, 480 / width)}pt`,
    'rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';');
  return xml(
    'v:shape',
    {
      id: `PowerPlusWaterMarkObject${number}`,
      'o:spid': `_x0000_s${2048 + number}`,
      type: '#_x0000_t136',
      alt: `水印：${text}`,
      style,
      'o:allowincell': 'f',
      fillcolor: 'silver',
      stroked: 'f',
    },
    xml('v:fill', { opacity: '.5' }),
    xml('v:textpath', { style: `font-family:"${OFFICIAL_FACES.黑.name}";font-size:1pt`, string: text }),
  );
}

function header(text: string, number: number, toTree: ToTree): Header {
  const picture = xml('w:r', undefined, xml('w:pict', undefined, SHAPE_TYPE, shape(cleanText(text), number)));
  return new Header({ children: [new OwnParagraph({ properties: properties(HELPER_STYLES.header.id), content: [picture] }, toTree)] });
}

/** A watermark of Word's own on every page: later sections take over the headers of the first. */
export function watermarkHeaders(text: string, toTree: ToTree): Headers {
  return { default: header(text, 1, toTree), even: header(text, 2, toTree) };
}
