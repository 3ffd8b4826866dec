import type { Pose } from '../../content/session-types.ts';
import type { Ball } from './dots.ts';

type Joint = Pose['neck'];
type Balls = readonly Ball[];

/** A part of a body, by the name of its joints in a pose. */
export type Part = 'trunk' | 'nearArm' | 'farArm' | 'nearLeg' | 'farLeg';

/** A part as it is drawn, in dots. */
export interface Limb {
  readonly part: Part;
  readonly balls: Balls;
}

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
const ARM = [2.5, 2, 1.6, 1.6];
const LEG = [3.7, 2.8, 1.9, 1.9];
const NECK = 2;
const HEAD = 5;
// From the shoulders to the hips: a chest, a waist.
const SIDE = [3.4, 3.8, 3.9, 3.7, 3.4, 3.3, 3.6, 4, 4];
const FRONT = [5.6, 6.6, 6.2, 5.4, 4.7, 4.5, 4.9, 5.3, 5];

// In dots. A thinner slanting limb would fall apart.
const THINNEST = 0.75;

/** The limbs of a pose, in dots. */
export function makeBody(pose: Pose, scale: Scale): Body {
  const size = sizeOf(pose);
  const radii = pose.view === 'top' ? FRONT : SIDE;
  const ballsOf = (joints: readonly Joint[], sizes: readonly number[], thickness = size): Balls =>
    joints.map((joint, at) => makeBall(joint, (sizes[at] ?? 0) * thickness, scale));
  const arm = (part: 'nearArm' | 'farArm') => ({ part, balls: ballsOf(withHand(pose[part] ?? [], pose), ARM) });
  const leg = (part: 'nearLeg' | 'farLeg') => ({ part, balls: ballsOf(pose[part] ?? [], LEG) });
  return {
    far: [arm('farArm'), leg('farLeg')],
    trunk: [
      trunk(ballsOf(curveOf(pose, radii.length), radii)),
      trunk(ballsOf([pose.neck, pose.head], [NECK, NECK])),
      trunk(ballsOf([pose.head, pose.head], [HEAD, HEAD], Math.sqrt(size))),
    ],
    near: [arm('nearArm'), leg('nearLeg')],
  };
}

function trunk(balls: Balls): Limb {
  return { part: 'trunk', balls };
}

function makeBall([x, y]: Joint, radius: number, scale: Scale): Ball {
  return { x: x * scale.x, y: y * scale.y, radius: Math.max(THINNEST, radius * scale.y) };
}

const HAND_LENGTH = 4.5;
const FLOOR = 50;
/** A hand that is nearer to the floor than this lies on it: below a raised forearm the fingers are towards the head. */
const FLAT_BELOW = 3;
const LIFTED_ABOVE = 7;

/** An arm with its hand. A foot is the last bone of a leg; for a hand, poses have no joint of their own. */
function withHand(arm: readonly Joint[], { view, head, torso: [, , hips] }: Pose): readonly Joint[] {
  const [elbow, wrist] = arm.slice(-2);
  if (!elbow || !wrist || view === 'top') return arm;
  const height = FLOOR - wrist[1];
  const lifted = Math.min(1, Math.max(0, (height - FLAT_BELOW) / (LIFTED_ABOVE - FLAT_BELOW)));
  const forearm = distance(elbow, wrist) || 1;
  const along = (axis: 0 | 1) => ((wrist[axis] - elbow[axis]) / forearm) * lifted;
  const isLevel = Math.abs(wrist[0] - elbow[0]) > Math.abs(wrist[1] - elbow[1]);
  const fingers = Math.sign(isLevel ? wrist[0] - elbow[0] : head[0] - hips[0]);
  const [x, y] = [along(0) + fingers * (1 - lifted), along(1)];
  const length = HAND_LENGTH / (Math.hypot(x, y) || 1);
  return [...arm, [wrist[0] + x * length, Math.min(FLOOR - 1.6, wrist[1] + y * length)]];
}

/** The torso as points. */
function curveOf({ torso: [start, control, end] }: Pose, points: number): Joint[] {
  return Array.from({ length: points }, (_, at) => {
    const part = at / (points - 1);
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
