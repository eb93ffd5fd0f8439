/** A stream is laid out as pairs: each of its 13 features with its square. */
const pairs = 13;

/** Bytes that four Gaussians take: a constant each, and for each pair two factors each. */
const groupBytes = 16 + pairs * 16;

/**
 * The innermost loop of listening as WebAssembly text: for each codebook and stream the four Gaussians that
 * come nearest to a frame of features. The logarithm of a normal distribution with a diagonal covariance,
 *
 *     constant − Σ (x − μ)² / 2σ²  =  constant' + Σ (μ/σ²) · x − Σ (1/2σ²) · x²,
 *
 * is a sum of products of the features and their squares, so that one instruction can weigh a feature and its
 * square for four Gaussians, in integers (`i32x4.dot_i16x8_s`). `src/align/model/gaussians.ts` lays out both
 * sides.
 */
export function kernelText(): string {
  const features = range(pairs).map((pair) => `(local $x${pair} v128)`);
  const ranks = range(4).map((rank) => `(local $s${rank} i32) (local $i${rank} i32)`);
  return `(module
  (memory (export "memory") 1)
  (func (export "best") (param $blocks i32) (param $groups i32) (param $features i32) (param $model i32) (param $scores i32) (param $indexes i32)
    (local $block i32) (local $group i32) (local $which i32) (local $stream i32)
    (local $sum v128) (local $value i32)
    ${features.join(' ')}
    ${ranks.join(' ')}
    (loop $nextBlock
      (local.set $stream (i32.add (local.get $features) (i32.mul (i32.rem_u (local.get $block) (i32.const 3)) (i32.const ${4 * pairs}))))
      ${range(pairs).map(loadPair).join('\n      ')}
      ${range(4).map(clearRank).join('\n      ')}
      (local.set $group (i32.const 0))
      (loop $nextGroup
        (local.set $sum (v128.load (local.get $model)))
        ${range(pairs).map(weighPair).join('\n        ')}
        (if (v128.any_true (i32x4.gt_s (local.get $sum) (i32x4.splat (local.get $s3)))) (then
          ${range(4).map(rankLane).join('\n          ')}))
        (local.set $model (i32.add (local.get $model) (i32.const ${groupBytes})))
        (local.set $group (i32.add (local.get $group) (i32.const 1)))
        (br_if $nextGroup (i32.lt_u (local.get $group) (local.get $groups))))
      ${range(4).map(storeRank).join('\n      ')}
      (local.set $scores (i32.add (local.get $scores) (i32.const 16)))
      (local.set $indexes (i32.add (local.get $indexes) (i32.const 16)))
      (local.set $block (i32.add (local.get $block) (i32.const 1)))
      (br_if $nextBlock (i32.lt_u (local.get $block) (local.get $blocks))))))
`;
}

function loadPair(pair: number): string {
  return `(local.set $x${pair} (v128.load32_splat offset=${4 * pair} (local.get $stream)))`;
}

function clearRank(rank: number): string {
  return `(local.set $s${rank} (i32.const -2147483648)) (local.set $i${rank} (i32.const 0))`;
}

function weighPair(pair: number): string {
  const factors = `(v128.load offset=${16 + 16 * pair} (local.get $model))`;
  const weighed = `(i32x4.dot_i16x8_s (local.get $x${pair}) ${factors})`;
  return `(local.set $sum (i32x4.add (local.get $sum) ${weighed}))`;
}

/** Puts one of the four among the best so far, in order. */
function rankLane(lane: number): string {
  return `(local.set $value (i32x4.extract_lane ${lane} (local.get $sum)))
          (if (i32.gt_s (local.get $value) (local.get $s3)) (then
            (local.set $which (i32.add (i32.shl (local.get $group) (i32.const 2)) (i32.const ${lane})))
            ${insert(3)}))`;
}

/** Moves what is lower down one rank, from the last upwards, until the value finds its own. */
function insert(rank: number): string {
  const put = `(local.set $s${rank} (local.get $value)) (local.set $i${rank} (local.get $which))`;
  if (rank === 0) return put;
  const above = rank - 1;
  return `(if (i32.gt_s (local.get $value) (local.get $s${above}))
              (then (local.set $s${rank} (local.get $s${above})) (local.set $i${rank} (local.get $i${above})) ${insert(above)})
              (else ${put}))`;
}

function storeRank(rank: number): string {
  return `(i32.store offset=${4 * rank} (local.get $scores) (local.get $s${rank})) (i32.store offset=${4 * rank} (local.get $indexes) (local.get $i${rank}))`;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
