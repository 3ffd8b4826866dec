import { API, type Checker, type Program, type Type, TypeFlags } from 'typescript/unstable/sync';
import type { Expression, Node, SourceFile } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isComputedPropertyName,
  isElementAccessExpression,
  isPropertyAccessExpression,
} from 'typescript/unstable/ast/is';
import { SyntaxKind } from 'typescript/unstable/ast';

/** A place where an object is asked for whatever word comes, inherited ones included. */
export interface OpenLookup {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/**
 * Finds the places where a plain object is looked up with a word that the compiler doesn't know:
 * `table[word]`, `word in table`, `const { [word]: value } = table`, and `Object.assign`, which takes
 * a "__proto__" as its order to change the prototype. Keys of literal types are known, numbers are places in a list.
 * @param config the path of a tsconfig.json
 * @param isOurs which of its files are looked at
 */
export function findOpenLookups(config: string, isOurs: (file: string) => boolean): OpenLookup[] {
  const api = new API({ cwd: process.cwd() });
  try {
    const [project] = api.updateSnapshot({ openProject: config }).getProjects();
    const { program, checker } = project!;
    return program
      .getSourceFileNames()
      .filter(isOurs)
      .flatMap((file) => lookupsIn(program, checker, file));
  } finally {
    api.close();
  }
}

function lookupsIn(program: Program, checker: Checker, file: string): OpenLookup[] {
  const source = program.getSourceFile(file)!;
  const places: { readonly node: Node; readonly key: Expression }[] = [];
  const visit = (node: Node): void => {
    const key = keyOf(node, source);
    if (key) places.push({ node, key });
    node.forEachChild(visit);
  };
  visit(source);
  // The types of a whole file at once: each question goes to another process.
  const types = checker.getTypeAtLocation(places.map(({ key }) => key));
  const open = places.filter(({ node }, at) => isCallExpression(node) || isOpen(types[at], checker));
  return open.map(({ node }) => {
    const from = node.getStart(source);
    return {
      file,
      line: source.text.slice(0, from).split('\n').length,
      code: source.text.slice(from, node.end),
    };
  });
}

/** The word that an object is looked up with, if this is such a place. */
function keyOf(node: Node, source: SourceFile): Expression | undefined {
  if (isElementAccessExpression(node)) return node.argumentExpression;
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) return node.left;
  if (isBindingElement(node) && node.propertyName && isComputedPropertyName(node.propertyName)) {
    return node.propertyName.expression;
  }
  const isAssign =
    isCallExpression(node) &&
    isPropertyAccessExpression(node.expression) &&
    node.expression.getText(source) === 'Object.assign';
  return isAssign ? node : undefined;
}

const OPEN = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping;

/** Whether a value of the type can be any word. */
function isOpen(type: Type | undefined, checker: Checker): boolean {
  if (!type) return true;
  if (type.isUnionType() || type.isIntersectionType()) return type.getTypes().some((part) => isOpen(part, checker));
  if (type.flags & OPEN) return true;
  return Boolean(type.flags & TypeFlags.Instantiable) && isOpen(checker.getBaseConstraintOfType(type), checker);
}
