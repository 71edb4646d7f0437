import { editorPane } from './editor.js';
import { pageFrame } from './frame.js';
import { byId, type Finding, fetched, make, placeText, type State } from './state.js';

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
