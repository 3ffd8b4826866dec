import type { Pose } from '../../content/session-types.ts';
import type { Part } from './body.ts';

type Joint = Pose['neck'];

/** In the units of the joints' box: a smaller way is only what keeps a body in balance. */
const LEAST_WAY = 6;
/** A part that goes less far than this share of the farthest way follows another one. */
const LEAST_SHARE = 0.5;

/** The parts that a movement is about: those that go farthest, unless the whole body moves. */
export function movingParts(from: Pose, to: Pose): ReadonlySet<Part> {
  const ways: [Part, number][] = [
    ['trunk', wayOf([...from.torso, from.head], [...to.torso, to.head])],
    ...(['nearArm', 'farArm', 'nearLeg', 'farLeg'] as const).flatMap((part): [Part, number][] => {
      const [one, other] = [from[part], to[part]];
      return one && other ? [[part, wayOf(one, other)]] : [];
    }),
  ];
  const least = Math.max(LEAST_WAY, LEAST_SHARE * Math.max(...ways.map(([, way]) => way)));
  const moving = ways.filter(([, way]) => way >= least).map(([part]) => part);
  return new Set(moving.length < ways.length ? moving : []);
}

/** How far the joint goes that goes farthest. */
function wayOf(from: readonly Joint[], to: readonly Joint[]): number {
  return Math.max(...from.map(([x, y], at) => Math.hypot((to[at]?.[0] ?? x) - x, (to[at]?.[1] ?? y) - y)));
}
