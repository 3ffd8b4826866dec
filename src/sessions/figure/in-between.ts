import type { Pose } from '../../content/session-types.ts';

type Joint = Pose['neck'];
type Limb = readonly Joint[];

const PLANTED = 1;

/**
 * The pose on the way from one to another; limbs swing, they don't shrink.
 * A far limb that only one of the poses shows is hidden by the near one in the other.
 * @param part how far on the way, from 0 to 1; it starts and ends gently
 */
export function inBetween(from: Pose, to: Pose, part: number): Pose {
  if (part <= 0) return from;
  if (part >= 1) return to;
  const way = part * part * (3 - 2 * part);
  // From above a limb that comes towards the eye does look shorter.
  const move = to.view === 'top' ? slide : slideOrSwing;
  const far = (key: 'farArm' | 'farLeg', near: 'nearArm' | 'nearLeg') =>
    from[key] || to[key] ? { [key]: move(from[key] ?? from[near], to[key] ?? to[near], way) } : {};
  return {
    ...to,
    ...bend(from, to, way),
    nearArm: move(from.nearArm, to.nearArm, way),
    nearLeg: move(from.nearLeg, to.nearLeg, way),
    ...far('farArm', 'nearArm'),
    ...far('farLeg', 'nearLeg'),
  };
}

function bend(from: Pose, to: Pose, way: number): Pick<Pose, 'torso' | 'neck' | 'head'> {
  const [start, control, end] = from.torso;
  const torso: Pose['torso'] = [
    between(start, to.torso[0], way),
    between(control, to.torso[1], way),
    between(end, to.torso[2], way),
  ];
  return { torso, neck: between(from.neck, to.neck, way), head: between(from.head, to.head, way) };
}

function between([x, y]: Joint, [toX, toY]: Joint, way: number): Joint {
  return [x + (toX - x) * way, y + (toY - y) * way];
}

function slideOrSwing(from: Limb, to: Limb, way: number): Limb {
  return isPlanted(from, to) ? slide(from, to, way) : swing(from, to, way);
}

/** Whether the hand or foot stays where it is; swung from its root it would lift off. */
function isPlanted(from: Limb, to: Limb): boolean {
  const [x = 0, y = 0] = from.at(-1) ?? [];
  const [toX = 0, toY = 0] = to.at(-1) ?? [];
  return Math.hypot(toX - x, toY - y) < PLANTED;
}

function slide(from: Limb, to: Limb, way: number): Limb {
  return from.map((joint, at) => between(joint, to[at] ?? joint, way));
}

// From its root outwards; no joint goes lower than in both poses, as that would be into the floor.
function swing(from: Limb, to: Limb, way: number): Limb {
  const joints: Joint[] = [];
  for (const [at, joint] of from.entries()) {
    const other = to[at] ?? joint;
    const root = joints[at - 1];
    const [x, y] = root ? swungBone(root, boneTo(from, at), boneTo(to, at), way) : between(joint, other, way);
    joints.push([x, Math.min(y, Math.max(joint[1], other[1]))]);
  }
  return joints;
}

/** The bone to a joint from the one before, as a vector. */
function boneTo(limb: Limb, at: number): Joint {
  const [x, y] = limb[at] ?? [0, 0];
  const [rootX, rootY] = limb[at - 1] ?? [0, 0];
  return [x - rootX, y - rootY];
}

/** A bone that swings about its root, from one position to another; its length changes evenly. */
function swungBone([x, y]: Joint, bone: Joint, other: Joint, way: number): Joint {
  const [dx, dy] = between(bone, other, way);
  const length = Math.hypot(...bone) + (Math.hypot(...other) - Math.hypot(...bone)) * way;
  const stretch = length / (Math.hypot(dx, dy) || 1);
  return [x + dx * stretch, y + dy * stretch];
}
