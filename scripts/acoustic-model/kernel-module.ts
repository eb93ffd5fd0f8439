import wabt from 'wabt';
import { kernelText } from './kernel-text.ts';

/** The source of `src/align/model/kernel.ts`. */
export async function kernelModule(): Promise<string> {
  const module = (await wabt()).parseWat('kernel.wat', kernelText(), { simd: true });
  const { buffer } = module.toBinary({});
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,96}/g) ?? [];
  return `// Made by scripts/make-kernel.ts; what it does stands in scripts/acoustic-model/kernel-text.ts.

/** WebAssembly in base64. */
export const kernel =
  ${lines.map((line) => `'${line}'`).join(' +\n  ')};
`;
}
