/** Whether a part of a template holds the end of a sentence. */
export function hasStop(program: hbs.AST.Program | undefined): boolean {
  return (program?.body ?? []).some((node) => {
    if (node.type === 'ContentStatement') return (node as hbs.AST.ContentStatement).value.includes('。');
    const { program: inner, inverse } = node as hbs.AST.BlockStatement;
    return node.type === 'BlockStatement' && (hasStop(inner) || hasStop(inverse));
  });
}
