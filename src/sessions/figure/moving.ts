import type { Pose } from '../../content/session-types.ts';
import type { Part } from './body.ts';

type Joint = Pose['neck'];

/** In the units of the joints' box: what moves less only keeps the body in balance. */
const LEAST_DISTANCE = 6;
/** A part that moves less than this share of the longest distance only follows another one. */
const LEAST_SHARE = 0.5;

/** The parts that a movement is about: those that move most, unless the whole body moves. */
export function movingParts(from: Pose, to: Pose): ReadonlySet<Part> {
  const distances: [Part, number][] = [
    ['trunk', distanceOf([...from.torso, from.head], [...to.torso, to.head])],
    ...(['nearArm', 'farArm', 'nearLeg', 'farLeg'] as const).flatMap((part): [Part, number][] => {
      const [one, other] = [from[part], to[part]];
      return one && other ? [[part, distanceOf(one, other)]] : [];
    }),
  ];
  const least = Math.max(LEAST_DISTANCE, LEAST_SHARE * Math.max(...distances.map(([, distance]) => distance)));
  const moving = distances.filter(([, distance]) => distance >= least).map(([part]) => part);
  return new Set(moving.length < distances.length ? moving : []);
}

/** How far the joint moves that moves most. */
function distanceOf(from: readonly Joint[], to: readonly Joint[]): number {
  return Math.max(...from.map(([x, y], at) => Math.hypot((to[at]?.[0] ?? x) - x, (to[at]?.[1] ?? y) - y)));
}
