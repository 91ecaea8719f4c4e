/** Divides a whole number of points by weights into whole numbers that add up to it. */
export function shares(points: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return weights.map((weight) => {
    const before = Math.round((points * passed) / total);
    passed += weight;
    return Math.round((points * passed) / total) - before;
  });
}
