import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, defaultHighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { completionOf, type Schema } from './completion.js';
import { byId, type Finding, fetched, type Place, type State, type TypedFile } from './state.js';

/** The pane in which the YAML files are typed: the files themselves, and nothing beside them. */
export interface Editor {
  readonly goTo: (place: Place) => Promise<void>;
  readonly toggle: () => Promise<void>;
  readonly show: (state: State) => void;
}

export function editorPane(): Editor {
  let file: TypedFile | undefined;
  let view: EditorView | undefined;
  let state: State | undefined;
  let schemas: Readonly<Record<string, Schema>> | undefined;
  const pane = byId('editor');
  const files = byId<HTMLSelectElement>('files');
  const notice = (text: string) => {
    byId('notice').textContent = text;
  };
  const changed = () => view !== undefined && file !== undefined && view.state.doc.toString() !== file.text;
  const lint = () => {
    if (view && state) view.dispatch(setDiagnostics(view.state, diagnosticsOf(state.findings, file?.name, view.state.doc)));
  };
  const open = async (name: string) => {
    schemas ??= (await fetched<Record<string, Schema>>('schema')) ?? {};
    // What is typed while a file is on its way would be gone when it comes.
    byId('text').inert = true;
    const read = await fetched<TypedFile>(`file?name=${encodeURIComponent(name)}`).finally(() => {
      byId('text').inert = false;
    });
    if (!read) return notice(`“${name}”不能在这里编辑：读不了，或不是 UTF-8 的文本。`);
    const before = file?.name;
    file = read;
    files.value = name;
    const schema = schemas[name.endsWith('区县.yaml') ? '区县' : '部门'] ?? {};
    const anchor = Math.min(name === before ? (view?.state.selection.main.anchor ?? 0) : 0, read.text.length);
    const start = EditorState.create({ doc: read.text, selection: { anchor }, extensions: extensions(schema, save) });
    if (view) view.setState(start);
    else view = new EditorView({ state: start, parent: byId('text') });
    notice('');
    lint();
  };
  const save = async () => {
    if (!view || !file) return;
    const text = view.state.doc.toString();
    const response = await fetch('file', { method: 'PUT', body: JSON.stringify({ name: file.name, text, base: file.base }) });
    const saved = (await response.json()) as TypedFile | { readonly refused: string };
    if ('refused' in saved) return notice(saved.refused);
    file = saved;
    notice('');
  };
  const leave = (next: string) => (changed() ? confirm('有改动没有保存，要放弃吗？') : true) && open(next);
  files.addEventListener('change', async () => {
    await leave(files.value);
    if (file) files.value = file.name;
  });
  byId('save').addEventListener('click', save);
  byId('reload').addEventListener('click', () => file && leave(file.name));
  addEventListener('beforeunload', (event) => changed() && event.preventDefault());
  const toggle = async () => {
    pane.hidden = !pane.hidden;
    byId('edit').setAttribute('aria-pressed', String(!pane.hidden));
    if (!pane.hidden && !file && state?.files[0]) await open(state.files[0]);
  };
  return {
    toggle,
    goTo: async (place) => {
      if (pane.hidden) await toggle();
      if (file?.name !== place.file) await leave(place.file);
      if (view && file?.name === place.file) jump(view, positionOf(view.state.doc, place));
    },
    show: (next) => {
      state = next;
      const { value } = files;
      files.replaceChildren(...next.files.map((name) => new Option(name, name, false, name === value)));
      if (!file) return;
      refresh(file.name, changed()).then((other) => (other === undefined ? undefined : open(other)));
      lint();
    },
  };

  /** What another program has saved is taken over, unless there is something of one's own to lose. */
  async function refresh(name: string, own: boolean): Promise<string | undefined> {
    const read = await fetched<TypedFile>(`file?name=${encodeURIComponent(name)}`);
    if (!read || read.base === file?.base) return undefined;
    if (!own) return name;
    notice(`“${name}”在别的程序里改过。这里的改动还没有保存：请先复制，再重新载入。`);
    return undefined;
  }
}

function jump(view: EditorView, position: number): void {
  view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'center' }) });
  view.focus();
}

/** A column counts characters; those outside the basic plane take two places in the text. */
function positionOf(doc: Text, { line, column }: Place): number {
  const { from, text } = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return from + [...text].slice(0, column - 1).join('').length;
}

/** Our own findings, to the end of the word that they stand at. */
function diagnosticsOf(findings: readonly Finding[], name: string | undefined, doc: Text): Diagnostic[] {
  return findings.flatMap(({ at, severity, message, hint }): Diagnostic[] => {
    if (!at || at.file !== name) return [];
    const from = positionOf(doc, at);
    const word = /^[^\s:,{}[\]]*/.exec(doc.sliceString(from, doc.lineAt(from).to))?.[0] ?? '';
    return [{ from, to: from + word.length, severity, message: hint === undefined ? message : `${message}\n${hint}` }];
  });
}

const PHRASES = {
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全部',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '整词',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'No diagnostics': '没有问题',
  Diagnostics: '问题',
};

function extensions(schema: Schema, save: () => Promise<void>): Extension[] {
  const saving = { key: 'Mod-s', preventDefault: true, run: () => Boolean(save()) };
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    yaml(),
    syntaxHighlighting(defaultHighlightStyle),
    lintGutter(),
    autocompletion({ override: [completionOf(schema)] }),
    indentUnit.of('  '),
    EditorView.lineWrapping,
    EditorState.phrases.of(PHRASES),
    EditorView.contentAttributes.of({ 'aria-label': 'YAML', tabindex: '0' }),
    keymap.of([saving, ...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
  ];
}
