const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const MARKUP = /[&<>"]/;

/** Text that is safe between tags and in attributes, of XML and of HTML. Most texts have nothing to escape: they are only tested. */
export function escapeMarkup(text: string): string {
  return MARKUP.test(text) ? text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character) : text;
}
