import { all, child, type Element, openDocx, part, shownText, val } from './support.js';
import { tableFaults } from './table-faults.js';

/** What the Open XML SDK does not see, and Word calls «unreadable content» or shows wrong. */
export function structureFaults(bytes: Uint8Array): string[] {
  const document = part(bytes, 'word/document.xml');
  const names = Object.keys(openDocx(bytes)).filter((name) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(name));
  const stories = names.map((name) => part(bytes, name));
  return [
    ...bookmarkFaults(document),
    ...fieldFaults(stories),
    ...contentsFaults(document, part(bytes, 'word/settings.xml')),
    ...all(document, 'w:tbl').flatMap(tableFaults),
    ...styleFaults(stories, part(bytes, 'word/styles.xml')),
    ...drawingFaults(document),
    ...bodyFaults(document),
  ];
}

const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

function bookmarkFaults(document: Element): string[] {
  const starts = all(document, 'w:bookmarkStart');
  const names = starts.map((start) => start.attributes['w:name'] ?? '');
  const ids = starts.map((start) => start.attributes['w:id'] ?? '');
  const ends = all(document, 'w:bookmarkEnd').map((end) => end.attributes['w:id'] ?? '');
  const anchors = all(document, 'w:hyperlink').map((link) => link.attributes['w:anchor'] ?? '');
  const references = all(document, 'w:instrText').flatMap((code) => /PAGEREF (\S+)/.exec(code.text)?.[1] ?? []);
  return [
    ...repeated(names).map((name) => `bookmark ${name} twice`),
    ...repeated(ids).map((id) => `bookmark id ${id} twice`),
    ...names.filter((name) => !/^[\p{L}_]\w{0,39}$/u.test(name)).map((name) => `bookmark name ${name}`),
    ...(ids.join() === ends.join() ? [] : ['bookmarks not ended in their order']),
    ...[...anchors, ...references].filter((anchor) => !names.includes(anchor)).map((anchor) => `no bookmark ${anchor}`),
  ];
}

/** Every field begins, separates and ends in this order, inside its story. */
function fieldFaults(stories: readonly Element[]): string[] {
  return stories.flatMap((story) => {
    const open: string[] = [];
    for (const mark of all(story, 'w:fldChar')) {
      const type = mark.attributes['w:fldCharType'];
      if (mark.attributes['w:dirty'] !== undefined) return ['a dirty field'];
      if (type === 'begin') open.push('begin');
      else if (type === 'separate' && open.at(-1) === 'begin') open[open.length - 1] = 'separate';
      else if (type === 'end' && open.length > 0) open.pop();
      else return [`a field mark ${type} out of place`];
    }
    return open.length > 0 ? ['a field that does not end'] : [];
  });
}

/** Each entry of the contents shows a number, links to its place, and nothing asks for an update. */
function contentsFaults(document: Element, settings: Element): string[] {
  const entries = all(document, 'w:p').filter((paragraph) => /^TOC\d$/.test(val(child(paragraph, 'w:pPr', 'w:pStyle')) ?? ''));
  return [
    ...entries.filter((entry) => !/^\d+$/.test(all(entry, 'w:t').at(-1)?.text ?? '')).map((entry) => `no number: ${shownText(entry)}`),
    ...entries.filter((entry) => all(entry, 'w:hyperlink').length !== 1).map((entry) => `no link: ${shownText(entry)}`),
    ...all(settings, 'w:updateFields').map(() => 'settings that ask for an update of fields'),
  ];
}

function styleFaults(stories: readonly Element[], styles: Element): string[] {
  const defined = all(styles, 'w:style').map((style) => style.attributes['w:styleId'] ?? '');
  const names = all(styles, 'w:style').map((style) => val(child(style, 'w:name')) ?? '');
  const used = stories.flatMap((story) => ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => all(story, name).map(val)));
  const based = ['w:basedOn', 'w:next'].flatMap((name) => all(styles, name).map(val));
  const unknown = [...used, ...based].filter((id) => !defined.includes(id ?? ''));
  return [
    ...unknown.map((id) => `no style ${id}`),
    ...repeated(defined).map((id) => `style ${id} twice`),
    ...repeated(names).map((name) => `style name ${name} twice`),
  ];
}

function drawingFaults(document: Element): string[] {
  const drawings = all(document, 'wp:docPr');
  const ids = drawings.map((drawing) => drawing.attributes.id ?? '');
  const silent = drawings.filter((drawing) => (drawing.attributes.descr ?? '') === '');
  return [...repeated(ids).map((id) => `drawing ${id} twice`), ...silent.map(() => 'a drawing without a description')];
}

/** Two tables side by side would become one; the body's last block has to be a paragraph. */
function bodyFaults(document: Element): string[] {
  const blocks = child(document, 'w:body')?.children ?? [];
  const joined = blocks.filter((block, index) => block.name === 'w:tbl' && blocks[index + 1]?.name === 'w:tbl');
  const last = blocks.at(-2)?.name;
  return [...joined.map(() => 'two tables without a paragraph between'), ...(last === 'w:p' ? [] : [`the body ends with ${last}`])];
}
