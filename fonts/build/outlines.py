"""Changes to outlines: CFF to TrueType, ballot boxes, dashes and digits of Chinese setting."""

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# Largest distance in font units between a cubic curve and its quadratic replacement.
CURVE_ERROR = 1.0
# An em dash overlaps its neighbour by this much at each end, so that —— shows no seam.
DASH_OVERLAP = 6
LATIN = (*range(0x20, 0x7F), *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))


def cff_to_glyf(font: TTFont) -> None:
    """Replaces the cubic CFF outlines by quadratic glyf outlines."""
    shapes = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    font.sfntVersion = "\000\001\000\000"
    upgrade_maxp(font)
    for name in order:
        set_glyph(font, name, glyphs[name], font["hmtx"][name][0])


def upgrade_maxp(font: TTFont) -> None:
    """maxp of a CFF font has only the glyph count; the rest is filled in when the font is compiled."""
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements",
                  "SizeOfInstructions", "ComponentElements"):  # fmt: skip
        setattr(maxp, f"max{field}", 0)


def decompose(font: TTFont) -> None:
    """Writes composite glyphs out, so that a PDF subset never has to follow components."""
    shapes = font.getGlyphSet()
    for name in font.getGlyphOrder():
        if font["glyf"][name].isComposite():
            drawing = DecomposingRecordingPen(shapes)
            shapes[name].draw(drawing)
            pen = TTGlyphPen(None)
            drawing.replay(pen)
            set_glyph(font, name, pen.glyph(), font["hmtx"][name][0])


def draw_ballot_boxes(font: TTFont) -> None:
    """☐ ☑ ☒ from the face's own □ ✓ (or √) ×: no face in reach has them, official forms need them."""
    box = bounds(font, 0x25A1)
    tick = 0x2713 if 0x2713 in font.getBestCmap() else 0x221A
    add_drawing(font, 0x2610, [(0x25A1, Transform())])
    add_drawing(font, 0x2611, [(0x25A1, Transform()), (tick, fit(bounds(font, tick), box, 0.78))])
    add_drawing(font, 0x2612, [(0x25A1, Transform()), (0x00D7, fit(bounds(font, 0x00D7), box, 0.62))])


def widen_em_dash(font: TTFont, bottom: float, top: float) -> None:
    """— as in 破折号: one em wide, at mid height of the hanzi, —— unbroken (GB/T 15834)."""
    em = font["head"].unitsPerEm
    left, right = -DASH_OVERLAP, em + DASH_OVERLAP
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    add_glyph(font, 0x2014, pen.glyph(), em)


def space_ellipsis(font: TTFont) -> None:
    """… with its dots a third of an em apart, so that …… is one even row of six."""
    name = font.getBestCmap()[0x2026]
    glyph = font["glyf"][name]
    em = font["hmtx"][name][0]
    ends = glyph.endPtsOfContours
    assert len(ends) == 3
    spans = sorted((range(start, end + 1) for start, end in zip([0, *(e + 1 for e in ends)], ends)),
                   key=lambda span: glyph.coordinates[span[0]][0])  # fmt: skip
    for number, span in enumerate(spans):
        xs = [glyph.coordinates[i][0] for i in span]
        shift = round(em * (2 * number + 1) / 6 - (min(xs) + max(xs)) / 2)
        for i in span:
            x, y = glyph.coordinates[i]
            glyph.coordinates[i] = (x + shift, y)
    set_glyph(font, name, glyph, em)


def borrow_latin(font: TTFont, lender: TTFont) -> None:
    """Letters, figures and signs of ASCII (and their full-width forms) in the drawing of another face."""
    shapes, lent, own = lender.getGlyphSet(), lender.getBestCmap(), font.getBestCmap()
    for code in LATIN:
        pen = TTGlyphPen(None)
        shapes[lent[code]].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        set_glyph(font, own[code], pen.glyph(), lender["hmtx"][lent[code]][0])


def use_tabular_digits(font: TTFont) -> None:
    """The face's own digits of equal width (GSUB `locl`), so that amounts stand under each other."""
    zero = font.getBestCmap()[ord("0")]
    feature_list = font["GSUB"].table.FeatureList.FeatureRecord
    indices = {i for record in feature_list if record.FeatureTag == "locl" for i in record.Feature.LookupListIndex}
    for index in sorted(indices):
        for subtable in font["GSUB"].table.LookupList.Lookup[index].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            if zero in mapping:
                for digit in range(ord("0"), ord("9") + 1):
                    point(font, digit, mapping[font.getBestCmap()[digit]])
                return
    raise ValueError("no tabular digits in this face")


def point(font: TTFont, code: int, glyph_name: str) -> None:
    """Makes the character use the named glyph."""
    for table in font["cmap"].tables:
        if table.isUnicode() and (code <= 0xFFFF or table.format == 12):
            table.cmap[code] = glyph_name


def fit(inner: tuple, outer: tuple, share: float) -> Transform:
    """Scales and centres one bounding box into the given share of another."""
    width, height = inner[2] - inner[0], inner[3] - inner[1]
    scale = share * min((outer[2] - outer[0]) / width, (outer[3] - outer[1]) / height)
    dx = (outer[0] + outer[2]) / 2 - scale * (inner[0] + inner[2]) / 2
    dy = (outer[1] + outer[3]) / 2 - scale * (inner[1] + inner[3]) / 2
    return Transform(scale, 0, 0, scale, dx, dy)


def bounds(font: TTFont, code: int) -> tuple:
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[code]].draw(pen)
    return pen.bounds


def add_drawing(font: TTFont, code: int, parts: list) -> None:
    """Adds a glyph made of other characters' outlines; it takes the width of the first."""
    shapes, cmap = font.getGlyphSet(), font.getBestCmap()
    pen = TTGlyphPen(None)
    for part, transform in parts:
        drawing = DecomposingRecordingPen(shapes)
        shapes[cmap[part]].draw(drawing)
        drawing.replay(TransformPen(pen, transform))
    add_glyph(font, code, pen.glyph(), font["hmtx"][cmap[parts[0][0]]][0])


def add_glyph(font: TTFont, code: int, glyph, advance: int) -> None:
    name = f"built{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    set_glyph(font, name, glyph, advance)
    point(font, code, name)


def set_glyph(font: TTFont, name: str, glyph, advance: int) -> None:
    glyf = font["glyf"]
    glyf.glyphs[name] = glyph
    glyph.recalcBounds(glyf)
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0) or 0)
