/** Every file of a package by its path. */
export function packageContents(
  platform: 'win-x64' | 'linux-x64' | 'linux-arm64',
  runtime: { readonly binary: Uint8Array; readonly licence: string },
): Promise<Map<string, { readonly bytes: Uint8Array; readonly program?: boolean }>>;
