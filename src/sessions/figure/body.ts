import type { Pose } from '../../content/session-types.ts';
import type { Ball } from './dots.ts';

type Joint = Pose['neck'];
type Limb = readonly Ball[];

/** How many dots a unit of the joints' box is. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** The limbs of a body, the farthest first. */
export interface Body {
  readonly far: readonly Limb[];
  readonly trunk: readonly Limb[];
  readonly near: readonly Limb[];
}

// The radius of a body at its joints, if its torso is as long as TORSO.
const TORSO = 31;
const ARM = [2.4, 2.1, 1.7];
const LEG = [3.6, 2.8, 2, 1.6];
const NECK = 2.2;
const HEAD = 5.4;
const CURVE = [3.7, 3.65, 3.6, 3.55, 3.5, 3.6, 3.75, 3.9, 4];

// From above, the front is seen, not the side.
const WIDER_FROM_ABOVE = 1.35;

// In dots. A thinner slanting limb would fall apart.
const THINNEST = 0.75;

/** The limbs of a pose, in dots. */
export function makeBody(pose: Pose, scale: Scale): Body {
  const size = sizeOf(pose);
  const width = pose.view === 'top' ? size * WIDER_FROM_ABOVE : size;
  const limb = (joints: readonly Joint[] = [], radii: readonly number[] = [], thickness = size): Limb =>
    joints.map((joint, at) => makeBall(joint, (radii[at] ?? 0) * thickness, scale));
  return {
    far: [limb(pose.farArm, ARM), limb(pose.farLeg, LEG)],
    trunk: [
      limb(curveOf(pose), CURVE, width),
      limb([pose.neck, pose.head], [NECK, NECK]),
      limb([pose.head, pose.head], [HEAD, HEAD], Math.sqrt(size)),
    ],
    near: [limb(pose.nearArm, ARM), limb(pose.nearLeg, LEG)],
  };
}

function makeBall([x, y]: Joint, radius: number, scale: Scale): Ball {
  return { x: x * scale.x, y: y * scale.y, radius: Math.max(THINNEST, radius * scale.y) };
}

/** The torso as points, one for each thickness of `CURVE`. */
function curveOf({ torso: [start, control, end] }: Pose): Joint[] {
  return CURVE.map((_, at) => {
    const part = at / (CURVE.length - 1);
    const point = (axis: 0 | 1) =>
      (1 - part) ** 2 * start[axis] + 2 * part * (1 - part) * control[axis] + part ** 2 * end[axis];
    return [point(0), point(1)];
  });
}

/** How thick to draw it. A body half as long is more than half as thick, or its limbs would be single dots. */
function sizeOf({ torso: [start, control, end] }: Pose): number {
  const chord = distance(start, end);
  const corner = distance(start, control) + distance(control, end);
  // A curve is about as long as the mean of its chord and the way over its control point.
  return Math.cbrt((chord + corner) / 2 / TORSO);
}

function distance([x, y]: Joint, [otherX, otherY]: Joint): number {
  return Math.hypot(otherX - x, otherY - y);
}
