// Writes the innermost loop of listening, which JavaScript is too slow for, as WebAssembly.
//
//   node scripts/build.mjs && node dist/scripts/make-kernel.js
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelModule } from './acoustic-model/kernel-module.ts';

const target = join(import.meta.dirname, '..', '..', 'src', 'align', 'model', 'kernel.ts');
writeFileSync(target, await kernelModule());
