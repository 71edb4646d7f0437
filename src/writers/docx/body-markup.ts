import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { xmlText } from './xml-text.js';

/** What stands in the library's markup where a block of ours belongs. */
const STAND_IN = 'w:block';
const STAND_INS = new RegExp(`<${STAND_IN}(\\d+)/>`, 'g');

/**
 * The blocks of a body as finished markup. The library walks and writes trees several times slower than we do; so it gets
 * an empty element for each block, which is replaced in the markup of the part.
 */
export class BodyMarkup {
  private readonly blocks: string[] = [];

  /** A block that stands in for another, which is written when its turn comes: it may add parts to the package. */
  standIn(block: FileChild): FileChild {
    return new StandIn((context) => {
      this.blocks.push(xmlText(block.prepForXml(context) ?? {}));
      return { [`${STAND_IN}${this.blocks.length - 1}`]: {} };
    });
  }

  /** The part with the blocks in their places. */
  fill(part: string): string {
    return part.replace(STAND_INS, (_, index) => this.blocks[index] ?? '');
  }
}

class StandIn extends FileChild {
  constructor(private readonly write: (context: IContext) => IXmlableObject) {
    super('w:p');
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.write(context);
  }
}
