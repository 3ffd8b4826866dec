/**
 * Flags for a Node that runs many tests. Most of what they run runs a few times, so V8 spends a sixth of all CPU time on
 * optimising code that is hardly used afterwards: with these it waits for what is run far more often. From Node 22 on
 * V8 has a cheaper compiler for that, and other flags. Garbage is collected by the thread that makes it: that is little
 * garbage, and both cores are busy.
 */
export const NODE_FLAGS: readonly string[] = [
  '--single-threaded-gc',
  ...(process.versions.node.startsWith('20.') ? ['--interrupt-budget=1000000'] : []),
];
