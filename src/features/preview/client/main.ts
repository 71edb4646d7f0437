import { editorPane } from './editor.js';
import { byId, type Finding, fetched, make, type Place, placeText, type State } from './state.js';

/** The page, loaded anew behind the one that is seen and put in its place where the reader was. */
interface Frame {
  readonly show: (state: State) => void;
}

function pageFrame(goTo: (place: Place) => void): Frame {
  let seen: HTMLIFrameElement | undefined;
  let coming: HTMLIFrameElement | undefined;
  return {
    show: (state) => {
      coming?.remove();
      const next = make('iframe', '', 'waiting');
      coming = next;
      next.title = '网页版';
      next.src = `page?version=${state.version}`;
      next.hidden = seen?.hidden ?? false;
      next.addEventListener('load', () => {
        if (coming !== next) return;
        const page = next.contentDocument;
        if (page) prepare(page, state, goTo);
        if (page && seen?.contentDocument) keepPlace(seen.contentDocument, page);
        next.className = '';
        seen?.remove();
        seen = next;
        coming = undefined;
        document.body.dataset['shown'] = String(state.version);
      });
      byId('view').append(next);
    },
  };
}

/** Where the reader is: the last heading or table over the upper edge, and the selected text. */
function keepPlace(old: Document, page: Document): void {
  const marks = [...old.querySelectorAll<HTMLElement>('main h2[id], main h3[id], main h4[id], main table[id]')];
  const mark = marks.filter((one) => one.getBoundingClientRect().top <= 60).at(-1);
  const same = mark && page.getElementById(mark.id);
  const [from, to] = [old.defaultView, page.defaultView];
  if (!from || !to) return;
  if (mark && same) to.scrollBy(0, same.getBoundingClientRect().top - mark.getBoundingClientRect().top);
  else to.scrollTo(0, from.scrollY);
  keepSelection(old, page);
}

function keepSelection(old: Document, page: Document): void {
  const selected = old.getSelection();
  if (!selected || selected.rangeCount === 0 || selected.isCollapsed) return;
  const { startContainer, startOffset, endContainer, endOffset } = selected.getRangeAt(0);
  const [start, end] = [counterpart(startContainer, old, page), counterpart(endContainer, old, page)];
  if (!start || !end) return;
  const length = (node: Node) => node.nodeValue?.length ?? node.childNodes.length;
  page.getSelection()?.setBaseAndExtent(start, Math.min(startOffset, length(start)), end, Math.min(endOffset, length(end)));
}

/** The node at the same place of the other page. */
function counterpart(node: Node, old: Document, page: Document): Node | undefined {
  const way: number[] = [];
  for (let one: Node | null = node; one && one !== old.body; one = one.parentNode)
    way.unshift([...(one.parentNode?.childNodes ?? [])].indexOf(one as ChildNode));
  return way.reduce<Node | undefined>((found, index) => found?.childNodes[index], page.body);
}

function prepare(page: Document, { findings, places }: State, goTo: (place: Place) => void): void {
  for (const finding of findings) markFigures(page, finding, places);
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#y"]');
    const card = page.getElementById('card');
    const typed = link && places[link.hash.slice(1)];
    if (!card || card.hidden || !typed?.length) return;
    card.querySelector('.typed')?.remove();
    const lines = make('p', '填写在：', 'typed');
    for (const place of typed) lines.append(placeButton(page, place, goTo), ' ');
    card.append(lines);
  });
}

function placeButton(page: Document, place: Place & { readonly label: string }, goTo: (place: Place) => void): HTMLElement {
  const button = page.createElement('button');
  button.textContent = placeText(place);
  button.title = place.label;
  button.addEventListener('click', () => goTo(place));
  return button;
}

/** A finding stands beside the figures that are typed in its line. */
function markFigures(page: Document, { at, message, severity }: Finding, places: State['places']): void {
  if (!at) return;
  for (const [entry, typed] of Object.entries(places)) {
    const [first, ...others] = typed;
    if (others.length > 0 || first?.file !== at.file || first.line !== at.line) continue;
    for (const link of page.querySelectorAll<HTMLElement>(`main a[href="#${entry}"]`)) {
      link.style.outline = `2px solid ${severity === 'error' ? '#c62828' : '#d9a441'}`;
      link.title = `${placeText(at)} ${message}`;
    }
  }
}

/** The preview's page: follows the server's versions and shows each. */
const editor = editorPane();
const frame = pageFrame(editor.goTo);
let pdf: HTMLIFrameElement | undefined;
let state: State | undefined;

function show(next: State): void {
  const before = state;
  state = next;
  document.title = next.title === '' ? '预览' : `预览 ${next.title}`;
  byId('title').textContent = next.title === '' ? '预览' : next.title;
  byId('status').textContent = statusText(next);
  byId('findings').replaceChildren(...(next.findings.length === 0 ? [] : [findingList(next.findings)]));
  document.body.classList.toggle('stale', !next.current);
  editor.show(next);
  if (next.current || !before) frame.show(next);
  else document.body.dataset['shown'] = String(next.version);
  if (next.current) showPdf(next);
}

function statusText({ current, findings, milliseconds, pages }: State): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `${errors} 个错误、${findings.length - errors} 个提醒`;
  return current ? `${pages} 页，${counts}，用时 ${milliseconds} 毫秒` : `文件现在读不通：${counts}。下面是上一次好的页面`;
}

function findingList(findings: readonly Finding[]): HTMLElement {
  const list = make('ol');
  const errorsFirst = [...findings].sort((one, other) => Number(one.severity !== 'error') - Number(other.severity !== 'error'));
  list.append(...errorsFirst.map(findingItem));
  return list;
}

function findingItem({ severity, message, hint, at }: Finding): HTMLElement {
  const item = make('li', '', severity);
  item.append(make('b', severity === 'error' ? '错误' : '提醒'), message, ' ');
  if (at) {
    const button = make('button', placeText(at));
    button.addEventListener('click', () => editor.goTo(at));
    item.append(button);
  }
  if (hint !== undefined) item.append(make('small', hint));
  return item;
}

/** The printed pages are made only for those who look at them. */
function showPdf({ version }: State): void {
  if (!pdf || pdf.hidden) return;
  pdf.src = `pdf?version=${version}`;
}

function choose(tab: 'web' | 'pdf'): void {
  for (const name of ['web', 'pdf']) byId(`${name}-tab`).setAttribute('aria-selected', String(name === tab));
  if (tab === 'pdf' && !pdf) {
    pdf = make('iframe');
    pdf.title = '印出的页';
    byId('view').append(pdf);
  }
  for (const one of byId('view').querySelectorAll('iframe')) one.hidden = (one === pdf) !== (tab === 'pdf');
  if (state) showPdf(state);
}

byId('web-tab').addEventListener('click', () => choose('web'));
byId('pdf-tab').addEventListener('click', () => choose('pdf'));
byId('edit').addEventListener('click', editor.toggle);

const events = new EventSource('events');
events.addEventListener('message', async () => {
  const next = await fetched<State>('state');
  if (next && next.version !== state?.version) show(next);
});
events.addEventListener('error', () => {
  byId('status').textContent = '预览程序已经停了；重新运行 npm run preview 后打开新的地址。';
});
