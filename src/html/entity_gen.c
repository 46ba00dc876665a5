/*
 * entity_gen.c
 *	  The named character references of HTML, sorted by name, and where each first letter starts.
 *
 * Made by tools/generate_entities.py from html.entities.html5 of Python's standard library, which
 * is the table of the WHATWG HTML Standard, section 13.5.  Offsets instead of pointers: nothing has
 * to be relocated when the library is loaded.  Do not edit.
 */
#include "html/entity_internal.h"

/* clang-format off */

const Entity entity_table[] = {
	{0, 5, 2, true, "\xC3\x86"}, /* AElig */
	{5, 3, 1, true, "\x26"}, /* AMP */
	{8, 6, 2, true, "\xC3\x81"}, /* Aacute */
	{14, 6, 2, false, "\xC4\x82"}, /* Abreve */
	{20, 5, 2, true, "\xC3\x82"}, /* Acirc */
	{25, 3, 2, false, "\xD0\x90"}, /* Acy */
	{28, 3, 4, false, "\xF0\x9D\x94\x84"}, /* Afr */
	{31, 6, 2, true, "\xC3\x80"}, /* Agrave */
	{37, 5, 2, false, "\xCE\x91"}, /* Alpha */
	{42, 5, 2, false, "\xC4\x80"}, /* Amacr */
	{47, 3, 3, false, "\xE2\xA9\x93"}, /* And */
	{50, 5, 2, false, "\xC4\x84"}, /* Aogon */
	{55, 4, 4, false, "\xF0\x9D\x94\xB8"}, /* Aopf */
	{59, 13, 3, false, "\xE2\x81\xA1"}, /* ApplyFunction */
	{72, 5, 2, true, "\xC3\x85"}, /* Aring */
	{77, 4, 4, false, "\xF0\x9D\x92\x9C"}, /* Ascr */
	{81, 6, 3, false, "\xE2\x89\x94"}, /* Assign */
	{87, 6, 2, true, "\xC3\x83"}, /* Atilde */
	{93, 4, 2, true, "\xC3\x84"}, /* Auml */
	{97, 9, 3, false, "\xE2\x88\x96"}, /* Backslash */
	{106, 4, 3, false, "\xE2\xAB\xA7"}, /* Barv */
	{110, 6, 3, false, "\xE2\x8C\x86"}, /* Barwed */
	{116, 3, 2, false, "\xD0\x91"}, /* Bcy */
	{119, 7, 3, false, "\xE2\x88\xB5"}, /* Because */
	{126, 10, 3, false, "\xE2\x84\xAC"}, /* Bernoullis */
	{136, 4, 2, false, "\xCE\x92"}, /* Beta */
	{140, 3, 4, false, "\xF0\x9D\x94\x85"}, /* Bfr */
	{143, 4, 4, false, "\xF0\x9D\x94\xB9"}, /* Bopf */
	{147, 5, 2, false, "\xCB\x98"}, /* Breve */
	{152, 4, 3, false, "\xE2\x84\xAC"}, /* Bscr */
	{156, 6, 3, false, "\xE2\x89\x8E"}, /* Bumpeq */
	{162, 4, 2, false, "\xD0\xA7"}, /* CHcy */
	{166, 4, 2, true, "\xC2\xA9"}, /* COPY */
	{170, 6, 2, false, "\xC4\x86"}, /* Cacute */
	{176, 3, 3, false, "\xE2\x8B\x92"}, /* Cap */
	{179, 20, 3, false, "\xE2\x85\x85"}, /* CapitalDifferentialD */
	{199, 7, 3, false, "\xE2\x84\xAD"}, /* Cayleys */
	{206, 6, 2, false, "\xC4\x8C"}, /* Ccaron */
	{212, 6, 2, true, "\xC3\x87"}, /* Ccedil */
	{218, 5, 2, false, "\xC4\x88"}, /* Ccirc */
	{223, 7, 3, false, "\xE2\x88\xB0"}, /* Cconint */
	{230, 4, 2, false, "\xC4\x8A"}, /* Cdot */
	{234, 7, 2, false, "\xC2\xB8"}, /* Cedilla */
	{241, 9, 2, false, "\xC2\xB7"}, /* CenterDot */
	{250, 3, 3, false, "\xE2\x84\xAD"}, /* Cfr */
	{253, 3, 2, false, "\xCE\xA7"}, /* Chi */
	{256, 9, 3, false, "\xE2\x8A\x99"}, /* CircleDot */
	{265, 11, 3, false, "\xE2\x8A\x96"}, /* CircleMinus */
	{276, 10, 3, false, "\xE2\x8A\x95"}, /* CirclePlus */
	{286, 11, 3, false, "\xE2\x8A\x97"}, /* CircleTimes */
	{297, 24, 3, false, "\xE2\x88\xB2"}, /* ClockwiseContourIntegral */
	{321, 21, 3, false, "\xE2\x80\x9D"}, /* CloseCurlyDoubleQuote */
	{342, 15, 3, false, "\xE2\x80\x99"}, /* CloseCurlyQuote */
	{357, 5, 3, false, "\xE2\x88\xB7"}, /* Colon */
	{362, 6, 3, false, "\xE2\xA9\xB4"}, /* Colone */
	{368, 9, 3, false, "\xE2\x89\xA1"}, /* Congruent */
	{377, 6, 3, false, "\xE2\x88\xAF"}, /* Conint */
	{383, 15, 3, false, "\xE2\x88\xAE"}, /* ContourIntegral */
	{398, 4, 3, false, "\xE2\x84\x82"}, /* Copf */
	{402, 9, 3, false, "\xE2\x88\x90"}, /* Coproduct */
	{411, 31, 3, false, "\xE2\x88\xB3"}, /* CounterClockwiseContourIntegral */
	{442, 5, 3, false, "\xE2\xA8\xAF"}, /* Cross */
	{447, 4, 4, false, "\xF0\x9D\x92\x9E"}, /* Cscr */
	{451, 3, 3, false, "\xE2\x8B\x93"}, /* Cup */
	{454, 6, 3, false, "\xE2\x89\x8D"}, /* CupCap */
	{460, 2, 3, false, "\xE2\x85\x85"}, /* DD */
	{462, 8, 3, false, "\xE2\xA4\x91"}, /* DDotrahd */
	{470, 4, 2, false, "\xD0\x82"}, /* DJcy */
	{474, 4, 2, false, "\xD0\x85"}, /* DScy */
	{478, 4, 2, false, "\xD0\x8F"}, /* DZcy */
	{482, 6, 3, false, "\xE2\x80\xA1"}, /* Dagger */
	{488, 4, 3, false, "\xE2\x86\xA1"}, /* Darr */
	{492, 5, 3, false, "\xE2\xAB\xA4"}, /* Dashv */
	{497, 6, 2, false, "\xC4\x8E"}, /* Dcaron */
	{503, 3, 2, false, "\xD0\x94"}, /* Dcy */
	{506, 3, 3, false, "\xE2\x88\x87"}, /* Del */
	{509, 5, 2, false, "\xCE\x94"}, /* Delta */
	{514, 3, 4, false, "\xF0\x9D\x94\x87"}, /* Dfr */
	{517, 16, 2, false, "\xC2\xB4"}, /* DiacriticalAcute */
	{533, 14, 2, false, "\xCB\x99"}, /* DiacriticalDot */
	{547, 22, 2, false, "\xCB\x9D"}, /* DiacriticalDoubleAcute */
	{569, 16, 1, false, "\x60"}, /* DiacriticalGrave */
	{585, 16, 2, false, "\xCB\x9C"}, /* DiacriticalTilde */
	{601, 7, 3, false, "\xE2\x8B\x84"}, /* Diamond */
	{608, 13, 3, false, "\xE2\x85\x86"}, /* DifferentialD */
	{621, 4, 4, false, "\xF0\x9D\x94\xBB"}, /* Dopf */
	{625, 3, 2, false, "\xC2\xA8"}, /* Dot */
	{628, 6, 3, false, "\xE2\x83\x9C"}, /* DotDot */
	{634, 8, 3, false, "\xE2\x89\x90"}, /* DotEqual */
	{642, 21, 3, false, "\xE2\x88\xAF"}, /* DoubleContourIntegral */
	{663, 9, 2, false, "\xC2\xA8"}, /* DoubleDot */
	{672, 15, 3, false, "\xE2\x87\x93"}, /* DoubleDownArrow */
	{687, 15, 3, false, "\xE2\x87\x90"}, /* DoubleLeftArrow */
	{702, 20, 3, false, "\xE2\x87\x94"}, /* DoubleLeftRightArrow */
	{722, 13, 3, false, "\xE2\xAB\xA4"}, /* DoubleLeftTee */
	{735, 19, 3, false, "\xE2\x9F\xB8"}, /* DoubleLongLeftArrow */
	{754, 24, 3, false, "\xE2\x9F\xBA"}, /* DoubleLongLeftRightArrow */
	{778, 20, 3, false, "\xE2\x9F\xB9"}, /* DoubleLongRightArrow */
	{798, 16, 3, false, "\xE2\x87\x92"}, /* DoubleRightArrow */
	{814, 14, 3, false, "\xE2\x8A\xA8"}, /* DoubleRightTee */
	{828, 13, 3, false, "\xE2\x87\x91"}, /* DoubleUpArrow */
	{841, 17, 3, false, "\xE2\x87\x95"}, /* DoubleUpDownArrow */
	{858, 17, 3, false, "\xE2\x88\xA5"}, /* DoubleVerticalBar */
	{875, 9, 3, false, "\xE2\x86\x93"}, /* DownArrow */
	{884, 12, 3, false, "\xE2\xA4\x93"}, /* DownArrowBar */
	{896, 16, 3, false, "\xE2\x87\xB5"}, /* DownArrowUpArrow */
	{912, 9, 2, false, "\xCC\x91"}, /* DownBreve */
	{921, 19, 3, false, "\xE2\xA5\x90"}, /* DownLeftRightVector */
	{940, 17, 3, false, "\xE2\xA5\x9E"}, /* DownLeftTeeVector */
	{957, 14, 3, false, "\xE2\x86\xBD"}, /* DownLeftVector */
	{971, 17, 3, false, "\xE2\xA5\x96"}, /* DownLeftVectorBar */
	{988, 18, 3, false, "\xE2\xA5\x9F"}, /* DownRightTeeVector */
	{1006, 15, 3, false, "\xE2\x87\x81"}, /* DownRightVector */
	{1021, 18, 3, false, "\xE2\xA5\x97"}, /* DownRightVectorBar */
	{1039, 7, 3, false, "\xE2\x8A\xA4"}, /* DownTee */
	{1046, 12, 3, false, "\xE2\x86\xA7"}, /* DownTeeArrow */
	{1058, 9, 3, false, "\xE2\x87\x93"}, /* Downarrow */
	{1067, 4, 4, false, "\xF0\x9D\x92\x9F"}, /* Dscr */
	{1071, 6, 2, false, "\xC4\x90"}, /* Dstrok */
	{1077, 3, 2, false, "\xC5\x8A"}, /* ENG */
	{1080, 3, 2, true, "\xC3\x90"}, /* ETH */
	{1083, 6, 2, true, "\xC3\x89"}, /* Eacute */
	{1089, 6, 2, false, "\xC4\x9A"}, /* Ecaron */
	{1095, 5, 2, true, "\xC3\x8A"}, /* Ecirc */
	{1100, 3, 2, false, "\xD0\xAD"}, /* Ecy */
	{1103, 4, 2, false, "\xC4\x96"}, /* Edot */
	{1107, 3, 4, false, "\xF0\x9D\x94\x88"}, /* Efr */
	{1110, 6, 2, true, "\xC3\x88"}, /* Egrave */
	{1116, 7, 3, false, "\xE2\x88\x88"}, /* Element */
	{1123, 5, 2, false, "\xC4\x92"}, /* Emacr */
	{1128, 16, 3, false, "\xE2\x97\xBB"}, /* EmptySmallSquare */
	{1144, 20, 3, false, "\xE2\x96\xAB"}, /* EmptyVerySmallSquare */
	{1164, 5, 2, false, "\xC4\x98"}, /* Eogon */
	{1169, 4, 4, false, "\xF0\x9D\x94\xBC"}, /* Eopf */
	{1173, 7, 2, false, "\xCE\x95"}, /* Epsilon */
	{1180, 5, 3, false, "\xE2\xA9\xB5"}, /* Equal */
	{1185, 10, 3, false, "\xE2\x89\x82"}, /* EqualTilde */
	{1195, 11, 3, false, "\xE2\x87\x8C"}, /* Equilibrium */
	{1206, 4, 3, false, "\xE2\x84\xB0"}, /* Escr */
	{1210, 4, 3, false, "\xE2\xA9\xB3"}, /* Esim */
	{1214, 3, 2, false, "\xCE\x97"}, /* Eta */
	{1217, 4, 2, true, "\xC3\x8B"}, /* Euml */
	{1221, 6, 3, false, "\xE2\x88\x83"}, /* Exists */
	{1227, 12, 3, false, "\xE2\x85\x87"}, /* ExponentialE */
	{1239, 3, 2, false, "\xD0\xA4"}, /* Fcy */
	{1242, 3, 4, false, "\xF0\x9D\x94\x89"}, /* Ffr */
	{1245, 17, 3, false, "\xE2\x97\xBC"}, /* FilledSmallSquare */
	{1262, 21, 3, false, "\xE2\x96\xAA"}, /* FilledVerySmallSquare */
	{1283, 4, 4, false, "\xF0\x9D\x94\xBD"}, /* Fopf */
	{1287, 6, 3, false, "\xE2\x88\x80"}, /* ForAll */
	{1293, 10, 3, false, "\xE2\x84\xB1"}, /* Fouriertrf */
	{1303, 4, 3, false, "\xE2\x84\xB1"}, /* Fscr */
	{1307, 4, 2, false, "\xD0\x83"}, /* GJcy */
	{1311, 2, 1, true, "\x3E"}, /* GT */
	{1313, 5, 2, false, "\xCE\x93"}, /* Gamma */
	{1318, 6, 2, false, "\xCF\x9C"}, /* Gammad */
	{1324, 6, 2, false, "\xC4\x9E"}, /* Gbreve */
	{1330, 6, 2, false, "\xC4\xA2"}, /* Gcedil */
	{1336, 5, 2, false, "\xC4\x9C"}, /* Gcirc */
	{1341, 3, 2, false, "\xD0\x93"}, /* Gcy */
	{1344, 4, 2, false, "\xC4\xA0"}, /* Gdot */
	{1348, 3, 4, false, "\xF0\x9D\x94\x8A"}, /* Gfr */
	{1351, 2, 3, false, "\xE2\x8B\x99"}, /* Gg */
	{1353, 4, 4, false, "\xF0\x9D\x94\xBE"}, /* Gopf */
	{1357, 12, 3, false, "\xE2\x89\xA5"}, /* GreaterEqual */
	{1369, 16, 3, false, "\xE2\x8B\x9B"}, /* GreaterEqualLess */
	{1385, 16, 3, false, "\xE2\x89\xA7"}, /* GreaterFullEqual */
	{1401, 14, 3, false, "\xE2\xAA\xA2"}, /* GreaterGreater */
	{1415, 11, 3, false, "\xE2\x89\xB7"}, /* GreaterLess */
	{1426, 17, 3, false, "\xE2\xA9\xBE"}, /* GreaterSlantEqual */
	{1443, 12, 3, false, "\xE2\x89\xB3"}, /* GreaterTilde */
	{1455, 4, 4, false, "\xF0\x9D\x92\xA2"}, /* Gscr */
	{1459, 2, 3, false, "\xE2\x89\xAB"}, /* Gt */
	{1461, 6, 2, false, "\xD0\xAA"}, /* HARDcy */
	{1467, 5, 2, false, "\xCB\x87"}, /* Hacek */
	{1472, 3, 1, false, "\x5E"}, /* Hat */
	{1475, 5, 2, false, "\xC4\xA4"}, /* Hcirc */
	{1480, 3, 3, false, "\xE2\x84\x8C"}, /* Hfr */
	{1483, 12, 3, false, "\xE2\x84\x8B"}, /* HilbertSpace */
	{1495, 4, 3, false, "\xE2\x84\x8D"}, /* Hopf */
	{1499, 14, 3, false, "\xE2\x94\x80"}, /* HorizontalLine */
	{1513, 4, 3, false, "\xE2\x84\x8B"}, /* Hscr */
	{1517, 6, 2, false, "\xC4\xA6"}, /* Hstrok */
	{1523, 12, 3, false, "\xE2\x89\x8E"}, /* HumpDownHump */
	{1535, 9, 3, false, "\xE2\x89\x8F"}, /* HumpEqual */
	{1544, 4, 2, false, "\xD0\x95"}, /* IEcy */
	{1548, 5, 2, false, "\xC4\xB2"}, /* IJlig */
	{1553, 4, 2, false, "\xD0\x81"}, /* IOcy */
	{1557, 6, 2, true, "\xC3\x8D"}, /* Iacute */
	{1563, 5, 2, true, "\xC3\x8E"}, /* Icirc */
	{1568, 3, 2, false, "\xD0\x98"}, /* Icy */
	{1571, 4, 2, false, "\xC4\xB0"}, /* Idot */
	{1575, 3, 3, false, "\xE2\x84\x91"}, /* Ifr */
	{1578, 6, 2, true, "\xC3\x8C"}, /* Igrave */
	{1584, 2, 3, false, "\xE2\x84\x91"}, /* Im */
	{1586, 5, 2, false, "\xC4\xAA"}, /* Imacr */
	{1591, 10, 3, false, "\xE2\x85\x88"}, /* ImaginaryI */
	{1601, 7, 3, false, "\xE2\x87\x92"}, /* Implies */
	{1608, 3, 3, false, "\xE2\x88\xAC"}, /* Int */
	{1611, 8, 3, false, "\xE2\x88\xAB"}, /* Integral */
	{1619, 12, 3, false, "\xE2\x8B\x82"}, /* Intersection */
	{1631, 14, 3, false, "\xE2\x81\xA3"}, /* InvisibleComma */
	{1645, 14, 3, false, "\xE2\x81\xA2"}, /* InvisibleTimes */
	{1659, 5, 2, false, "\xC4\xAE"}, /* Iogon */
	{1664, 4, 4, false, "\xF0\x9D\x95\x80"}, /* Iopf */
	{1668, 4, 2, false, "\xCE\x99"}, /* Iota */
	{1672, 4, 3, false, "\xE2\x84\x90"}, /* Iscr */
	{1676, 6, 2, false, "\xC4\xA8"}, /* Itilde */
	{1682, 5, 2, false, "\xD0\x86"}, /* Iukcy */
	{1687, 4, 2, true, "\xC3\x8F"}, /* Iuml */
	{1691, 5, 2, false, "\xC4\xB4"}, /* Jcirc */
	{1696, 3, 2, false, "\xD0\x99"}, /* Jcy */
	{1699, 3, 4, false, "\xF0\x9D\x94\x8D"}, /* Jfr */
	{1702, 4, 4, false, "\xF0\x9D\x95\x81"}, /* Jopf */
	{1706, 4, 4, false, "\xF0\x9D\x92\xA5"}, /* Jscr */
	{1710, 6, 2, false, "\xD0\x88"}, /* Jsercy */
	{1716, 5, 2, false, "\xD0\x84"}, /* Jukcy */
	{1721, 4, 2, false, "\xD0\xA5"}, /* KHcy */
	{1725, 4, 2, false, "\xD0\x8C"}, /* KJcy */
	{1729, 5, 2, false, "\xCE\x9A"}, /* Kappa */
	{1734, 6, 2, false, "\xC4\xB6"}, /* Kcedil */
	{1740, 3, 2, false, "\xD0\x9A"}, /* Kcy */
	{1743, 3, 4, false, "\xF0\x9D\x94\x8E"}, /* Kfr */
	{1746, 4, 4, false, "\xF0\x9D\x95\x82"}, /* Kopf */
	{1750, 4, 4, false, "\xF0\x9D\x92\xA6"}, /* Kscr */
	{1754, 4, 2, false, "\xD0\x89"}, /* LJcy */
	{1758, 2, 1, true, "\x3C"}, /* LT */
	{1760, 6, 2, false, "\xC4\xB9"}, /* Lacute */
	{1766, 6, 2, false, "\xCE\x9B"}, /* Lambda */
	{1772, 4, 3, false, "\xE2\x9F\xAA"}, /* Lang */
	{1776, 10, 3, false, "\xE2\x84\x92"}, /* Laplacetrf */
	{1786, 4, 3, false, "\xE2\x86\x9E"}, /* Larr */
	{1790, 6, 2, false, "\xC4\xBD"}, /* Lcaron */
	{1796, 6, 2, false, "\xC4\xBB"}, /* Lcedil */
	{1802, 3, 2, false, "\xD0\x9B"}, /* Lcy */
	{1805, 16, 3, false, "\xE2\x9F\xA8"}, /* LeftAngleBracket */
	{1821, 9, 3, false, "\xE2\x86\x90"}, /* LeftArrow */
	{1830, 12, 3, false, "\xE2\x87\xA4"}, /* LeftArrowBar */
	{1842, 19, 3, false, "\xE2\x87\x86"}, /* LeftArrowRightArrow */
	{1861, 11, 3, false, "\xE2\x8C\x88"}, /* LeftCeiling */
	{1872, 17, 3, false, "\xE2\x9F\xA6"}, /* LeftDoubleBracket */
	{1889, 17, 3, false, "\xE2\xA5\xA1"}, /* LeftDownTeeVector */
	{1906, 14, 3, false, "\xE2\x87\x83"}, /* LeftDownVector */
	{1920, 17, 3, false, "\xE2\xA5\x99"}, /* LeftDownVectorBar */
	{1937, 9, 3, false, "\xE2\x8C\x8A"}, /* LeftFloor */
	{1946, 14, 3, false, "\xE2\x86\x94"}, /* LeftRightArrow */
	{1960, 15, 3, false, "\xE2\xA5\x8E"}, /* LeftRightVector */
	{1975, 7, 3, false, "\xE2\x8A\xA3"}, /* LeftTee */
	{1982, 12, 3, false, "\xE2\x86\xA4"}, /* LeftTeeArrow */
	{1994, 13, 3, false, "\xE2\xA5\x9A"}, /* LeftTeeVector */
	{2007, 12, 3, false, "\xE2\x8A\xB2"}, /* LeftTriangle */
	{2019, 15, 3, false, "\xE2\xA7\x8F"}, /* LeftTriangleBar */
	{2034, 17, 3, false, "\xE2\x8A\xB4"}, /* LeftTriangleEqual */
	{2051, 16, 3, false, "\xE2\xA5\x91"}, /* LeftUpDownVector */
	{2067, 15, 3, false, "\xE2\xA5\xA0"}, /* LeftUpTeeVector */
	{2082, 12, 3, false, "\xE2\x86\xBF"}, /* LeftUpVector */
	{2094, 15, 3, false, "\xE2\xA5\x98"}, /* LeftUpVectorBar */
	{2109, 10, 3, false, "\xE2\x86\xBC"}, /* LeftVector */
	{2119, 13, 3, false, "\xE2\xA5\x92"}, /* LeftVectorBar */
	{2132, 9, 3, false, "\xE2\x87\x90"}, /* Leftarrow */
	{2141, 14, 3, false, "\xE2\x87\x94"}, /* Leftrightarrow */
	{2155, 16, 3, false, "\xE2\x8B\x9A"}, /* LessEqualGreater */
	{2171, 13, 3, false, "\xE2\x89\xA6"}, /* LessFullEqual */
	{2184, 11, 3, false, "\xE2\x89\xB6"}, /* LessGreater */
	{2195, 8, 3, false, "\xE2\xAA\xA1"}, /* LessLess */
	{2203, 14, 3, false, "\xE2\xA9\xBD"}, /* LessSlantEqual */
	{2217, 9, 3, false, "\xE2\x89\xB2"}, /* LessTilde */
	{2226, 3, 4, false, "\xF0\x9D\x94\x8F"}, /* Lfr */
	{2229, 2, 3, false, "\xE2\x8B\x98"}, /* Ll */
	{2231, 10, 3, false, "\xE2\x87\x9A"}, /* Lleftarrow */
	{2241, 6, 2, false, "\xC4\xBF"}, /* Lmidot */
	{2247, 13, 3, false, "\xE2\x9F\xB5"}, /* LongLeftArrow */
	{2260, 18, 3, false, "\xE2\x9F\xB7"}, /* LongLeftRightArrow */
	{2278, 14, 3, false, "\xE2\x9F\xB6"}, /* LongRightArrow */
	{2292, 13, 3, false, "\xE2\x9F\xB8"}, /* Longleftarrow */
	{2305, 18, 3, false, "\xE2\x9F\xBA"}, /* Longleftrightarrow */
	{2323, 14, 3, false, "\xE2\x9F\xB9"}, /* Longrightarrow */
	{2337, 4, 4, false, "\xF0\x9D\x95\x83"}, /* Lopf */
	{2341, 14, 3, false, "\xE2\x86\x99"}, /* LowerLeftArrow */
	{2355, 15, 3, false, "\xE2\x86\x98"}, /* LowerRightArrow */
	{2370, 4, 3, false, "\xE2\x84\x92"}, /* Lscr */
	{2374, 3, 3, false, "\xE2\x86\xB0"}, /* Lsh */
	{2377, 6, 2, false, "\xC5\x81"}, /* Lstrok */
	{2383, 2, 3, false, "\xE2\x89\xAA"}, /* Lt */
	{2385, 3, 3, false, "\xE2\xA4\x85"}, /* Map */
	{2388, 3, 2, false, "\xD0\x9C"}, /* Mcy */
	{2391, 11, 3, false, "\xE2\x81\x9F"}, /* MediumSpace */
	{2402, 9, 3, false, "\xE2\x84\xB3"}, /* Mellintrf */
	{2411, 3, 4, false, "\xF0\x9D\x94\x90"}, /* Mfr */
	{2414, 9, 3, false, "\xE2\x88\x93"}, /* MinusPlus */
	{2423, 4, 4, false, "\xF0\x9D\x95\x84"}, /* Mopf */
	{2427, 4, 3, false, "\xE2\x84\xB3"}, /* Mscr */
	{2431, 2, 2, false, "\xCE\x9C"}, /* Mu */
	{2433, 4, 2, false, "\xD0\x8A"}, /* NJcy */
	{2437, 6, 2, false, "\xC5\x83"}, /* Nacute */
	{2443, 6, 2, false, "\xC5\x87"}, /* Ncaron */
	{2449, 6, 2, false, "\xC5\x85"}, /* Ncedil */
	{2455, 3, 2, false, "\xD0\x9D"}, /* Ncy */
	{2458, 19, 3, false, "\xE2\x80\x8B"}, /* NegativeMediumSpace */
	{2477, 18, 3, false, "\xE2\x80\x8B"}, /* NegativeThickSpace */
	{2495, 17, 3, false, "\xE2\x80\x8B"}, /* NegativeThinSpace */
	{2512, 21, 3, false, "\xE2\x80\x8B"}, /* NegativeVeryThinSpace */
	{2533, 20, 3, false, "\xE2\x89\xAB"}, /* NestedGreaterGreater */
	{2553, 14, 3, false, "\xE2\x89\xAA"}, /* NestedLessLess */
	{2567, 7, 1, false, "\x0A"}, /* NewLine */
	{2574, 3, 4, false, "\xF0\x9D\x94\x91"}, /* Nfr */
	{2577, 7, 3, false, "\xE2\x81\xA0"}, /* NoBreak */
	{2584, 16, 2, false, "\xC2\xA0"}, /* NonBreakingSpace */
	{2600, 4, 3, false, "\xE2\x84\x95"}, /* Nopf */
	{2604, 3, 3, false, "\xE2\xAB\xAC"}, /* Not */
	{2607, 12, 3, false, "\xE2\x89\xA2"}, /* NotCongruent */
	{2619, 9, 3, false, "\xE2\x89\xAD"}, /* NotCupCap */
	{2628, 20, 3, false, "\xE2\x88\xA6"}, /* NotDoubleVerticalBar */
	{2648, 10, 3, false, "\xE2\x88\x89"}, /* NotElement */
	{2658, 8, 3, false, "\xE2\x89\xA0"}, /* NotEqual */
	{2666, 13, 5, false, "\xE2\x89\x82\xCC\xB8"}, /* NotEqualTilde */
	{2679, 9, 3, false, "\xE2\x88\x84"}, /* NotExists */
	{2688, 10, 3, false, "\xE2\x89\xAF"}, /* NotGreater */
	{2698, 15, 3, false, "\xE2\x89\xB1"}, /* NotGreaterEqual */
	{2713, 19, 5, false, "\xE2\x89\xA7\xCC\xB8"}, /* NotGreaterFullEqual */
	{2732, 17, 5, false, "\xE2\x89\xAB\xCC\xB8"}, /* NotGreaterGreater */
	{2749, 14, 3, false, "\xE2\x89\xB9"}, /* NotGreaterLess */
	{2763, 20, 5, false, "\xE2\xA9\xBE\xCC\xB8"}, /* NotGreaterSlantEqual */
	{2783, 15, 3, false, "\xE2\x89\xB5"}, /* NotGreaterTilde */
	{2798, 15, 5, false, "\xE2\x89\x8E\xCC\xB8"}, /* NotHumpDownHump */
	{2813, 12, 5, false, "\xE2\x89\x8F\xCC\xB8"}, /* NotHumpEqual */
	{2825, 15, 3, false, "\xE2\x8B\xAA"}, /* NotLeftTriangle */
	{2840, 18, 5, false, "\xE2\xA7\x8F\xCC\xB8"}, /* NotLeftTriangleBar */
	{2858, 20, 3, false, "\xE2\x8B\xAC"}, /* NotLeftTriangleEqual */
	{2878, 7, 3, false, "\xE2\x89\xAE"}, /* NotLess */
	{2885, 12, 3, false, "\xE2\x89\xB0"}, /* NotLessEqual */
	{2897, 14, 3, false, "\xE2\x89\xB8"}, /* NotLessGreater */
	{2911, 11, 5, false, "\xE2\x89\xAA\xCC\xB8"}, /* NotLessLess */
	{2922, 17, 5, false, "\xE2\xA9\xBD\xCC\xB8"}, /* NotLessSlantEqual */
	{2939, 12, 3, false, "\xE2\x89\xB4"}, /* NotLessTilde */
	{2951, 23, 5, false, "\xE2\xAA\xA2\xCC\xB8"}, /* NotNestedGreaterGreater */
	{2974, 17, 5, false, "\xE2\xAA\xA1\xCC\xB8"}, /* NotNestedLessLess */
	{2991, 11, 3, false, "\xE2\x8A\x80"}, /* NotPrecedes */
	{3002, 16, 5, false, "\xE2\xAA\xAF\xCC\xB8"}, /* NotPrecedesEqual */
	{3018, 21, 3, false, "\xE2\x8B\xA0"}, /* NotPrecedesSlantEqual */
	{3039, 17, 3, false, "\xE2\x88\x8C"}, /* NotReverseElement */
	{3056, 16, 3, false, "\xE2\x8B\xAB"}, /* NotRightTriangle */
	{3072, 19, 5, false, "\xE2\xA7\x90\xCC\xB8"}, /* NotRightTriangleBar */
	{3091, 21, 3, false, "\xE2\x8B\xAD"}, /* NotRightTriangleEqual */
	{3112, 15, 5, false, "\xE2\x8A\x8F\xCC\xB8"}, /* NotSquareSubset */
	{3127, 20, 3, false, "\xE2\x8B\xA2"}, /* NotSquareSubsetEqual */
	{3147, 17, 5, false, "\xE2\x8A\x90\xCC\xB8"}, /* NotSquareSuperset */
	{3164, 22, 3, false, "\xE2\x8B\xA3"}, /* NotSquareSupersetEqual */
	{3186, 9, 6, false, "\xE2\x8A\x82\xE2\x83\x92"}, /* NotSubset */
	{3195, 14, 3, false, "\xE2\x8A\x88"}, /* NotSubsetEqual */
	{3209, 11, 3, false, "\xE2\x8A\x81"}, /* NotSucceeds */
	{3220, 16, 5, false, "\xE2\xAA\xB0\xCC\xB8"}, /* NotSucceedsEqual */
	{3236, 21, 3, false, "\xE2\x8B\xA1"}, /* NotSucceedsSlantEqual */
	{3257, 16, 5, false, "\xE2\x89\xBF\xCC\xB8"}, /* NotSucceedsTilde */
	{3273, 11, 6, false, "\xE2\x8A\x83\xE2\x83\x92"}, /* NotSuperset */
	{3284, 16, 3, false, "\xE2\x8A\x89"}, /* NotSupersetEqual */
	{3300, 8, 3, false, "\xE2\x89\x81"}, /* NotTilde */
	{3308, 13, 3, false, "\xE2\x89\x84"}, /* NotTildeEqual */
	{3321, 17, 3, false, "\xE2\x89\x87"}, /* NotTildeFullEqual */
	{3338, 13, 3, false, "\xE2\x89\x89"}, /* NotTildeTilde */
	{3351, 14, 3, false, "\xE2\x88\xA4"}, /* NotVerticalBar */
	{3365, 4, 4, false, "\xF0\x9D\x92\xA9"}, /* Nscr */
	{3369, 6, 2, true, "\xC3\x91"}, /* Ntilde */
	{3375, 2, 2, false, "\xCE\x9D"}, /* Nu */
	{3377, 5, 2, false, "\xC5\x92"}, /* OElig */
	{3382, 6, 2, true, "\xC3\x93"}, /* Oacute */
	{3388, 5, 2, true, "\xC3\x94"}, /* Ocirc */
	{3393, 3, 2, false, "\xD0\x9E"}, /* Ocy */
	{3396, 6, 2, false, "\xC5\x90"}, /* Odblac */
	{3402, 3, 4, false, "\xF0\x9D\x94\x92"}, /* Ofr */
	{3405, 6, 2, true, "\xC3\x92"}, /* Ograve */
	{3411, 5, 2, false, "\xC5\x8C"}, /* Omacr */
	{3416, 5, 2, false, "\xCE\xA9"}, /* Omega */
	{3421, 7, 2, false, "\xCE\x9F"}, /* Omicron */
	{3428, 4, 4, false, "\xF0\x9D\x95\x86"}, /* Oopf */
	{3432, 20, 3, false, "\xE2\x80\x9C"}, /* OpenCurlyDoubleQuote */
	{3452, 14, 3, false, "\xE2\x80\x98"}, /* OpenCurlyQuote */
	{3466, 2, 3, false, "\xE2\xA9\x94"}, /* Or */
	{3468, 4, 4, false, "\xF0\x9D\x92\xAA"}, /* Oscr */
	{3472, 6, 2, true, "\xC3\x98"}, /* Oslash */
	{3478, 6, 2, true, "\xC3\x95"}, /* Otilde */
	{3484, 6, 3, false, "\xE2\xA8\xB7"}, /* Otimes */
	{3490, 4, 2, true, "\xC3\x96"}, /* Ouml */
	{3494, 7, 3, false, "\xE2\x80\xBE"}, /* OverBar */
	{3501, 9, 3, false, "\xE2\x8F\x9E"}, /* OverBrace */
	{3510, 11, 3, false, "\xE2\x8E\xB4"}, /* OverBracket */
	{3521, 15, 3, false, "\xE2\x8F\x9C"}, /* OverParenthesis */
	{3536, 8, 3, false, "\xE2\x88\x82"}, /* PartialD */
	{3544, 3, 2, false, "\xD0\x9F"}, /* Pcy */
	{3547, 3, 4, false, "\xF0\x9D\x94\x93"}, /* Pfr */
	{3550, 3, 2, false, "\xCE\xA6"}, /* Phi */
	{3553, 2, 2, false, "\xCE\xA0"}, /* Pi */
	{3555, 9, 2, false, "\xC2\xB1"}, /* PlusMinus */
	{3564, 13, 3, false, "\xE2\x84\x8C"}, /* Poincareplane */
	{3577, 4, 3, false, "\xE2\x84\x99"}, /* Popf */
	{3581, 2, 3, false, "\xE2\xAA\xBB"}, /* Pr */
	{3583, 8, 3, false, "\xE2\x89\xBA"}, /* Precedes */
	{3591, 13, 3, false, "\xE2\xAA\xAF"}, /* PrecedesEqual */
	{3604, 18, 3, false, "\xE2\x89\xBC"}, /* PrecedesSlantEqual */
	{3622, 13, 3, false, "\xE2\x89\xBE"}, /* PrecedesTilde */
	{3635, 5, 3, false, "\xE2\x80\xB3"}, /* Prime */
	{3640, 7, 3, false, "\xE2\x88\x8F"}, /* Product */
	{3647, 10, 3, false, "\xE2\x88\xB7"}, /* Proportion */
	{3657, 12, 3, false, "\xE2\x88\x9D"}, /* Proportional */
	{3669, 4, 4, false, "\xF0\x9D\x92\xAB"}, /* Pscr */
	{3673, 3, 2, false, "\xCE\xA8"}, /* Psi */
	{3676, 4, 1, true, "\x22"}, /* QUOT */
	{3680, 3, 4, false, "\xF0\x9D\x94\x94"}, /* Qfr */
	{3683, 4, 3, false, "\xE2\x84\x9A"}, /* Qopf */
	{3687, 4, 4, false, "\xF0\x9D\x92\xAC"}, /* Qscr */
	{3691, 5, 3, false, "\xE2\xA4\x90"}, /* RBarr */
	{3696, 3, 2, true, "\xC2\xAE"}, /* REG */
	{3699, 6, 2, false, "\xC5\x94"}, /* Racute */
	{3705, 4, 3, false, "\xE2\x9F\xAB"}, /* Rang */
	{3709, 4, 3, false, "\xE2\x86\xA0"}, /* Rarr */
	{3713, 6, 3, false, "\xE2\xA4\x96"}, /* Rarrtl */
	{3719, 6, 2, false, "\xC5\x98"}, /* Rcaron */
	{3725, 6, 2, false, "\xC5\x96"}, /* Rcedil */
	{3731, 3, 2, false, "\xD0\xA0"}, /* Rcy */
	{3734, 2, 3, false, "\xE2\x84\x9C"}, /* Re */
	{3736, 14, 3, false, "\xE2\x88\x8B"}, /* ReverseElement */
	{3750, 18, 3, false, "\xE2\x87\x8B"}, /* ReverseEquilibrium */
	{3768, 20, 3, false, "\xE2\xA5\xAF"}, /* ReverseUpEquilibrium */
	{3788, 3, 3, false, "\xE2\x84\x9C"}, /* Rfr */
	{3791, 3, 2, false, "\xCE\xA1"}, /* Rho */
	{3794, 17, 3, false, "\xE2\x9F\xA9"}, /* RightAngleBracket */
	{3811, 10, 3, false, "\xE2\x86\x92"}, /* RightArrow */
	{3821, 13, 3, false, "\xE2\x87\xA5"}, /* RightArrowBar */
	{3834, 19, 3, false, "\xE2\x87\x84"}, /* RightArrowLeftArrow */
	{3853, 12, 3, false, "\xE2\x8C\x89"}, /* RightCeiling */
	{3865, 18, 3, false, "\xE2\x9F\xA7"}, /* RightDoubleBracket */
	{3883, 18, 3, false, "\xE2\xA5\x9D"}, /* RightDownTeeVector */
	{3901, 15, 3, false, "\xE2\x87\x82"}, /* RightDownVector */
	{3916, 18, 3, false, "\xE2\xA5\x95"}, /* RightDownVectorBar */
	{3934, 10, 3, false, "\xE2\x8C\x8B"}, /* RightFloor */
	{3944, 8, 3, false, "\xE2\x8A\xA2"}, /* RightTee */
	{3952, 13, 3, false, "\xE2\x86\xA6"}, /* RightTeeArrow */
	{3965, 14, 3, false, "\xE2\xA5\x9B"}, /* RightTeeVector */
	{3979, 13, 3, false, "\xE2\x8A\xB3"}, /* RightTriangle */
	{3992, 16, 3, false, "\xE2\xA7\x90"}, /* RightTriangleBar */
	{4008, 18, 3, false, "\xE2\x8A\xB5"}, /* RightTriangleEqual */
	{4026, 17, 3, false, "\xE2\xA5\x8F"}, /* RightUpDownVector */
	{4043, 16, 3, false, "\xE2\xA5\x9C"}, /* RightUpTeeVector */
	{4059, 13, 3, false, "\xE2\x86\xBE"}, /* RightUpVector */
	{4072, 16, 3, false, "\xE2\xA5\x94"}, /* RightUpVectorBar */
	{4088, 11, 3, false, "\xE2\x87\x80"}, /* RightVector */
	{4099, 14, 3, false, "\xE2\xA5\x93"}, /* RightVectorBar */
	{4113, 10, 3, false, "\xE2\x87\x92"}, /* Rightarrow */
	{4123, 4, 3, false, "\xE2\x84\x9D"}, /* Ropf */
	{4127, 12, 3, false, "\xE2\xA5\xB0"}, /* RoundImplies */
	{4139, 11, 3, false, "\xE2\x87\x9B"}, /* Rrightarrow */
	{4150, 4, 3, false, "\xE2\x84\x9B"}, /* Rscr */
	{4154, 3, 3, false, "\xE2\x86\xB1"}, /* Rsh */
	{4157, 11, 3, false, "\xE2\xA7\xB4"}, /* RuleDelayed */
	{4168, 6, 2, false, "\xD0\xA9"}, /* SHCHcy */
	{4174, 4, 2, false, "\xD0\xA8"}, /* SHcy */
	{4178, 6, 2, false, "\xD0\xAC"}, /* SOFTcy */
	{4184, 6, 2, false, "\xC5\x9A"}, /* Sacute */
	{4190, 2, 3, false, "\xE2\xAA\xBC"}, /* Sc */
	{4192, 6, 2, false, "\xC5\xA0"}, /* Scaron */
	{4198, 6, 2, false, "\xC5\x9E"}, /* Scedil */
	{4204, 5, 2, false, "\xC5\x9C"}, /* Scirc */
	{4209, 3, 2, false, "\xD0\xA1"}, /* Scy */
	{4212, 3, 4, false, "\xF0\x9D\x94\x96"}, /* Sfr */
	{4215, 14, 3, false, "\xE2\x86\x93"}, /* ShortDownArrow */
	{4229, 14, 3, false, "\xE2\x86\x90"}, /* ShortLeftArrow */
	{4243, 15, 3, false, "\xE2\x86\x92"}, /* ShortRightArrow */
	{4258, 12, 3, false, "\xE2\x86\x91"}, /* ShortUpArrow */
	{4270, 5, 2, false, "\xCE\xA3"}, /* Sigma */
	{4275, 11, 3, false, "\xE2\x88\x98"}, /* SmallCircle */
	{4286, 4, 4, false, "\xF0\x9D\x95\x8A"}, /* Sopf */
	{4290, 4, 3, false, "\xE2\x88\x9A"}, /* Sqrt */
	{4294, 6, 3, false, "\xE2\x96\xA1"}, /* Square */
	{4300, 18, 3, false, "\xE2\x8A\x93"}, /* SquareIntersection */
	{4318, 12, 3, false, "\xE2\x8A\x8F"}, /* SquareSubset */
	{4330, 17, 3, false, "\xE2\x8A\x91"}, /* SquareSubsetEqual */
	{4347, 14, 3, false, "\xE2\x8A\x90"}, /* SquareSuperset */
	{4361, 19, 3, false, "\xE2\x8A\x92"}, /* SquareSupersetEqual */
	{4380, 11, 3, false, "\xE2\x8A\x94"}, /* SquareUnion */
	{4391, 4, 4, false, "\xF0\x9D\x92\xAE"}, /* Sscr */
	{4395, 4, 3, false, "\xE2\x8B\x86"}, /* Star */
	{4399, 3, 3, false, "\xE2\x8B\x90"}, /* Sub */
	{4402, 6, 3, false, "\xE2\x8B\x90"}, /* Subset */
	{4408, 11, 3, false, "\xE2\x8A\x86"}, /* SubsetEqual */
	{4419, 8, 3, false, "\xE2\x89\xBB"}, /* Succeeds */
	{4427, 13, 3, false, "\xE2\xAA\xB0"}, /* SucceedsEqual */
	{4440, 18, 3, false, "\xE2\x89\xBD"}, /* SucceedsSlantEqual */
	{4458, 13, 3, false, "\xE2\x89\xBF"}, /* SucceedsTilde */
	{4471, 8, 3, false, "\xE2\x88\x8B"}, /* SuchThat */
	{4479, 3, 3, false, "\xE2\x88\x91"}, /* Sum */
	{4482, 3, 3, false, "\xE2\x8B\x91"}, /* Sup */
	{4485, 8, 3, false, "\xE2\x8A\x83"}, /* Superset */
	{4493, 13, 3, false, "\xE2\x8A\x87"}, /* SupersetEqual */
	{4506, 6, 3, false, "\xE2\x8B\x91"}, /* Supset */
	{4512, 5, 2, true, "\xC3\x9E"}, /* THORN */
	{4517, 5, 3, false, "\xE2\x84\xA2"}, /* TRADE */
	{4522, 5, 2, false, "\xD0\x8B"}, /* TSHcy */
	{4527, 4, 2, false, "\xD0\xA6"}, /* TScy */
	{4531, 3, 1, false, "\x09"}, /* Tab */
	{4534, 3, 2, false, "\xCE\xA4"}, /* Tau */
	{4537, 6, 2, false, "\xC5\xA4"}, /* Tcaron */
	{4543, 6, 2, false, "\xC5\xA2"}, /* Tcedil */
	{4549, 3, 2, false, "\xD0\xA2"}, /* Tcy */
	{4552, 3, 4, false, "\xF0\x9D\x94\x97"}, /* Tfr */
	{4555, 9, 3, false, "\xE2\x88\xB4"}, /* Therefore */
	{4564, 5, 2, false, "\xCE\x98"}, /* Theta */
	{4569, 10, 6, false, "\xE2\x81\x9F\xE2\x80\x8A"}, /* ThickSpace */
	{4579, 9, 3, false, "\xE2\x80\x89"}, /* ThinSpace */
	{4588, 5, 3, false, "\xE2\x88\xBC"}, /* Tilde */
	{4593, 10, 3, false, "\xE2\x89\x83"}, /* TildeEqual */
	{4603, 14, 3, false, "\xE2\x89\x85"}, /* TildeFullEqual */
	{4617, 10, 3, false, "\xE2\x89\x88"}, /* TildeTilde */
	{4627, 4, 4, false, "\xF0\x9D\x95\x8B"}, /* Topf */
	{4631, 9, 3, false, "\xE2\x83\x9B"}, /* TripleDot */
	{4640, 4, 4, false, "\xF0\x9D\x92\xAF"}, /* Tscr */
	{4644, 6, 2, false, "\xC5\xA6"}, /* Tstrok */
	{4650, 6, 2, true, "\xC3\x9A"}, /* Uacute */
	{4656, 4, 3, false, "\xE2\x86\x9F"}, /* Uarr */
	{4660, 8, 3, false, "\xE2\xA5\x89"}, /* Uarrocir */
	{4668, 5, 2, false, "\xD0\x8E"}, /* Ubrcy */
	{4673, 6, 2, false, "\xC5\xAC"}, /* Ubreve */
	{4679, 5, 2, true, "\xC3\x9B"}, /* Ucirc */
	{4684, 3, 2, false, "\xD0\xA3"}, /* Ucy */
	{4687, 6, 2, false, "\xC5\xB0"}, /* Udblac */
	{4693, 3, 4, false, "\xF0\x9D\x94\x98"}, /* Ufr */
	{4696, 6, 2, true, "\xC3\x99"}, /* Ugrave */
	{4702, 5, 2, false, "\xC5\xAA"}, /* Umacr */
	{4707, 8, 1, false, "\x5F"}, /* UnderBar */
	{4715, 10, 3, false, "\xE2\x8F\x9F"}, /* UnderBrace */
	{4725, 12, 3, false, "\xE2\x8E\xB5"}, /* UnderBracket */
	{4737, 16, 3, false, "\xE2\x8F\x9D"}, /* UnderParenthesis */
	{4753, 5, 3, false, "\xE2\x8B\x83"}, /* Union */
	{4758, 9, 3, false, "\xE2\x8A\x8E"}, /* UnionPlus */
	{4767, 5, 2, false, "\xC5\xB2"}, /* Uogon */
	{4772, 4, 4, false, "\xF0\x9D\x95\x8C"}, /* Uopf */
	{4776, 7, 3, false, "\xE2\x86\x91"}, /* UpArrow */
	{4783, 10, 3, false, "\xE2\xA4\x92"}, /* UpArrowBar */
	{4793, 16, 3, false, "\xE2\x87\x85"}, /* UpArrowDownArrow */
	{4809, 11, 3, false, "\xE2\x86\x95"}, /* UpDownArrow */
	{4820, 13, 3, false, "\xE2\xA5\xAE"}, /* UpEquilibrium */
	{4833, 5, 3, false, "\xE2\x8A\xA5"}, /* UpTee */
	{4838, 10, 3, false, "\xE2\x86\xA5"}, /* UpTeeArrow */
	{4848, 7, 3, false, "\xE2\x87\x91"}, /* Uparrow */
	{4855, 11, 3, false, "\xE2\x87\x95"}, /* Updownarrow */
	{4866, 14, 3, false, "\xE2\x86\x96"}, /* UpperLeftArrow */
	{4880, 15, 3, false, "\xE2\x86\x97"}, /* UpperRightArrow */
	{4895, 4, 2, false, "\xCF\x92"}, /* Upsi */
	{4899, 7, 2, false, "\xCE\xA5"}, /* Upsilon */
	{4906, 5, 2, false, "\xC5\xAE"}, /* Uring */
	{4911, 4, 4, false, "\xF0\x9D\x92\xB0"}, /* Uscr */
	{4915, 6, 2, false, "\xC5\xA8"}, /* Utilde */
	{4921, 4, 2, true, "\xC3\x9C"}, /* Uuml */
	{4925, 5, 3, false, "\xE2\x8A\xAB"}, /* VDash */
	{4930, 4, 3, false, "\xE2\xAB\xAB"}, /* Vbar */
	{4934, 3, 2, false, "\xD0\x92"}, /* Vcy */
	{4937, 5, 3, false, "\xE2\x8A\xA9"}, /* Vdash */
	{4942, 6, 3, false, "\xE2\xAB\xA6"}, /* Vdashl */
	{4948, 3, 3, false, "\xE2\x8B\x81"}, /* Vee */
	{4951, 6, 3, false, "\xE2\x80\x96"}, /* Verbar */
	{4957, 4, 3, false, "\xE2\x80\x96"}, /* Vert */
	{4961, 11, 3, false, "\xE2\x88\xA3"}, /* VerticalBar */
	{4972, 12, 1, false, "\x7C"}, /* VerticalLine */
	{4984, 17, 3, false, "\xE2\x9D\x98"}, /* VerticalSeparator */
	{5001, 13, 3, false, "\xE2\x89\x80"}, /* VerticalTilde */
	{5014, 13, 3, false, "\xE2\x80\x8A"}, /* VeryThinSpace */
	{5027, 3, 4, false, "\xF0\x9D\x94\x99"}, /* Vfr */
	{5030, 4, 4, false, "\xF0\x9D\x95\x8D"}, /* Vopf */
	{5034, 4, 4, false, "\xF0\x9D\x92\xB1"}, /* Vscr */
	{5038, 6, 3, false, "\xE2\x8A\xAA"}, /* Vvdash */
	{5044, 5, 2, false, "\xC5\xB4"}, /* Wcirc */
	{5049, 5, 3, false, "\xE2\x8B\x80"}, /* Wedge */
	{5054, 3, 4, false, "\xF0\x9D\x94\x9A"}, /* Wfr */
	{5057, 4, 4, false, "\xF0\x9D\x95\x8E"}, /* Wopf */
	{5061, 4, 4, false, "\xF0\x9D\x92\xB2"}, /* Wscr */
	{5065, 3, 4, false, "\xF0\x9D\x94\x9B"}, /* Xfr */
	{5068, 2, 2, false, "\xCE\x9E"}, /* Xi */
	{5070, 4, 4, false, "\xF0\x9D\x95\x8F"}, /* Xopf */
	{5074, 4, 4, false, "\xF0\x9D\x92\xB3"}, /* Xscr */
	{5078, 4, 2, false, "\xD0\xAF"}, /* YAcy */
	{5082, 4, 2, false, "\xD0\x87"}, /* YIcy */
	{5086, 4, 2, false, "\xD0\xAE"}, /* YUcy */
	{5090, 6, 2, true, "\xC3\x9D"}, /* Yacute */
	{5096, 5, 2, false, "\xC5\xB6"}, /* Ycirc */
	{5101, 3, 2, false, "\xD0\xAB"}, /* Ycy */
	{5104, 3, 4, false, "\xF0\x9D\x94\x9C"}, /* Yfr */
	{5107, 4, 4, false, "\xF0\x9D\x95\x90"}, /* Yopf */
	{5111, 4, 4, false, "\xF0\x9D\x92\xB4"}, /* Yscr */
	{5115, 4, 2, false, "\xC5\xB8"}, /* Yuml */
	{5119, 4, 2, false, "\xD0\x96"}, /* ZHcy */
	{5123, 6, 2, false, "\xC5\xB9"}, /* Zacute */
	{5129, 6, 2, false, "\xC5\xBD"}, /* Zcaron */
	{5135, 3, 2, false, "\xD0\x97"}, /* Zcy */
	{5138, 4, 2, false, "\xC5\xBB"}, /* Zdot */
	{5142, 14, 3, false, "\xE2\x80\x8B"}, /* ZeroWidthSpace */
	{5156, 4, 2, false, "\xCE\x96"}, /* Zeta */
	{5160, 3, 3, false, "\xE2\x84\xA8"}, /* Zfr */
	{5163, 4, 3, false, "\xE2\x84\xA4"}, /* Zopf */
	{5167, 4, 4, false, "\xF0\x9D\x92\xB5"}, /* Zscr */
	{5171, 6, 2, true, "\xC3\xA1"}, /* aacute */
	{5177, 6, 2, false, "\xC4\x83"}, /* abreve */
	{5183, 2, 3, false, "\xE2\x88\xBE"}, /* ac */
	{5185, 3, 5, false, "\xE2\x88\xBE\xCC\xB3"}, /* acE */
	{5188, 3, 3, false, "\xE2\x88\xBF"}, /* acd */
	{5191, 5, 2, true, "\xC3\xA2"}, /* acirc */
	{5196, 5, 2, true, "\xC2\xB4"}, /* acute */
	{5201, 3, 2, false, "\xD0\xB0"}, /* acy */
	{5204, 5, 2, true, "\xC3\xA6"}, /* aelig */
	{5209, 2, 3, false, "\xE2\x81\xA1"}, /* af */
	{5211, 3, 4, false, "\xF0\x9D\x94\x9E"}, /* afr */
	{5214, 6, 2, true, "\xC3\xA0"}, /* agrave */
	{5220, 7, 3, false, "\xE2\x84\xB5"}, /* alefsym */
	{5227, 5, 3, false, "\xE2\x84\xB5"}, /* aleph */
	{5232, 5, 2, false, "\xCE\xB1"}, /* alpha */
	{5237, 5, 2, false, "\xC4\x81"}, /* amacr */
	{5242, 5, 3, false, "\xE2\xA8\xBF"}, /* amalg */
	{5247, 3, 1, true, "\x26"}, /* amp */
	{5250, 3, 3, false, "\xE2\x88\xA7"}, /* and */
	{5253, 6, 3, false, "\xE2\xA9\x95"}, /* andand */
	{5259, 4, 3, false, "\xE2\xA9\x9C"}, /* andd */
	{5263, 8, 3, false, "\xE2\xA9\x98"}, /* andslope */
	{5271, 4, 3, false, "\xE2\xA9\x9A"}, /* andv */
	{5275, 3, 3, false, "\xE2\x88\xA0"}, /* ang */
	{5278, 4, 3, false, "\xE2\xA6\xA4"}, /* ange */
	{5282, 5, 3, false, "\xE2\x88\xA0"}, /* angle */
	{5287, 6, 3, false, "\xE2\x88\xA1"}, /* angmsd */
	{5293, 8, 3, false, "\xE2\xA6\xA8"}, /* angmsdaa */
	{5301, 8, 3, false, "\xE2\xA6\xA9"}, /* angmsdab */
	{5309, 8, 3, false, "\xE2\xA6\xAA"}, /* angmsdac */
	{5317, 8, 3, false, "\xE2\xA6\xAB"}, /* angmsdad */
	{5325, 8, 3, false, "\xE2\xA6\xAC"}, /* angmsdae */
	{5333, 8, 3, false, "\xE2\xA6\xAD"}, /* angmsdaf */
	{5341, 8, 3, false, "\xE2\xA6\xAE"}, /* angmsdag */
	{5349, 8, 3, false, "\xE2\xA6\xAF"}, /* angmsdah */
	{5357, 5, 3, false, "\xE2\x88\x9F"}, /* angrt */
	{5362, 7, 3, false, "\xE2\x8A\xBE"}, /* angrtvb */
	{5369, 8, 3, false, "\xE2\xA6\x9D"}, /* angrtvbd */
	{5377, 6, 3, false, "\xE2\x88\xA2"}, /* angsph */
	{5383, 5, 2, false, "\xC3\x85"}, /* angst */
	{5388, 7, 3, false, "\xE2\x8D\xBC"}, /* angzarr */
	{5395, 5, 2, false, "\xC4\x85"}, /* aogon */
	{5400, 4, 4, false, "\xF0\x9D\x95\x92"}, /* aopf */
	{5404, 2, 3, false, "\xE2\x89\x88"}, /* ap */
	{5406, 3, 3, false, "\xE2\xA9\xB0"}, /* apE */
	{5409, 6, 3, false, "\xE2\xA9\xAF"}, /* apacir */
	{5415, 3, 3, false, "\xE2\x89\x8A"}, /* ape */
	{5418, 4, 3, false, "\xE2\x89\x8B"}, /* apid */
	{5422, 4, 1, false, "\x27"}, /* apos */
	{5426, 6, 3, false, "\xE2\x89\x88"}, /* approx */
	{5432, 8, 3, false, "\xE2\x89\x8A"}, /* approxeq */
	{5440, 5, 2, true, "\xC3\xA5"}, /* aring */
	{5445, 4, 4, false, "\xF0\x9D\x92\xB6"}, /* ascr */
	{5449, 3, 1, false, "\x2A"}, /* ast */
	{5452, 5, 3, false, "\xE2\x89\x88"}, /* asymp */
	{5457, 7, 3, false, "\xE2\x89\x8D"}, /* asympeq */
	{5464, 6, 2, true, "\xC3\xA3"}, /* atilde */
	{5470, 4, 2, true, "\xC3\xA4"}, /* auml */
	{5474, 8, 3, false, "\xE2\x88\xB3"}, /* awconint */
	{5482, 5, 3, false, "\xE2\xA8\x91"}, /* awint */
	{5487, 4, 3, false, "\xE2\xAB\xAD"}, /* bNot */
	{5491, 8, 3, false, "\xE2\x89\x8C"}, /* backcong */
	{5499, 11, 2, false, "\xCF\xB6"}, /* backepsilon */
	{5510, 9, 3, false, "\xE2\x80\xB5"}, /* backprime */
	{5519, 7, 3, false, "\xE2\x88\xBD"}, /* backsim */
	{5526, 9, 3, false, "\xE2\x8B\x8D"}, /* backsimeq */
	{5535, 6, 3, false, "\xE2\x8A\xBD"}, /* barvee */
	{5541, 6, 3, false, "\xE2\x8C\x85"}, /* barwed */
	{5547, 8, 3, false, "\xE2\x8C\x85"}, /* barwedge */
	{5555, 4, 3, false, "\xE2\x8E\xB5"}, /* bbrk */
	{5559, 8, 3, false, "\xE2\x8E\xB6"}, /* bbrktbrk */
	{5567, 5, 3, false, "\xE2\x89\x8C"}, /* bcong */
	{5572, 3, 2, false, "\xD0\xB1"}, /* bcy */
	{5575, 5, 3, false, "\xE2\x80\x9E"}, /* bdquo */
	{5580, 6, 3, false, "\xE2\x88\xB5"}, /* becaus */
	{5586, 7, 3, false, "\xE2\x88\xB5"}, /* because */
	{5593, 7, 3, false, "\xE2\xA6\xB0"}, /* bemptyv */
	{5600, 5, 2, false, "\xCF\xB6"}, /* bepsi */
	{5605, 6, 3, false, "\xE2\x84\xAC"}, /* bernou */
	{5611, 4, 2, false, "\xCE\xB2"}, /* beta */
	{5615, 4, 3, false, "\xE2\x84\xB6"}, /* beth */
	{5619, 7, 3, false, "\xE2\x89\xAC"}, /* between */
	{5626, 3, 4, false, "\xF0\x9D\x94\x9F"}, /* bfr */
	{5629, 6, 3, false, "\xE2\x8B\x82"}, /* bigcap */
	{5635, 7, 3, false, "\xE2\x97\xAF"}, /* bigcirc */
	{5642, 6, 3, false, "\xE2\x8B\x83"}, /* bigcup */
	{5648, 7, 3, false, "\xE2\xA8\x80"}, /* bigodot */
	{5655, 8, 3, false, "\xE2\xA8\x81"}, /* bigoplus */
	{5663, 9, 3, false, "\xE2\xA8\x82"}, /* bigotimes */
	{5672, 8, 3, false, "\xE2\xA8\x86"}, /* bigsqcup */
	{5680, 7, 3, false, "\xE2\x98\x85"}, /* bigstar */
	{5687, 15, 3, false, "\xE2\x96\xBD"}, /* bigtriangledown */
	{5702, 13, 3, false, "\xE2\x96\xB3"}, /* bigtriangleup */
	{5715, 8, 3, false, "\xE2\xA8\x84"}, /* biguplus */
	{5723, 6, 3, false, "\xE2\x8B\x81"}, /* bigvee */
	{5729, 8, 3, false, "\xE2\x8B\x80"}, /* bigwedge */
	{5737, 6, 3, false, "\xE2\xA4\x8D"}, /* bkarow */
	{5743, 12, 3, false, "\xE2\xA7\xAB"}, /* blacklozenge */
	{5755, 11, 3, false, "\xE2\x96\xAA"}, /* blacksquare */
	{5766, 13, 3, false, "\xE2\x96\xB4"}, /* blacktriangle */
	{5779, 17, 3, false, "\xE2\x96\xBE"}, /* blacktriangledown */
	{5796, 17, 3, false, "\xE2\x97\x82"}, /* blacktriangleleft */
	{5813, 18, 3, false, "\xE2\x96\xB8"}, /* blacktriangleright */
	{5831, 5, 3, false, "\xE2\x90\xA3"}, /* blank */
	{5836, 5, 3, false, "\xE2\x96\x92"}, /* blk12 */
	{5841, 5, 3, false, "\xE2\x96\x91"}, /* blk14 */
	{5846, 5, 3, false, "\xE2\x96\x93"}, /* blk34 */
	{5851, 5, 3, false, "\xE2\x96\x88"}, /* block */
	{5856, 3, 4, false, "\x3D\xE2\x83\xA5"}, /* bne */
	{5859, 7, 6, false, "\xE2\x89\xA1\xE2\x83\xA5"}, /* bnequiv */
	{5866, 4, 3, false, "\xE2\x8C\x90"}, /* bnot */
	{5870, 4, 4, false, "\xF0\x9D\x95\x93"}, /* bopf */
	{5874, 3, 3, false, "\xE2\x8A\xA5"}, /* bot */
	{5877, 6, 3, false, "\xE2\x8A\xA5"}, /* bottom */
	{5883, 6, 3, false, "\xE2\x8B\x88"}, /* bowtie */
	{5889, 5, 3, false, "\xE2\x95\x97"}, /* boxDL */
	{5894, 5, 3, false, "\xE2\x95\x94"}, /* boxDR */
	{5899, 5, 3, false, "\xE2\x95\x96"}, /* boxDl */
	{5904, 5, 3, false, "\xE2\x95\x93"}, /* boxDr */
	{5909, 4, 3, false, "\xE2\x95\x90"}, /* boxH */
	{5913, 5, 3, false, "\xE2\x95\xA6"}, /* boxHD */
	{5918, 5, 3, false, "\xE2\x95\xA9"}, /* boxHU */
	{5923, 5, 3, false, "\xE2\x95\xA4"}, /* boxHd */
	{5928, 5, 3, false, "\xE2\x95\xA7"}, /* boxHu */
	{5933, 5, 3, false, "\xE2\x95\x9D"}, /* boxUL */
	{5938, 5, 3, false, "\xE2\x95\x9A"}, /* boxUR */
	{5943, 5, 3, false, "\xE2\x95\x9C"}, /* boxUl */
	{5948, 5, 3, false, "\xE2\x95\x99"}, /* boxUr */
	{5953, 4, 3, false, "\xE2\x95\x91"}, /* boxV */
	{5957, 5, 3, false, "\xE2\x95\xAC"}, /* boxVH */
	{5962, 5, 3, false, "\xE2\x95\xA3"}, /* boxVL */
	{5967, 5, 3, false, "\xE2\x95\xA0"}, /* boxVR */
	{5972, 5, 3, false, "\xE2\x95\xAB"}, /* boxVh */
	{5977, 5, 3, false, "\xE2\x95\xA2"}, /* boxVl */
	{5982, 5, 3, false, "\xE2\x95\x9F"}, /* boxVr */
	{5987, 6, 3, false, "\xE2\xA7\x89"}, /* boxbox */
	{5993, 5, 3, false, "\xE2\x95\x95"}, /* boxdL */
	{5998, 5, 3, false, "\xE2\x95\x92"}, /* boxdR */
	{6003, 5, 3, false, "\xE2\x94\x90"}, /* boxdl */
	{6008, 5, 3, false, "\xE2\x94\x8C"}, /* boxdr */
	{6013, 4, 3, false, "\xE2\x94\x80"}, /* boxh */
	{6017, 5, 3, false, "\xE2\x95\xA5"}, /* boxhD */
	{6022, 5, 3, false, "\xE2\x95\xA8"}, /* boxhU */
	{6027, 5, 3, false, "\xE2\x94\xAC"}, /* boxhd */
	{6032, 5, 3, false, "\xE2\x94\xB4"}, /* boxhu */
	{6037, 8, 3, false, "\xE2\x8A\x9F"}, /* boxminus */
	{6045, 7, 3, false, "\xE2\x8A\x9E"}, /* boxplus */
	{6052, 8, 3, false, "\xE2\x8A\xA0"}, /* boxtimes */
	{6060, 5, 3, false, "\xE2\x95\x9B"}, /* boxuL */
	{6065, 5, 3, false, "\xE2\x95\x98"}, /* boxuR */
	{6070, 5, 3, false, "\xE2\x94\x98"}, /* boxul */
	{6075, 5, 3, false, "\xE2\x94\x94"}, /* boxur */
	{6080, 4, 3, false, "\xE2\x94\x82"}, /* boxv */
	{6084, 5, 3, false, "\xE2\x95\xAA"}, /* boxvH */
	{6089, 5, 3, false, "\xE2\x95\xA1"}, /* boxvL */
	{6094, 5, 3, false, "\xE2\x95\x9E"}, /* boxvR */
	{6099, 5, 3, false, "\xE2\x94\xBC"}, /* boxvh */
	{6104, 5, 3, false, "\xE2\x94\xA4"}, /* boxvl */
	{6109, 5, 3, false, "\xE2\x94\x9C"}, /* boxvr */
	{6114, 6, 3, false, "\xE2\x80\xB5"}, /* bprime */
	{6120, 5, 2, false, "\xCB\x98"}, /* breve */
	{6125, 6, 2, true, "\xC2\xA6"}, /* brvbar */
	{6131, 4, 4, false, "\xF0\x9D\x92\xB7"}, /* bscr */
	{6135, 5, 3, false, "\xE2\x81\x8F"}, /* bsemi */
	{6140, 4, 3, false, "\xE2\x88\xBD"}, /* bsim */
	{6144, 5, 3, false, "\xE2\x8B\x8D"}, /* bsime */
	{6149, 4, 1, false, "\x5C"}, /* bsol */
	{6153, 5, 3, false, "\xE2\xA7\x85"}, /* bsolb */
	{6158, 8, 3, false, "\xE2\x9F\x88"}, /* bsolhsub */
	{6166, 4, 3, false, "\xE2\x80\xA2"}, /* bull */
	{6170, 6, 3, false, "\xE2\x80\xA2"}, /* bullet */
	{6176, 4, 3, false, "\xE2\x89\x8E"}, /* bump */
	{6180, 5, 3, false, "\xE2\xAA\xAE"}, /* bumpE */
	{6185, 5, 3, false, "\xE2\x89\x8F"}, /* bumpe */
	{6190, 6, 3, false, "\xE2\x89\x8F"}, /* bumpeq */
	{6196, 6, 2, false, "\xC4\x87"}, /* cacute */
	{6202, 3, 3, false, "\xE2\x88\xA9"}, /* cap */
	{6205, 6, 3, false, "\xE2\xA9\x84"}, /* capand */
	{6211, 8, 3, false, "\xE2\xA9\x89"}, /* capbrcup */
	{6219, 6, 3, false, "\xE2\xA9\x8B"}, /* capcap */
	{6225, 6, 3, false, "\xE2\xA9\x87"}, /* capcup */
	{6231, 6, 3, false, "\xE2\xA9\x80"}, /* capdot */
	{6237, 4, 6, false, "\xE2\x88\xA9\xEF\xB8\x80"}, /* caps */
	{6241, 5, 3, false, "\xE2\x81\x81"}, /* caret */
	{6246, 5, 2, false, "\xCB\x87"}, /* caron */
	{6251, 5, 3, false, "\xE2\xA9\x8D"}, /* ccaps */
	{6256, 6, 2, false, "\xC4\x8D"}, /* ccaron */
	{6262, 6, 2, true, "\xC3\xA7"}, /* ccedil */
	{6268, 5, 2, false, "\xC4\x89"}, /* ccirc */
	{6273, 5, 3, false, "\xE2\xA9\x8C"}, /* ccups */
	{6278, 7, 3, false, "\xE2\xA9\x90"}, /* ccupssm */
	{6285, 4, 2, false, "\xC4\x8B"}, /* cdot */
	{6289, 5, 2, true, "\xC2\xB8"}, /* cedil */
	{6294, 7, 3, false, "\xE2\xA6\xB2"}, /* cemptyv */
	{6301, 4, 2, true, "\xC2\xA2"}, /* cent */
	{6305, 9, 2, false, "\xC2\xB7"}, /* centerdot */
	{6314, 3, 4, false, "\xF0\x9D\x94\xA0"}, /* cfr */
	{6317, 4, 2, false, "\xD1\x87"}, /* chcy */
	{6321, 5, 3, false, "\xE2\x9C\x93"}, /* check */
	{6326, 9, 3, false, "\xE2\x9C\x93"}, /* checkmark */
	{6335, 3, 2, false, "\xCF\x87"}, /* chi */
	{6338, 3, 3, false, "\xE2\x97\x8B"}, /* cir */
	{6341, 4, 3, false, "\xE2\xA7\x83"}, /* cirE */
	{6345, 4, 2, false, "\xCB\x86"}, /* circ */
	{6349, 6, 3, false, "\xE2\x89\x97"}, /* circeq */
	{6355, 15, 3, false, "\xE2\x86\xBA"}, /* circlearrowleft */
	{6370, 16, 3, false, "\xE2\x86\xBB"}, /* circlearrowright */
	{6386, 8, 2, false, "\xC2\xAE"}, /* circledR */
	{6394, 8, 3, false, "\xE2\x93\x88"}, /* circledS */
	{6402, 10, 3, false, "\xE2\x8A\x9B"}, /* circledast */
	{6412, 11, 3, false, "\xE2\x8A\x9A"}, /* circledcirc */
	{6423, 11, 3, false, "\xE2\x8A\x9D"}, /* circleddash */
	{6434, 4, 3, false, "\xE2\x89\x97"}, /* cire */
	{6438, 8, 3, false, "\xE2\xA8\x90"}, /* cirfnint */
	{6446, 6, 3, false, "\xE2\xAB\xAF"}, /* cirmid */
	{6452, 7, 3, false, "\xE2\xA7\x82"}, /* cirscir */
	{6459, 5, 3, false, "\xE2\x99\xA3"}, /* clubs */
	{6464, 8, 3, false, "\xE2\x99\xA3"}, /* clubsuit */
	{6472, 5, 1, false, "\x3A"}, /* colon */
	{6477, 6, 3, false, "\xE2\x89\x94"}, /* colone */
	{6483, 7, 3, false, "\xE2\x89\x94"}, /* coloneq */
	{6490, 5, 1, false, "\x2C"}, /* comma */
	{6495, 6, 1, false, "\x40"}, /* commat */
	{6501, 4, 3, false, "\xE2\x88\x81"}, /* comp */
	{6505, 6, 3, false, "\xE2\x88\x98"}, /* compfn */
	{6511, 10, 3, false, "\xE2\x88\x81"}, /* complement */
	{6521, 9, 3, false, "\xE2\x84\x82"}, /* complexes */
	{6530, 4, 3, false, "\xE2\x89\x85"}, /* cong */
	{6534, 7, 3, false, "\xE2\xA9\xAD"}, /* congdot */
	{6541, 6, 3, false, "\xE2\x88\xAE"}, /* conint */
	{6547, 4, 4, false, "\xF0\x9D\x95\x94"}, /* copf */
	{6551, 6, 3, false, "\xE2\x88\x90"}, /* coprod */
	{6557, 4, 2, true, "\xC2\xA9"}, /* copy */
	{6561, 6, 3, false, "\xE2\x84\x97"}, /* copysr */
	{6567, 5, 3, false, "\xE2\x86\xB5"}, /* crarr */
	{6572, 5, 3, false, "\xE2\x9C\x97"}, /* cross */
	{6577, 4, 4, false, "\xF0\x9D\x92\xB8"}, /* cscr */
	{6581, 4, 3, false, "\xE2\xAB\x8F"}, /* csub */
	{6585, 5, 3, false, "\xE2\xAB\x91"}, /* csube */
	{6590, 4, 3, false, "\xE2\xAB\x90"}, /* csup */
	{6594, 5, 3, false, "\xE2\xAB\x92"}, /* csupe */
	{6599, 5, 3, false, "\xE2\x8B\xAF"}, /* ctdot */
	{6604, 7, 3, false, "\xE2\xA4\xB8"}, /* cudarrl */
	{6611, 7, 3, false, "\xE2\xA4\xB5"}, /* cudarrr */
	{6618, 5, 3, false, "\xE2\x8B\x9E"}, /* cuepr */
	{6623, 5, 3, false, "\xE2\x8B\x9F"}, /* cuesc */
	{6628, 6, 3, false, "\xE2\x86\xB6"}, /* cularr */
	{6634, 7, 3, false, "\xE2\xA4\xBD"}, /* cularrp */
	{6641, 3, 3, false, "\xE2\x88\xAA"}, /* cup */
	{6644, 8, 3, false, "\xE2\xA9\x88"}, /* cupbrcap */
	{6652, 6, 3, false, "\xE2\xA9\x86"}, /* cupcap */
	{6658, 6, 3, false, "\xE2\xA9\x8A"}, /* cupcup */
	{6664, 6, 3, false, "\xE2\x8A\x8D"}, /* cupdot */
	{6670, 5, 3, false, "\xE2\xA9\x85"}, /* cupor */
	{6675, 4, 6, false, "\xE2\x88\xAA\xEF\xB8\x80"}, /* cups */
	{6679, 6, 3, false, "\xE2\x86\xB7"}, /* curarr */
	{6685, 7, 3, false, "\xE2\xA4\xBC"}, /* curarrm */
	{6692, 11, 3, false, "\xE2\x8B\x9E"}, /* curlyeqprec */
	{6703, 11, 3, false, "\xE2\x8B\x9F"}, /* curlyeqsucc */
	{6714, 8, 3, false, "\xE2\x8B\x8E"}, /* curlyvee */
	{6722, 10, 3, false, "\xE2\x8B\x8F"}, /* curlywedge */
	{6732, 6, 2, true, "\xC2\xA4"}, /* curren */
	{6738, 14, 3, false, "\xE2\x86\xB6"}, /* curvearrowleft */
	{6752, 15, 3, false, "\xE2\x86\xB7"}, /* curvearrowright */
	{6767, 5, 3, false, "\xE2\x8B\x8E"}, /* cuvee */
	{6772, 5, 3, false, "\xE2\x8B\x8F"}, /* cuwed */
	{6777, 8, 3, false, "\xE2\x88\xB2"}, /* cwconint */
	{6785, 5, 3, false, "\xE2\x88\xB1"}, /* cwint */
	{6790, 6, 3, false, "\xE2\x8C\xAD"}, /* cylcty */
	{6796, 4, 3, false, "\xE2\x87\x93"}, /* dArr */
	{6800, 4, 3, false, "\xE2\xA5\xA5"}, /* dHar */
	{6804, 6, 3, false, "\xE2\x80\xA0"}, /* dagger */
	{6810, 6, 3, false, "\xE2\x84\xB8"}, /* daleth */
	{6816, 4, 3, false, "\xE2\x86\x93"}, /* darr */
	{6820, 4, 3, false, "\xE2\x80\x90"}, /* dash */
	{6824, 5, 3, false, "\xE2\x8A\xA3"}, /* dashv */
	{6829, 7, 3, false, "\xE2\xA4\x8F"}, /* dbkarow */
	{6836, 5, 2, false, "\xCB\x9D"}, /* dblac */
	{6841, 6, 2, false, "\xC4\x8F"}, /* dcaron */
	{6847, 3, 2, false, "\xD0\xB4"}, /* dcy */
	{6850, 2, 3, false, "\xE2\x85\x86"}, /* dd */
	{6852, 7, 3, false, "\xE2\x80\xA1"}, /* ddagger */
	{6859, 5, 3, false, "\xE2\x87\x8A"}, /* ddarr */
	{6864, 7, 3, false, "\xE2\xA9\xB7"}, /* ddotseq */
	{6871, 3, 2, true, "\xC2\xB0"}, /* deg */
	{6874, 5, 2, false, "\xCE\xB4"}, /* delta */
	{6879, 7, 3, false, "\xE2\xA6\xB1"}, /* demptyv */
	{6886, 6, 3, false, "\xE2\xA5\xBF"}, /* dfisht */
	{6892, 3, 4, false, "\xF0\x9D\x94\xA1"}, /* dfr */
	{6895, 5, 3, false, "\xE2\x87\x83"}, /* dharl */
	{6900, 5, 3, false, "\xE2\x87\x82"}, /* dharr */
	{6905, 4, 3, false, "\xE2\x8B\x84"}, /* diam */
	{6909, 7, 3, false, "\xE2\x8B\x84"}, /* diamond */
	{6916, 11, 3, false, "\xE2\x99\xA6"}, /* diamondsuit */
	{6927, 5, 3, false, "\xE2\x99\xA6"}, /* diams */
	{6932, 3, 2, false, "\xC2\xA8"}, /* die */
	{6935, 7, 2, false, "\xCF\x9D"}, /* digamma */
	{6942, 5, 3, false, "\xE2\x8B\xB2"}, /* disin */
	{6947, 3, 2, false, "\xC3\xB7"}, /* div */
	{6950, 6, 2, true, "\xC3\xB7"}, /* divide */
	{6956, 13, 3, false, "\xE2\x8B\x87"}, /* divideontimes */
	{6969, 6, 3, false, "\xE2\x8B\x87"}, /* divonx */
	{6975, 4, 2, false, "\xD1\x92"}, /* djcy */
	{6979, 6, 3, false, "\xE2\x8C\x9E"}, /* dlcorn */
	{6985, 6, 3, false, "\xE2\x8C\x8D"}, /* dlcrop */
	{6991, 6, 1, false, "\x24"}, /* dollar */
	{6997, 4, 4, false, "\xF0\x9D\x95\x95"}, /* dopf */
	{7001, 3, 2, false, "\xCB\x99"}, /* dot */
	{7004, 5, 3, false, "\xE2\x89\x90"}, /* doteq */
	{7009, 8, 3, false, "\xE2\x89\x91"}, /* doteqdot */
	{7017, 8, 3, false, "\xE2\x88\xB8"}, /* dotminus */
	{7025, 7, 3, false, "\xE2\x88\x94"}, /* dotplus */
	{7032, 9, 3, false, "\xE2\x8A\xA1"}, /* dotsquare */
	{7041, 14, 3, false, "\xE2\x8C\x86"}, /* doublebarwedge */
	{7055, 9, 3, false, "\xE2\x86\x93"}, /* downarrow */
	{7064, 14, 3, false, "\xE2\x87\x8A"}, /* downdownarrows */
	{7078, 15, 3, false, "\xE2\x87\x83"}, /* downharpoonleft */
	{7093, 16, 3, false, "\xE2\x87\x82"}, /* downharpoonright */
	{7109, 8, 3, false, "\xE2\xA4\x90"}, /* drbkarow */
	{7117, 6, 3, false, "\xE2\x8C\x9F"}, /* drcorn */
	{7123, 6, 3, false, "\xE2\x8C\x8C"}, /* drcrop */
	{7129, 4, 4, false, "\xF0\x9D\x92\xB9"}, /* dscr */
	{7133, 4, 2, false, "\xD1\x95"}, /* dscy */
	{7137, 4, 3, false, "\xE2\xA7\xB6"}, /* dsol */
	{7141, 6, 2, false, "\xC4\x91"}, /* dstrok */
	{7147, 5, 3, false, "\xE2\x8B\xB1"}, /* dtdot */
	{7152, 4, 3, false, "\xE2\x96\xBF"}, /* dtri */
	{7156, 5, 3, false, "\xE2\x96\xBE"}, /* dtrif */
	{7161, 5, 3, false, "\xE2\x87\xB5"}, /* duarr */
	{7166, 5, 3, false, "\xE2\xA5\xAF"}, /* duhar */
	{7171, 7, 3, false, "\xE2\xA6\xA6"}, /* dwangle */
	{7178, 4, 2, false, "\xD1\x9F"}, /* dzcy */
	{7182, 8, 3, false, "\xE2\x9F\xBF"}, /* dzigrarr */
	{7190, 5, 3, false, "\xE2\xA9\xB7"}, /* eDDot */
	{7195, 4, 3, false, "\xE2\x89\x91"}, /* eDot */
	{7199, 6, 2, true, "\xC3\xA9"}, /* eacute */
	{7205, 6, 3, false, "\xE2\xA9\xAE"}, /* easter */
	{7211, 6, 2, false, "\xC4\x9B"}, /* ecaron */
	{7217, 4, 3, false, "\xE2\x89\x96"}, /* ecir */
	{7221, 5, 2, true, "\xC3\xAA"}, /* ecirc */
	{7226, 6, 3, false, "\xE2\x89\x95"}, /* ecolon */
	{7232, 3, 2, false, "\xD1\x8D"}, /* ecy */
	{7235, 4, 2, false, "\xC4\x97"}, /* edot */
	{7239, 2, 3, false, "\xE2\x85\x87"}, /* ee */
	{7241, 5, 3, false, "\xE2\x89\x92"}, /* efDot */
	{7246, 3, 4, false, "\xF0\x9D\x94\xA2"}, /* efr */
	{7249, 2, 3, false, "\xE2\xAA\x9A"}, /* eg */
	{7251, 6, 2, true, "\xC3\xA8"}, /* egrave */
	{7257, 3, 3, false, "\xE2\xAA\x96"}, /* egs */
	{7260, 6, 3, false, "\xE2\xAA\x98"}, /* egsdot */
	{7266, 2, 3, false, "\xE2\xAA\x99"}, /* el */
	{7268, 8, 3, false, "\xE2\x8F\xA7"}, /* elinters */
	{7276, 3, 3, false, "\xE2\x84\x93"}, /* ell */
	{7279, 3, 3, false, "\xE2\xAA\x95"}, /* els */
	{7282, 6, 3, false, "\xE2\xAA\x97"}, /* elsdot */
	{7288, 5, 2, false, "\xC4\x93"}, /* emacr */
	{7293, 5, 3, false, "\xE2\x88\x85"}, /* empty */
	{7298, 8, 3, false, "\xE2\x88\x85"}, /* emptyset */
	{7306, 6, 3, false, "\xE2\x88\x85"}, /* emptyv */
	{7312, 4, 3, false, "\xE2\x80\x83"}, /* emsp */
	{7316, 6, 3, false, "\xE2\x80\x84"}, /* emsp13 */
	{7322, 6, 3, false, "\xE2\x80\x85"}, /* emsp14 */
	{7328, 3, 2, false, "\xC5\x8B"}, /* eng */
	{7331, 4, 3, false, "\xE2\x80\x82"}, /* ensp */
	{7335, 5, 2, false, "\xC4\x99"}, /* eogon */
	{7340, 4, 4, false, "\xF0\x9D\x95\x96"}, /* eopf */
	{7344, 4, 3, false, "\xE2\x8B\x95"}, /* epar */
	{7348, 6, 3, false, "\xE2\xA7\xA3"}, /* eparsl */
	{7354, 5, 3, false, "\xE2\xA9\xB1"}, /* eplus */
	{7359, 4, 2, false, "\xCE\xB5"}, /* epsi */
	{7363, 7, 2, false, "\xCE\xB5"}, /* epsilon */
	{7370, 5, 2, false, "\xCF\xB5"}, /* epsiv */
	{7375, 6, 3, false, "\xE2\x89\x96"}, /* eqcirc */
	{7381, 7, 3, false, "\xE2\x89\x95"}, /* eqcolon */
	{7388, 5, 3, false, "\xE2\x89\x82"}, /* eqsim */
	{7393, 10, 3, false, "\xE2\xAA\x96"}, /* eqslantgtr */
	{7403, 11, 3, false, "\xE2\xAA\x95"}, /* eqslantless */
	{7414, 6, 1, false, "\x3D"}, /* equals */
	{7420, 6, 3, false, "\xE2\x89\x9F"}, /* equest */
	{7426, 5, 3, false, "\xE2\x89\xA1"}, /* equiv */
	{7431, 7, 3, false, "\xE2\xA9\xB8"}, /* equivDD */
	{7438, 8, 3, false, "\xE2\xA7\xA5"}, /* eqvparsl */
	{7446, 5, 3, false, "\xE2\x89\x93"}, /* erDot */
	{7451, 5, 3, false, "\xE2\xA5\xB1"}, /* erarr */
	{7456, 4, 3, false, "\xE2\x84\xAF"}, /* escr */
	{7460, 5, 3, false, "\xE2\x89\x90"}, /* esdot */
	{7465, 4, 3, false, "\xE2\x89\x82"}, /* esim */
	{7469, 3, 2, false, "\xCE\xB7"}, /* eta */
	{7472, 3, 2, true, "\xC3\xB0"}, /* eth */
	{7475, 4, 2, true, "\xC3\xAB"}, /* euml */
	{7479, 4, 3, false, "\xE2\x82\xAC"}, /* euro */
	{7483, 4, 1, false, "\x21"}, /* excl */
	{7487, 5, 3, false, "\xE2\x88\x83"}, /* exist */
	{7492, 11, 3, false, "\xE2\x84\xB0"}, /* expectation */
	{7503, 12, 3, false, "\xE2\x85\x87"}, /* exponentiale */
	{7515, 13, 3, false, "\xE2\x89\x92"}, /* fallingdotseq */
	{7528, 3, 2, false, "\xD1\x84"}, /* fcy */
	{7531, 6, 3, false, "\xE2\x99\x80"}, /* female */
	{7537, 6, 3, false, "\xEF\xAC\x83"}, /* ffilig */
	{7543, 5, 3, false, "\xEF\xAC\x80"}, /* fflig */
	{7548, 6, 3, false, "\xEF\xAC\x84"}, /* ffllig */
	{7554, 3, 4, false, "\xF0\x9D\x94\xA3"}, /* ffr */
	{7557, 5, 3, false, "\xEF\xAC\x81"}, /* filig */
	{7562, 5, 2, false, "\x66\x6A"}, /* fjlig */
	{7567, 4, 3, false, "\xE2\x99\xAD"}, /* flat */
	{7571, 5, 3, false, "\xEF\xAC\x82"}, /* fllig */
	{7576, 5, 3, false, "\xE2\x96\xB1"}, /* fltns */
	{7581, 4, 2, false, "\xC6\x92"}, /* fnof */
	{7585, 4, 4, false, "\xF0\x9D\x95\x97"}, /* fopf */
	{7589, 6, 3, false, "\xE2\x88\x80"}, /* forall */
	{7595, 4, 3, false, "\xE2\x8B\x94"}, /* fork */
	{7599, 5, 3, false, "\xE2\xAB\x99"}, /* forkv */
	{7604, 8, 3, false, "\xE2\xA8\x8D"}, /* fpartint */
	{7612, 6, 2, true, "\xC2\xBD"}, /* frac12 */
	{7618, 6, 3, false, "\xE2\x85\x93"}, /* frac13 */
	{7624, 6, 2, true, "\xC2\xBC"}, /* frac14 */
	{7630, 6, 3, false, "\xE2\x85\x95"}, /* frac15 */
	{7636, 6, 3, false, "\xE2\x85\x99"}, /* frac16 */
	{7642, 6, 3, false, "\xE2\x85\x9B"}, /* frac18 */
	{7648, 6, 3, false, "\xE2\x85\x94"}, /* frac23 */
	{7654, 6, 3, false, "\xE2\x85\x96"}, /* frac25 */
	{7660, 6, 2, true, "\xC2\xBE"}, /* frac34 */
	{7666, 6, 3, false, "\xE2\x85\x97"}, /* frac35 */
	{7672, 6, 3, false, "\xE2\x85\x9C"}, /* frac38 */
	{7678, 6, 3, false, "\xE2\x85\x98"}, /* frac45 */
	{7684, 6, 3, false, "\xE2\x85\x9A"}, /* frac56 */
	{7690, 6, 3, false, "\xE2\x85\x9D"}, /* frac58 */
	{7696, 6, 3, false, "\xE2\x85\x9E"}, /* frac78 */
	{7702, 5, 3, false, "\xE2\x81\x84"}, /* frasl */
	{7707, 5, 3, false, "\xE2\x8C\xA2"}, /* frown */
	{7712, 4, 4, false, "\xF0\x9D\x92\xBB"}, /* fscr */
	{7716, 2, 3, false, "\xE2\x89\xA7"}, /* gE */
	{7718, 3, 3, false, "\xE2\xAA\x8C"}, /* gEl */
	{7721, 6, 2, false, "\xC7\xB5"}, /* gacute */
	{7727, 5, 2, false, "\xCE\xB3"}, /* gamma */
	{7732, 6, 2, false, "\xCF\x9D"}, /* gammad */
	{7738, 3, 3, false, "\xE2\xAA\x86"}, /* gap */
	{7741, 6, 2, false, "\xC4\x9F"}, /* gbreve */
	{7747, 5, 2, false, "\xC4\x9D"}, /* gcirc */
	{7752, 3, 2, false, "\xD0\xB3"}, /* gcy */
	{7755, 4, 2, false, "\xC4\xA1"}, /* gdot */
	{7759, 2, 3, false, "\xE2\x89\xA5"}, /* ge */
	{7761, 3, 3, false, "\xE2\x8B\x9B"}, /* gel */
	{7764, 3, 3, false, "\xE2\x89\xA5"}, /* geq */
	{7767, 4, 3, false, "\xE2\x89\xA7"}, /* geqq */
	{7771, 8, 3, false, "\xE2\xA9\xBE"}, /* geqslant */
	{7779, 3, 3, false, "\xE2\xA9\xBE"}, /* ges */
	{7782, 5, 3, false, "\xE2\xAA\xA9"}, /* gescc */
	{7787, 6, 3, false, "\xE2\xAA\x80"}, /* gesdot */
	{7793, 7, 3, false, "\xE2\xAA\x82"}, /* gesdoto */
	{7800, 8, 3, false, "\xE2\xAA\x84"}, /* gesdotol */
	{7808, 4, 6, false, "\xE2\x8B\x9B\xEF\xB8\x80"}, /* gesl */
	{7812, 6, 3, false, "\xE2\xAA\x94"}, /* gesles */
	{7818, 3, 4, false, "\xF0\x9D\x94\xA4"}, /* gfr */
	{7821, 2, 3, false, "\xE2\x89\xAB"}, /* gg */
	{7823, 3, 3, false, "\xE2\x8B\x99"}, /* ggg */
	{7826, 5, 3, false, "\xE2\x84\xB7"}, /* gimel */
	{7831, 4, 2, false, "\xD1\x93"}, /* gjcy */
	{7835, 2, 3, false, "\xE2\x89\xB7"}, /* gl */
	{7837, 3, 3, false, "\xE2\xAA\x92"}, /* glE */
	{7840, 3, 3, false, "\xE2\xAA\xA5"}, /* gla */
	{7843, 3, 3, false, "\xE2\xAA\xA4"}, /* glj */
	{7846, 3, 3, false, "\xE2\x89\xA9"}, /* gnE */
	{7849, 4, 3, false, "\xE2\xAA\x8A"}, /* gnap */
	{7853, 8, 3, false, "\xE2\xAA\x8A"}, /* gnapprox */
	{7861, 3, 3, false, "\xE2\xAA\x88"}, /* gne */
	{7864, 4, 3, false, "\xE2\xAA\x88"}, /* gneq */
	{7868, 5, 3, false, "\xE2\x89\xA9"}, /* gneqq */
	{7873, 5, 3, false, "\xE2\x8B\xA7"}, /* gnsim */
	{7878, 4, 4, false, "\xF0\x9D\x95\x98"}, /* gopf */
	{7882, 5, 1, false, "\x60"}, /* grave */
	{7887, 4, 3, false, "\xE2\x84\x8A"}, /* gscr */
	{7891, 4, 3, false, "\xE2\x89\xB3"}, /* gsim */
	{7895, 5, 3, false, "\xE2\xAA\x8E"}, /* gsime */
	{7900, 5, 3, false, "\xE2\xAA\x90"}, /* gsiml */
	{7905, 2, 1, true, "\x3E"}, /* gt */
	{7907, 4, 3, false, "\xE2\xAA\xA7"}, /* gtcc */
	{7911, 5, 3, false, "\xE2\xA9\xBA"}, /* gtcir */
	{7916, 5, 3, false, "\xE2\x8B\x97"}, /* gtdot */
	{7921, 6, 3, false, "\xE2\xA6\x95"}, /* gtlPar */
	{7927, 7, 3, false, "\xE2\xA9\xBC"}, /* gtquest */
	{7934, 9, 3, false, "\xE2\xAA\x86"}, /* gtrapprox */
	{7943, 6, 3, false, "\xE2\xA5\xB8"}, /* gtrarr */
	{7949, 6, 3, false, "\xE2\x8B\x97"}, /* gtrdot */
	{7955, 9, 3, false, "\xE2\x8B\x9B"}, /* gtreqless */
	{7964, 10, 3, false, "\xE2\xAA\x8C"}, /* gtreqqless */
	{7974, 7, 3, false, "\xE2\x89\xB7"}, /* gtrless */
	{7981, 6, 3, false, "\xE2\x89\xB3"}, /* gtrsim */
	{7987, 9, 6, false, "\xE2\x89\xA9\xEF\xB8\x80"}, /* gvertneqq */
	{7996, 4, 6, false, "\xE2\x89\xA9\xEF\xB8\x80"}, /* gvnE */
	{8000, 4, 3, false, "\xE2\x87\x94"}, /* hArr */
	{8004, 6, 3, false, "\xE2\x80\x8A"}, /* hairsp */
	{8010, 4, 2, false, "\xC2\xBD"}, /* half */
	{8014, 6, 3, false, "\xE2\x84\x8B"}, /* hamilt */
	{8020, 6, 2, false, "\xD1\x8A"}, /* hardcy */
	{8026, 4, 3, false, "\xE2\x86\x94"}, /* harr */
	{8030, 7, 3, false, "\xE2\xA5\x88"}, /* harrcir */
	{8037, 5, 3, false, "\xE2\x86\xAD"}, /* harrw */
	{8042, 4, 3, false, "\xE2\x84\x8F"}, /* hbar */
	{8046, 5, 2, false, "\xC4\xA5"}, /* hcirc */
	{8051, 6, 3, false, "\xE2\x99\xA5"}, /* hearts */
	{8057, 9, 3, false, "\xE2\x99\xA5"}, /* heartsuit */
	{8066, 6, 3, false, "\xE2\x80\xA6"}, /* hellip */
	{8072, 6, 3, false, "\xE2\x8A\xB9"}, /* hercon */
	{8078, 3, 4, false, "\xF0\x9D\x94\xA5"}, /* hfr */
	{8081, 8, 3, false, "\xE2\xA4\xA5"}, /* hksearow */
	{8089, 8, 3, false, "\xE2\xA4\xA6"}, /* hkswarow */
	{8097, 5, 3, false, "\xE2\x87\xBF"}, /* hoarr */
	{8102, 6, 3, false, "\xE2\x88\xBB"}, /* homtht */
	{8108, 13, 3, false, "\xE2\x86\xA9"}, /* hookleftarrow */
	{8121, 14, 3, false, "\xE2\x86\xAA"}, /* hookrightarrow */
	{8135, 4, 4, false, "\xF0\x9D\x95\x99"}, /* hopf */
	{8139, 6, 3, false, "\xE2\x80\x95"}, /* horbar */
	{8145, 4, 4, false, "\xF0\x9D\x92\xBD"}, /* hscr */
	{8149, 6, 3, false, "\xE2\x84\x8F"}, /* hslash */
	{8155, 6, 2, false, "\xC4\xA7"}, /* hstrok */
	{8161, 6, 3, false, "\xE2\x81\x83"}, /* hybull */
	{8167, 6, 3, false, "\xE2\x80\x90"}, /* hyphen */
	{8173, 6, 2, true, "\xC3\xAD"}, /* iacute */
	{8179, 2, 3, false, "\xE2\x81\xA3"}, /* ic */
	{8181, 5, 2, true, "\xC3\xAE"}, /* icirc */
	{8186, 3, 2, false, "\xD0\xB8"}, /* icy */
	{8189, 4, 2, false, "\xD0\xB5"}, /* iecy */
	{8193, 5, 2, true, "\xC2\xA1"}, /* iexcl */
	{8198, 3, 3, false, "\xE2\x87\x94"}, /* iff */
	{8201, 3, 4, false, "\xF0\x9D\x94\xA6"}, /* ifr */
	{8204, 6, 2, true, "\xC3\xAC"}, /* igrave */
	{8210, 2, 3, false, "\xE2\x85\x88"}, /* ii */
	{8212, 6, 3, false, "\xE2\xA8\x8C"}, /* iiiint */
	{8218, 5, 3, false, "\xE2\x88\xAD"}, /* iiint */
	{8223, 6, 3, false, "\xE2\xA7\x9C"}, /* iinfin */
	{8229, 5, 3, false, "\xE2\x84\xA9"}, /* iiota */
	{8234, 5, 2, false, "\xC4\xB3"}, /* ijlig */
	{8239, 5, 2, false, "\xC4\xAB"}, /* imacr */
	{8244, 5, 3, false, "\xE2\x84\x91"}, /* image */
	{8249, 8, 3, false, "\xE2\x84\x90"}, /* imagline */
	{8257, 8, 3, false, "\xE2\x84\x91"}, /* imagpart */
	{8265, 5, 2, false, "\xC4\xB1"}, /* imath */
	{8270, 4, 3, false, "\xE2\x8A\xB7"}, /* imof */
	{8274, 5, 2, false, "\xC6\xB5"}, /* imped */
	{8279, 2, 3, false, "\xE2\x88\x88"}, /* in */
	{8281, 6, 3, false, "\xE2\x84\x85"}, /* incare */
	{8287, 5, 3, false, "\xE2\x88\x9E"}, /* infin */
	{8292, 8, 3, false, "\xE2\xA7\x9D"}, /* infintie */
	{8300, 6, 2, false, "\xC4\xB1"}, /* inodot */
	{8306, 3, 3, false, "\xE2\x88\xAB"}, /* int */
	{8309, 6, 3, false, "\xE2\x8A\xBA"}, /* intcal */
	{8315, 8, 3, false, "\xE2\x84\xA4"}, /* integers */
	{8323, 8, 3, false, "\xE2\x8A\xBA"}, /* intercal */
	{8331, 8, 3, false, "\xE2\xA8\x97"}, /* intlarhk */
	{8339, 7, 3, false, "\xE2\xA8\xBC"}, /* intprod */
	{8346, 4, 2, false, "\xD1\x91"}, /* iocy */
	{8350, 5, 2, false, "\xC4\xAF"}, /* iogon */
	{8355, 4, 4, false, "\xF0\x9D\x95\x9A"}, /* iopf */
	{8359, 4, 2, false, "\xCE\xB9"}, /* iota */
	{8363, 5, 3, false, "\xE2\xA8\xBC"}, /* iprod */
	{8368, 6, 2, true, "\xC2\xBF"}, /* iquest */
	{8374, 4, 4, false, "\xF0\x9D\x92\xBE"}, /* iscr */
	{8378, 4, 3, false, "\xE2\x88\x88"}, /* isin */
	{8382, 5, 3, false, "\xE2\x8B\xB9"}, /* isinE */
	{8387, 7, 3, false, "\xE2\x8B\xB5"}, /* isindot */
	{8394, 5, 3, false, "\xE2\x8B\xB4"}, /* isins */
	{8399, 6, 3, false, "\xE2\x8B\xB3"}, /* isinsv */
	{8405, 5, 3, false, "\xE2\x88\x88"}, /* isinv */
	{8410, 2, 3, false, "\xE2\x81\xA2"}, /* it */
	{8412, 6, 2, false, "\xC4\xA9"}, /* itilde */
	{8418, 5, 2, false, "\xD1\x96"}, /* iukcy */
	{8423, 4, 2, true, "\xC3\xAF"}, /* iuml */
	{8427, 5, 2, false, "\xC4\xB5"}, /* jcirc */
	{8432, 3, 2, false, "\xD0\xB9"}, /* jcy */
	{8435, 3, 4, false, "\xF0\x9D\x94\xA7"}, /* jfr */
	{8438, 5, 2, false, "\xC8\xB7"}, /* jmath */
	{8443, 4, 4, false, "\xF0\x9D\x95\x9B"}, /* jopf */
	{8447, 4, 4, false, "\xF0\x9D\x92\xBF"}, /* jscr */
	{8451, 6, 2, false, "\xD1\x98"}, /* jsercy */
	{8457, 5, 2, false, "\xD1\x94"}, /* jukcy */
	{8462, 5, 2, false, "\xCE\xBA"}, /* kappa */
	{8467, 6, 2, false, "\xCF\xB0"}, /* kappav */
	{8473, 6, 2, false, "\xC4\xB7"}, /* kcedil */
	{8479, 3, 2, false, "\xD0\xBA"}, /* kcy */
	{8482, 3, 4, false, "\xF0\x9D\x94\xA8"}, /* kfr */
	{8485, 6, 2, false, "\xC4\xB8"}, /* kgreen */
	{8491, 4, 2, false, "\xD1\x85"}, /* khcy */
	{8495, 4, 2, false, "\xD1\x9C"}, /* kjcy */
	{8499, 4, 4, false, "\xF0\x9D\x95\x9C"}, /* kopf */
	{8503, 4, 4, false, "\xF0\x9D\x93\x80"}, /* kscr */
	{8507, 5, 3, false, "\xE2\x87\x9A"}, /* lAarr */
	{8512, 4, 3, false, "\xE2\x87\x90"}, /* lArr */
	{8516, 6, 3, false, "\xE2\xA4\x9B"}, /* lAtail */
	{8522, 5, 3, false, "\xE2\xA4\x8E"}, /* lBarr */
	{8527, 2, 3, false, "\xE2\x89\xA6"}, /* lE */
	{8529, 3, 3, false, "\xE2\xAA\x8B"}, /* lEg */
	{8532, 4, 3, false, "\xE2\xA5\xA2"}, /* lHar */
	{8536, 6, 2, false, "\xC4\xBA"}, /* lacute */
	{8542, 8, 3, false, "\xE2\xA6\xB4"}, /* laemptyv */
	{8550, 6, 3, false, "\xE2\x84\x92"}, /* lagran */
	{8556, 6, 2, false, "\xCE\xBB"}, /* lambda */
	{8562, 4, 3, false, "\xE2\x9F\xA8"}, /* lang */
	{8566, 5, 3, false, "\xE2\xA6\x91"}, /* langd */
	{8571, 6, 3, false, "\xE2\x9F\xA8"}, /* langle */
	{8577, 3, 3, false, "\xE2\xAA\x85"}, /* lap */
	{8580, 5, 2, true, "\xC2\xAB"}, /* laquo */
	{8585, 4, 3, false, "\xE2\x86\x90"}, /* larr */
	{8589, 5, 3, false, "\xE2\x87\xA4"}, /* larrb */
	{8594, 7, 3, false, "\xE2\xA4\x9F"}, /* larrbfs */
	{8601, 6, 3, false, "\xE2\xA4\x9D"}, /* larrfs */
	{8607, 6, 3, false, "\xE2\x86\xA9"}, /* larrhk */
	{8613, 6, 3, false, "\xE2\x86\xAB"}, /* larrlp */
	{8619, 6, 3, false, "\xE2\xA4\xB9"}, /* larrpl */
	{8625, 7, 3, false, "\xE2\xA5\xB3"}, /* larrsim */
	{8632, 6, 3, false, "\xE2\x86\xA2"}, /* larrtl */
	{8638, 3, 3, false, "\xE2\xAA\xAB"}, /* lat */
	{8641, 6, 3, false, "\xE2\xA4\x99"}, /* latail */
	{8647, 4, 3, false, "\xE2\xAA\xAD"}, /* late */
	{8651, 5, 6, false, "\xE2\xAA\xAD\xEF\xB8\x80"}, /* lates */
	{8656, 5, 3, false, "\xE2\xA4\x8C"}, /* lbarr */
	{8661, 5, 3, false, "\xE2\x9D\xB2"}, /* lbbrk */
	{8666, 6, 1, false, "\x7B"}, /* lbrace */
	{8672, 6, 1, false, "\x5B"}, /* lbrack */
	{8678, 5, 3, false, "\xE2\xA6\x8B"}, /* lbrke */
	{8683, 7, 3, false, "\xE2\xA6\x8F"}, /* lbrksld */
	{8690, 7, 3, false, "\xE2\xA6\x8D"}, /* lbrkslu */
	{8697, 6, 2, false, "\xC4\xBE"}, /* lcaron */
	{8703, 6, 2, false, "\xC4\xBC"}, /* lcedil */
	{8709, 5, 3, false, "\xE2\x8C\x88"}, /* lceil */
	{8714, 4, 1, false, "\x7B"}, /* lcub */
	{8718, 3, 2, false, "\xD0\xBB"}, /* lcy */
	{8721, 4, 3, false, "\xE2\xA4\xB6"}, /* ldca */
	{8725, 5, 3, false, "\xE2\x80\x9C"}, /* ldquo */
	{8730, 6, 3, false, "\xE2\x80\x9E"}, /* ldquor */
	{8736, 7, 3, false, "\xE2\xA5\xA7"}, /* ldrdhar */
	{8743, 8, 3, false, "\xE2\xA5\x8B"}, /* ldrushar */
	{8751, 4, 3, false, "\xE2\x86\xB2"}, /* ldsh */
	{8755, 2, 3, false, "\xE2\x89\xA4"}, /* le */
	{8757, 9, 3, false, "\xE2\x86\x90"}, /* leftarrow */
	{8766, 13, 3, false, "\xE2\x86\xA2"}, /* leftarrowtail */
	{8779, 15, 3, false, "\xE2\x86\xBD"}, /* leftharpoondown */
	{8794, 13, 3, false, "\xE2\x86\xBC"}, /* leftharpoonup */
	{8807, 14, 3, false, "\xE2\x87\x87"}, /* leftleftarrows */
	{8821, 14, 3, false, "\xE2\x86\x94"}, /* leftrightarrow */
	{8835, 15, 3, false, "\xE2\x87\x86"}, /* leftrightarrows */
	{8850, 17, 3, false, "\xE2\x87\x8B"}, /* leftrightharpoons */
	{8867, 19, 3, false, "\xE2\x86\xAD"}, /* leftrightsquigarrow */
	{8886, 14, 3, false, "\xE2\x8B\x8B"}, /* leftthreetimes */
	{8900, 3, 3, false, "\xE2\x8B\x9A"}, /* leg */
	{8903, 3, 3, false, "\xE2\x89\xA4"}, /* leq */
	{8906, 4, 3, false, "\xE2\x89\xA6"}, /* leqq */
	{8910, 8, 3, false, "\xE2\xA9\xBD"}, /* leqslant */
	{8918, 3, 3, false, "\xE2\xA9\xBD"}, /* les */
	{8921, 5, 3, false, "\xE2\xAA\xA8"}, /* lescc */
	{8926, 6, 3, false, "\xE2\xA9\xBF"}, /* lesdot */
	{8932, 7, 3, false, "\xE2\xAA\x81"}, /* lesdoto */
	{8939, 8, 3, false, "\xE2\xAA\x83"}, /* lesdotor */
	{8947, 4, 6, false, "\xE2\x8B\x9A\xEF\xB8\x80"}, /* lesg */
	{8951, 6, 3, false, "\xE2\xAA\x93"}, /* lesges */
	{8957, 10, 3, false, "\xE2\xAA\x85"}, /* lessapprox */
	{8967, 7, 3, false, "\xE2\x8B\x96"}, /* lessdot */
	{8974, 9, 3, false, "\xE2\x8B\x9A"}, /* lesseqgtr */
	{8983, 10, 3, false, "\xE2\xAA\x8B"}, /* lesseqqgtr */
	{8993, 7, 3, false, "\xE2\x89\xB6"}, /* lessgtr */
	{9000, 7, 3, false, "\xE2\x89\xB2"}, /* lesssim */
	{9007, 6, 3, false, "\xE2\xA5\xBC"}, /* lfisht */
	{9013, 6, 3, false, "\xE2\x8C\x8A"}, /* lfloor */
	{9019, 3, 4, false, "\xF0\x9D\x94\xA9"}, /* lfr */
	{9022, 2, 3, false, "\xE2\x89\xB6"}, /* lg */
	{9024, 3, 3, false, "\xE2\xAA\x91"}, /* lgE */
	{9027, 5, 3, false, "\xE2\x86\xBD"}, /* lhard */
	{9032, 5, 3, false, "\xE2\x86\xBC"}, /* lharu */
	{9037, 6, 3, false, "\xE2\xA5\xAA"}, /* lharul */
	{9043, 5, 3, false, "\xE2\x96\x84"}, /* lhblk */
	{9048, 4, 2, false, "\xD1\x99"}, /* ljcy */
	{9052, 2, 3, false, "\xE2\x89\xAA"}, /* ll */
	{9054, 5, 3, false, "\xE2\x87\x87"}, /* llarr */
	{9059, 8, 3, false, "\xE2\x8C\x9E"}, /* llcorner */
	{9067, 6, 3, false, "\xE2\xA5\xAB"}, /* llhard */
	{9073, 5, 3, false, "\xE2\x97\xBA"}, /* lltri */
	{9078, 6, 2, false, "\xC5\x80"}, /* lmidot */
	{9084, 6, 3, false, "\xE2\x8E\xB0"}, /* lmoust */
	{9090, 10, 3, false, "\xE2\x8E\xB0"}, /* lmoustache */
	{9100, 3, 3, false, "\xE2\x89\xA8"}, /* lnE */
	{9103, 4, 3, false, "\xE2\xAA\x89"}, /* lnap */
	{9107, 8, 3, false, "\xE2\xAA\x89"}, /* lnapprox */
	{9115, 3, 3, false, "\xE2\xAA\x87"}, /* lne */
	{9118, 4, 3, false, "\xE2\xAA\x87"}, /* lneq */
	{9122, 5, 3, false, "\xE2\x89\xA8"}, /* lneqq */
	{9127, 5, 3, false, "\xE2\x8B\xA6"}, /* lnsim */
	{9132, 5, 3, false, "\xE2\x9F\xAC"}, /* loang */
	{9137, 5, 3, false, "\xE2\x87\xBD"}, /* loarr */
	{9142, 5, 3, false, "\xE2\x9F\xA6"}, /* lobrk */
	{9147, 13, 3, false, "\xE2\x9F\xB5"}, /* longleftarrow */
	{9160, 18, 3, false, "\xE2\x9F\xB7"}, /* longleftrightarrow */
	{9178, 10, 3, false, "\xE2\x9F\xBC"}, /* longmapsto */
	{9188, 14, 3, false, "\xE2\x9F\xB6"}, /* longrightarrow */
	{9202, 13, 3, false, "\xE2\x86\xAB"}, /* looparrowleft */
	{9215, 14, 3, false, "\xE2\x86\xAC"}, /* looparrowright */
	{9229, 5, 3, false, "\xE2\xA6\x85"}, /* lopar */
	{9234, 4, 4, false, "\xF0\x9D\x95\x9D"}, /* lopf */
	{9238, 6, 3, false, "\xE2\xA8\xAD"}, /* loplus */
	{9244, 7, 3, false, "\xE2\xA8\xB4"}, /* lotimes */
	{9251, 6, 3, false, "\xE2\x88\x97"}, /* lowast */
	{9257, 6, 1, false, "\x5F"}, /* lowbar */
	{9263, 3, 3, false, "\xE2\x97\x8A"}, /* loz */
	{9266, 7, 3, false, "\xE2\x97\x8A"}, /* lozenge */
	{9273, 4, 3, false, "\xE2\xA7\xAB"}, /* lozf */
	{9277, 4, 1, false, "\x28"}, /* lpar */
	{9281, 6, 3, false, "\xE2\xA6\x93"}, /* lparlt */
	{9287, 5, 3, false, "\xE2\x87\x86"}, /* lrarr */
	{9292, 8, 3, false, "\xE2\x8C\x9F"}, /* lrcorner */
	{9300, 5, 3, false, "\xE2\x87\x8B"}, /* lrhar */
	{9305, 6, 3, false, "\xE2\xA5\xAD"}, /* lrhard */
	{9311, 3, 3, false, "\xE2\x80\x8E"}, /* lrm */
	{9314, 5, 3, false, "\xE2\x8A\xBF"}, /* lrtri */
	{9319, 6, 3, false, "\xE2\x80\xB9"}, /* lsaquo */
	{9325, 4, 4, false, "\xF0\x9D\x93\x81"}, /* lscr */
	{9329, 3, 3, false, "\xE2\x86\xB0"}, /* lsh */
	{9332, 4, 3, false, "\xE2\x89\xB2"}, /* lsim */
	{9336, 5, 3, false, "\xE2\xAA\x8D"}, /* lsime */
	{9341, 5, 3, false, "\xE2\xAA\x8F"}, /* lsimg */
	{9346, 4, 1, false, "\x5B"}, /* lsqb */
	{9350, 5, 3, false, "\xE2\x80\x98"}, /* lsquo */
	{9355, 6, 3, false, "\xE2\x80\x9A"}, /* lsquor */
	{9361, 6, 2, false, "\xC5\x82"}, /* lstrok */
	{9367, 2, 1, true, "\x3C"}, /* lt */
	{9369, 4, 3, false, "\xE2\xAA\xA6"}, /* ltcc */
	{9373, 5, 3, false, "\xE2\xA9\xB9"}, /* ltcir */
	{9378, 5, 3, false, "\xE2\x8B\x96"}, /* ltdot */
	{9383, 6, 3, false, "\xE2\x8B\x8B"}, /* lthree */
	{9389, 6, 3, false, "\xE2\x8B\x89"}, /* ltimes */
	{9395, 6, 3, false, "\xE2\xA5\xB6"}, /* ltlarr */
	{9401, 7, 3, false, "\xE2\xA9\xBB"}, /* ltquest */
	{9408, 6, 3, false, "\xE2\xA6\x96"}, /* ltrPar */
	{9414, 4, 3, false, "\xE2\x97\x83"}, /* ltri */
	{9418, 5, 3, false, "\xE2\x8A\xB4"}, /* ltrie */
	{9423, 5, 3, false, "\xE2\x97\x82"}, /* ltrif */
	{9428, 8, 3, false, "\xE2\xA5\x8A"}, /* lurdshar */
	{9436, 7, 3, false, "\xE2\xA5\xA6"}, /* luruhar */
	{9443, 9, 6, false, "\xE2\x89\xA8\xEF\xB8\x80"}, /* lvertneqq */
	{9452, 4, 6, false, "\xE2\x89\xA8\xEF\xB8\x80"}, /* lvnE */
	{9456, 5, 3, false, "\xE2\x88\xBA"}, /* mDDot */
	{9461, 4, 2, true, "\xC2\xAF"}, /* macr */
	{9465, 4, 3, false, "\xE2\x99\x82"}, /* male */
	{9469, 4, 3, false, "\xE2\x9C\xA0"}, /* malt */
	{9473, 7, 3, false, "\xE2\x9C\xA0"}, /* maltese */
	{9480, 3, 3, false, "\xE2\x86\xA6"}, /* map */
	{9483, 6, 3, false, "\xE2\x86\xA6"}, /* mapsto */
	{9489, 10, 3, false, "\xE2\x86\xA7"}, /* mapstodown */
	{9499, 10, 3, false, "\xE2\x86\xA4"}, /* mapstoleft */
	{9509, 8, 3, false, "\xE2\x86\xA5"}, /* mapstoup */
	{9517, 6, 3, false, "\xE2\x96\xAE"}, /* marker */
	{9523, 6, 3, false, "\xE2\xA8\xA9"}, /* mcomma */
	{9529, 3, 2, false, "\xD0\xBC"}, /* mcy */
	{9532, 5, 3, false, "\xE2\x80\x94"}, /* mdash */
	{9537, 13, 3, false, "\xE2\x88\xA1"}, /* measuredangle */
	{9550, 3, 4, false, "\xF0\x9D\x94\xAA"}, /* mfr */
	{9553, 3, 3, false, "\xE2\x84\xA7"}, /* mho */
	{9556, 5, 2, true, "\xC2\xB5"}, /* micro */
	{9561, 3, 3, false, "\xE2\x88\xA3"}, /* mid */
	{9564, 6, 1, false, "\x2A"}, /* midast */
	{9570, 6, 3, false, "\xE2\xAB\xB0"}, /* midcir */
	{9576, 6, 2, true, "\xC2\xB7"}, /* middot */
	{9582, 5, 3, false, "\xE2\x88\x92"}, /* minus */
	{9587, 6, 3, false, "\xE2\x8A\x9F"}, /* minusb */
	{9593, 6, 3, false, "\xE2\x88\xB8"}, /* minusd */
	{9599, 7, 3, false, "\xE2\xA8\xAA"}, /* minusdu */
	{9606, 4, 3, false, "\xE2\xAB\x9B"}, /* mlcp */
	{9610, 4, 3, false, "\xE2\x80\xA6"}, /* mldr */
	{9614, 6, 3, false, "\xE2\x88\x93"}, /* mnplus */
	{9620, 6, 3, false, "\xE2\x8A\xA7"}, /* models */
	{9626, 4, 4, false, "\xF0\x9D\x95\x9E"}, /* mopf */
	{9630, 2, 3, false, "\xE2\x88\x93"}, /* mp */
	{9632, 4, 4, false, "\xF0\x9D\x93\x82"}, /* mscr */
	{9636, 6, 3, false, "\xE2\x88\xBE"}, /* mstpos */
	{9642, 2, 2, false, "\xCE\xBC"}, /* mu */
	{9644, 8, 3, false, "\xE2\x8A\xB8"}, /* multimap */
	{9652, 5, 3, false, "\xE2\x8A\xB8"}, /* mumap */
	{9657, 3, 5, false, "\xE2\x8B\x99\xCC\xB8"}, /* nGg */
	{9660, 3, 6, false, "\xE2\x89\xAB\xE2\x83\x92"}, /* nGt */
	{9663, 4, 5, false, "\xE2\x89\xAB\xCC\xB8"}, /* nGtv */
	{9667, 10, 3, false, "\xE2\x87\x8D"}, /* nLeftarrow */
	{9677, 15, 3, false, "\xE2\x87\x8E"}, /* nLeftrightarrow */
	{9692, 3, 5, false, "\xE2\x8B\x98\xCC\xB8"}, /* nLl */
	{9695, 3, 6, false, "\xE2\x89\xAA\xE2\x83\x92"}, /* nLt */
	{9698, 4, 5, false, "\xE2\x89\xAA\xCC\xB8"}, /* nLtv */
	{9702, 11, 3, false, "\xE2\x87\x8F"}, /* nRightarrow */
	{9713, 6, 3, false, "\xE2\x8A\xAF"}, /* nVDash */
	{9719, 6, 3, false, "\xE2\x8A\xAE"}, /* nVdash */
	{9725, 5, 3, false, "\xE2\x88\x87"}, /* nabla */
	{9730, 6, 2, false, "\xC5\x84"}, /* nacute */
	{9736, 4, 6, false, "\xE2\x88\xA0\xE2\x83\x92"}, /* nang */
	{9740, 3, 3, false, "\xE2\x89\x89"}, /* nap */
	{9743, 4, 5, false, "\xE2\xA9\xB0\xCC\xB8"}, /* napE */
	{9747, 5, 5, false, "\xE2\x89\x8B\xCC\xB8"}, /* napid */
	{9752, 5, 2, false, "\xC5\x89"}, /* napos */
	{9757, 7, 3, false, "\xE2\x89\x89"}, /* napprox */
	{9764, 5, 3, false, "\xE2\x99\xAE"}, /* natur */
	{9769, 7, 3, false, "\xE2\x99\xAE"}, /* natural */
	{9776, 8, 3, false, "\xE2\x84\x95"}, /* naturals */
	{9784, 4, 2, true, "\xC2\xA0"}, /* nbsp */
	{9788, 5, 5, false, "\xE2\x89\x8E\xCC\xB8"}, /* nbump */
	{9793, 6, 5, false, "\xE2\x89\x8F\xCC\xB8"}, /* nbumpe */
	{9799, 4, 3, false, "\xE2\xA9\x83"}, /* ncap */
	{9803, 6, 2, false, "\xC5\x88"}, /* ncaron */
	{9809, 6, 2, false, "\xC5\x86"}, /* ncedil */
	{9815, 5, 3, false, "\xE2\x89\x87"}, /* ncong */
	{9820, 8, 5, false, "\xE2\xA9\xAD\xCC\xB8"}, /* ncongdot */
	{9828, 4, 3, false, "\xE2\xA9\x82"}, /* ncup */
	{9832, 3, 2, false, "\xD0\xBD"}, /* ncy */
	{9835, 5, 3, false, "\xE2\x80\x93"}, /* ndash */
	{9840, 2, 3, false, "\xE2\x89\xA0"}, /* ne */
	{9842, 5, 3, false, "\xE2\x87\x97"}, /* neArr */
	{9847, 6, 3, false, "\xE2\xA4\xA4"}, /* nearhk */
	{9853, 5, 3, false, "\xE2\x86\x97"}, /* nearr */
	{9858, 7, 3, false, "\xE2\x86\x97"}, /* nearrow */
	{9865, 5, 5, false, "\xE2\x89\x90\xCC\xB8"}, /* nedot */
	{9870, 6, 3, false, "\xE2\x89\xA2"}, /* nequiv */
	{9876, 6, 3, false, "\xE2\xA4\xA8"}, /* nesear */
	{9882, 5, 5, false, "\xE2\x89\x82\xCC\xB8"}, /* nesim */
	{9887, 6, 3, false, "\xE2\x88\x84"}, /* nexist */
	{9893, 7, 3, false, "\xE2\x88\x84"}, /* nexists */
	{9900, 3, 4, false, "\xF0\x9D\x94\xAB"}, /* nfr */
	{9903, 3, 5, false, "\xE2\x89\xA7\xCC\xB8"}, /* ngE */
	{9906, 3, 3, false, "\xE2\x89\xB1"}, /* nge */
	{9909, 4, 3, false, "\xE2\x89\xB1"}, /* ngeq */
	{9913, 5, 5, false, "\xE2\x89\xA7\xCC\xB8"}, /* ngeqq */
	{9918, 9, 5, false, "\xE2\xA9\xBE\xCC\xB8"}, /* ngeqslant */
	{9927, 4, 5, false, "\xE2\xA9\xBE\xCC\xB8"}, /* nges */
	{9931, 5, 3, false, "\xE2\x89\xB5"}, /* ngsim */
	{9936, 3, 3, false, "\xE2\x89\xAF"}, /* ngt */
	{9939, 4, 3, false, "\xE2\x89\xAF"}, /* ngtr */
	{9943, 5, 3, false, "\xE2\x87\x8E"}, /* nhArr */
	{9948, 5, 3, false, "\xE2\x86\xAE"}, /* nharr */
	{9953, 5, 3, false, "\xE2\xAB\xB2"}, /* nhpar */
	{9958, 2, 3, false, "\xE2\x88\x8B"}, /* ni */
	{9960, 3, 3, false, "\xE2\x8B\xBC"}, /* nis */
	{9963, 4, 3, false, "\xE2\x8B\xBA"}, /* nisd */
	{9967, 3, 3, false, "\xE2\x88\x8B"}, /* niv */
	{9970, 4, 2, false, "\xD1\x9A"}, /* njcy */
	{9974, 5, 3, false, "\xE2\x87\x8D"}, /* nlArr */
	{9979, 3, 5, false, "\xE2\x89\xA6\xCC\xB8"}, /* nlE */
	{9982, 5, 3, false, "\xE2\x86\x9A"}, /* nlarr */
	{9987, 4, 3, false, "\xE2\x80\xA5"}, /* nldr */
	{9991, 3, 3, false, "\xE2\x89\xB0"}, /* nle */
	{9994, 10, 3, false, "\xE2\x86\x9A"}, /* nleftarrow */
	{10004, 15, 3, false, "\xE2\x86\xAE"}, /* nleftrightarrow */
	{10019, 4, 3, false, "\xE2\x89\xB0"}, /* nleq */
	{10023, 5, 5, false, "\xE2\x89\xA6\xCC\xB8"}, /* nleqq */
	{10028, 9, 5, false, "\xE2\xA9\xBD\xCC\xB8"}, /* nleqslant */
	{10037, 4, 5, false, "\xE2\xA9\xBD\xCC\xB8"}, /* nles */
	{10041, 5, 3, false, "\xE2\x89\xAE"}, /* nless */
	{10046, 5, 3, false, "\xE2\x89\xB4"}, /* nlsim */
	{10051, 3, 3, false, "\xE2\x89\xAE"}, /* nlt */
	{10054, 5, 3, false, "\xE2\x8B\xAA"}, /* nltri */
	{10059, 6, 3, false, "\xE2\x8B\xAC"}, /* nltrie */
	{10065, 4, 3, false, "\xE2\x88\xA4"}, /* nmid */
	{10069, 4, 4, false, "\xF0\x9D\x95\x9F"}, /* nopf */
	{10073, 3, 2, true, "\xC2\xAC"}, /* not */
	{10076, 5, 3, false, "\xE2\x88\x89"}, /* notin */
	{10081, 6, 5, false, "\xE2\x8B\xB9\xCC\xB8"}, /* notinE */
	{10087, 8, 5, false, "\xE2\x8B\xB5\xCC\xB8"}, /* notindot */
	{10095, 7, 3, false, "\xE2\x88\x89"}, /* notinva */
	{10102, 7, 3, false, "\xE2\x8B\xB7"}, /* notinvb */
	{10109, 7, 3, false, "\xE2\x8B\xB6"}, /* notinvc */
	{10116, 5, 3, false, "\xE2\x88\x8C"}, /* notni */
	{10121, 7, 3, false, "\xE2\x88\x8C"}, /* notniva */
	{10128, 7, 3, false, "\xE2\x8B\xBE"}, /* notnivb */
	{10135, 7, 3, false, "\xE2\x8B\xBD"}, /* notnivc */
	{10142, 4, 3, false, "\xE2\x88\xA6"}, /* npar */
	{10146, 9, 3, false, "\xE2\x88\xA6"}, /* nparallel */
	{10155, 6, 6, false, "\xE2\xAB\xBD\xE2\x83\xA5"}, /* nparsl */
	{10161, 5, 5, false, "\xE2\x88\x82\xCC\xB8"}, /* npart */
	{10166, 7, 3, false, "\xE2\xA8\x94"}, /* npolint */
	{10173, 3, 3, false, "\xE2\x8A\x80"}, /* npr */
	{10176, 6, 3, false, "\xE2\x8B\xA0"}, /* nprcue */
	{10182, 4, 5, false, "\xE2\xAA\xAF\xCC\xB8"}, /* npre */
	{10186, 5, 3, false, "\xE2\x8A\x80"}, /* nprec */
	{10191, 7, 5, false, "\xE2\xAA\xAF\xCC\xB8"}, /* npreceq */
	{10198, 5, 3, false, "\xE2\x87\x8F"}, /* nrArr */
	{10203, 5, 3, false, "\xE2\x86\x9B"}, /* nrarr */
	{10208, 6, 5, false, "\xE2\xA4\xB3\xCC\xB8"}, /* nrarrc */
	{10214, 6, 5, false, "\xE2\x86\x9D\xCC\xB8"}, /* nrarrw */
	{10220, 11, 3, false, "\xE2\x86\x9B"}, /* nrightarrow */
	{10231, 5, 3, false, "\xE2\x8B\xAB"}, /* nrtri */
	{10236, 6, 3, false, "\xE2\x8B\xAD"}, /* nrtrie */
	{10242, 3, 3, false, "\xE2\x8A\x81"}, /* nsc */
	{10245, 6, 3, false, "\xE2\x8B\xA1"}, /* nsccue */
	{10251, 4, 5, false, "\xE2\xAA\xB0\xCC\xB8"}, /* nsce */
	{10255, 4, 4, false, "\xF0\x9D\x93\x83"}, /* nscr */
	{10259, 9, 3, false, "\xE2\x88\xA4"}, /* nshortmid */
	{10268, 14, 3, false, "\xE2\x88\xA6"}, /* nshortparallel */
	{10282, 4, 3, false, "\xE2\x89\x81"}, /* nsim */
	{10286, 5, 3, false, "\xE2\x89\x84"}, /* nsime */
	{10291, 6, 3, false, "\xE2\x89\x84"}, /* nsimeq */
	{10297, 5, 3, false, "\xE2\x88\xA4"}, /* nsmid */
	{10302, 5, 3, false, "\xE2\x88\xA6"}, /* nspar */
	{10307, 7, 3, false, "\xE2\x8B\xA2"}, /* nsqsube */
	{10314, 7, 3, false, "\xE2\x8B\xA3"}, /* nsqsupe */
	{10321, 4, 3, false, "\xE2\x8A\x84"}, /* nsub */
	{10325, 5, 5, false, "\xE2\xAB\x85\xCC\xB8"}, /* nsubE */
	{10330, 5, 3, false, "\xE2\x8A\x88"}, /* nsube */
	{10335, 7, 6, false, "\xE2\x8A\x82\xE2\x83\x92"}, /* nsubset */
	{10342, 9, 3, false, "\xE2\x8A\x88"}, /* nsubseteq */
	{10351, 10, 5, false, "\xE2\xAB\x85\xCC\xB8"}, /* nsubseteqq */
	{10361, 5, 3, false, "\xE2\x8A\x81"}, /* nsucc */
	{10366, 7, 5, false, "\xE2\xAA\xB0\xCC\xB8"}, /* nsucceq */
	{10373, 4, 3, false, "\xE2\x8A\x85"}, /* nsup */
	{10377, 5, 5, false, "\xE2\xAB\x86\xCC\xB8"}, /* nsupE */
	{10382, 5, 3, false, "\xE2\x8A\x89"}, /* nsupe */
	{10387, 7, 6, false, "\xE2\x8A\x83\xE2\x83\x92"}, /* nsupset */
	{10394, 9, 3, false, "\xE2\x8A\x89"}, /* nsupseteq */
	{10403, 10, 5, false, "\xE2\xAB\x86\xCC\xB8"}, /* nsupseteqq */
	{10413, 4, 3, false, "\xE2\x89\xB9"}, /* ntgl */
	{10417, 6, 2, true, "\xC3\xB1"}, /* ntilde */
	{10423, 4, 3, false, "\xE2\x89\xB8"}, /* ntlg */
	{10427, 13, 3, false, "\xE2\x8B\xAA"}, /* ntriangleleft */
	{10440, 15, 3, false, "\xE2\x8B\xAC"}, /* ntrianglelefteq */
	{10455, 14, 3, false, "\xE2\x8B\xAB"}, /* ntriangleright */
	{10469, 16, 3, false, "\xE2\x8B\xAD"}, /* ntrianglerighteq */
	{10485, 2, 2, false, "\xCE\xBD"}, /* nu */
	{10487, 3, 1, false, "\x23"}, /* num */
	{10490, 6, 3, false, "\xE2\x84\x96"}, /* numero */
	{10496, 5, 3, false, "\xE2\x80\x87"}, /* numsp */
	{10501, 6, 3, false, "\xE2\x8A\xAD"}, /* nvDash */
	{10507, 6, 3, false, "\xE2\xA4\x84"}, /* nvHarr */
	{10513, 4, 6, false, "\xE2\x89\x8D\xE2\x83\x92"}, /* nvap */
	{10517, 6, 3, false, "\xE2\x8A\xAC"}, /* nvdash */
	{10523, 4, 6, false, "\xE2\x89\xA5\xE2\x83\x92"}, /* nvge */
	{10527, 4, 4, false, "\x3E\xE2\x83\x92"}, /* nvgt */
	{10531, 7, 3, false, "\xE2\xA7\x9E"}, /* nvinfin */
	{10538, 6, 3, false, "\xE2\xA4\x82"}, /* nvlArr */
	{10544, 4, 6, false, "\xE2\x89\xA4\xE2\x83\x92"}, /* nvle */
	{10548, 4, 4, false, "\x3C\xE2\x83\x92"}, /* nvlt */
	{10552, 7, 6, false, "\xE2\x8A\xB4\xE2\x83\x92"}, /* nvltrie */
	{10559, 6, 3, false, "\xE2\xA4\x83"}, /* nvrArr */
	{10565, 7, 6, false, "\xE2\x8A\xB5\xE2\x83\x92"}, /* nvrtrie */
	{10572, 5, 6, false, "\xE2\x88\xBC\xE2\x83\x92"}, /* nvsim */
	{10577, 5, 3, false, "\xE2\x87\x96"}, /* nwArr */
	{10582, 6, 3, false, "\xE2\xA4\xA3"}, /* nwarhk */
	{10588, 5, 3, false, "\xE2\x86\x96"}, /* nwarr */
	{10593, 7, 3, false, "\xE2\x86\x96"}, /* nwarrow */
	{10600, 6, 3, false, "\xE2\xA4\xA7"}, /* nwnear */
	{10606, 2, 3, false, "\xE2\x93\x88"}, /* oS */
	{10608, 6, 2, true, "\xC3\xB3"}, /* oacute */
	{10614, 4, 3, false, "\xE2\x8A\x9B"}, /* oast */
	{10618, 4, 3, false, "\xE2\x8A\x9A"}, /* ocir */
	{10622, 5, 2, true, "\xC3\xB4"}, /* ocirc */
	{10627, 3, 2, false, "\xD0\xBE"}, /* ocy */
	{10630, 5, 3, false, "\xE2\x8A\x9D"}, /* odash */
	{10635, 6, 2, false, "\xC5\x91"}, /* odblac */
	{10641, 4, 3, false, "\xE2\xA8\xB8"}, /* odiv */
	{10645, 4, 3, false, "\xE2\x8A\x99"}, /* odot */
	{10649, 6, 3, false, "\xE2\xA6\xBC"}, /* odsold */
	{10655, 5, 2, false, "\xC5\x93"}, /* oelig */
	{10660, 5, 3, false, "\xE2\xA6\xBF"}, /* ofcir */
	{10665, 3, 4, false, "\xF0\x9D\x94\xAC"}, /* ofr */
	{10668, 4, 2, false, "\xCB\x9B"}, /* ogon */
	{10672, 6, 2, true, "\xC3\xB2"}, /* ograve */
	{10678, 3, 3, false, "\xE2\xA7\x81"}, /* ogt */
	{10681, 5, 3, false, "\xE2\xA6\xB5"}, /* ohbar */
	{10686, 3, 2, false, "\xCE\xA9"}, /* ohm */
	{10689, 4, 3, false, "\xE2\x88\xAE"}, /* oint */
	{10693, 5, 3, false, "\xE2\x86\xBA"}, /* olarr */
	{10698, 5, 3, false, "\xE2\xA6\xBE"}, /* olcir */
	{10703, 7, 3, false, "\xE2\xA6\xBB"}, /* olcross */
	{10710, 5, 3, false, "\xE2\x80\xBE"}, /* oline */
	{10715, 3, 3, false, "\xE2\xA7\x80"}, /* olt */
	{10718, 5, 2, false, "\xC5\x8D"}, /* omacr */
	{10723, 5, 2, false, "\xCF\x89"}, /* omega */
	{10728, 7, 2, false, "\xCE\xBF"}, /* omicron */
	{10735, 4, 3, false, "\xE2\xA6\xB6"}, /* omid */
	{10739, 6, 3, false, "\xE2\x8A\x96"}, /* ominus */
	{10745, 4, 4, false, "\xF0\x9D\x95\xA0"}, /* oopf */
	{10749, 4, 3, false, "\xE2\xA6\xB7"}, /* opar */
	{10753, 5, 3, false, "\xE2\xA6\xB9"}, /* operp */
	{10758, 5, 3, false, "\xE2\x8A\x95"}, /* oplus */
	{10763, 2, 3, false, "\xE2\x88\xA8"}, /* or */
	{10765, 5, 3, false, "\xE2\x86\xBB"}, /* orarr */
	{10770, 3, 3, false, "\xE2\xA9\x9D"}, /* ord */
	{10773, 5, 3, false, "\xE2\x84\xB4"}, /* order */
	{10778, 7, 3, false, "\xE2\x84\xB4"}, /* orderof */
	{10785, 4, 2, true, "\xC2\xAA"}, /* ordf */
	{10789, 4, 2, true, "\xC2\xBA"}, /* ordm */
	{10793, 6, 3, false, "\xE2\x8A\xB6"}, /* origof */
	{10799, 4, 3, false, "\xE2\xA9\x96"}, /* oror */
	{10803, 7, 3, false, "\xE2\xA9\x97"}, /* orslope */
	{10810, 3, 3, false, "\xE2\xA9\x9B"}, /* orv */
	{10813, 4, 3, false, "\xE2\x84\xB4"}, /* oscr */
	{10817, 6, 2, true, "\xC3\xB8"}, /* oslash */
	{10823, 4, 3, false, "\xE2\x8A\x98"}, /* osol */
	{10827, 6, 2, true, "\xC3\xB5"}, /* otilde */
	{10833, 6, 3, false, "\xE2\x8A\x97"}, /* otimes */
	{10839, 8, 3, false, "\xE2\xA8\xB6"}, /* otimesas */
	{10847, 4, 2, true, "\xC3\xB6"}, /* ouml */
	{10851, 5, 3, false, "\xE2\x8C\xBD"}, /* ovbar */
	{10856, 3, 3, false, "\xE2\x88\xA5"}, /* par */
	{10859, 4, 2, true, "\xC2\xB6"}, /* para */
	{10863, 8, 3, false, "\xE2\x88\xA5"}, /* parallel */
	{10871, 6, 3, false, "\xE2\xAB\xB3"}, /* parsim */
	{10877, 5, 3, false, "\xE2\xAB\xBD"}, /* parsl */
	{10882, 4, 3, false, "\xE2\x88\x82"}, /* part */
	{10886, 3, 2, false, "\xD0\xBF"}, /* pcy */
	{10889, 6, 1, false, "\x25"}, /* percnt */
	{10895, 6, 1, false, "\x2E"}, /* period */
	{10901, 6, 3, false, "\xE2\x80\xB0"}, /* permil */
	{10907, 4, 3, false, "\xE2\x8A\xA5"}, /* perp */
	{10911, 7, 3, false, "\xE2\x80\xB1"}, /* pertenk */
	{10918, 3, 4, false, "\xF0\x9D\x94\xAD"}, /* pfr */
	{10921, 3, 2, false, "\xCF\x86"}, /* phi */
	{10924, 4, 2, false, "\xCF\x95"}, /* phiv */
	{10928, 6, 3, false, "\xE2\x84\xB3"}, /* phmmat */
	{10934, 5, 3, false, "\xE2\x98\x8E"}, /* phone */
	{10939, 2, 2, false, "\xCF\x80"}, /* pi */
	{10941, 9, 3, false, "\xE2\x8B\x94"}, /* pitchfork */
	{10950, 3, 2, false, "\xCF\x96"}, /* piv */
	{10953, 6, 3, false, "\xE2\x84\x8F"}, /* planck */
	{10959, 7, 3, false, "\xE2\x84\x8E"}, /* planckh */
	{10966, 6, 3, false, "\xE2\x84\x8F"}, /* plankv */
	{10972, 4, 1, false, "\x2B"}, /* plus */
	{10976, 8, 3, false, "\xE2\xA8\xA3"}, /* plusacir */
	{10984, 5, 3, false, "\xE2\x8A\x9E"}, /* plusb */
	{10989, 7, 3, false, "\xE2\xA8\xA2"}, /* pluscir */
	{10996, 6, 3, false, "\xE2\x88\x94"}, /* plusdo */
	{11002, 6, 3, false, "\xE2\xA8\xA5"}, /* plusdu */
	{11008, 5, 3, false, "\xE2\xA9\xB2"}, /* pluse */
	{11013, 6, 2, true, "\xC2\xB1"}, /* plusmn */
	{11019, 7, 3, false, "\xE2\xA8\xA6"}, /* plussim */
	{11026, 7, 3, false, "\xE2\xA8\xA7"}, /* plustwo */
	{11033, 2, 2, false, "\xC2\xB1"}, /* pm */
	{11035, 8, 3, false, "\xE2\xA8\x95"}, /* pointint */
	{11043, 4, 4, false, "\xF0\x9D\x95\xA1"}, /* popf */
	{11047, 5, 2, true, "\xC2\xA3"}, /* pound */
	{11052, 2, 3, false, "\xE2\x89\xBA"}, /* pr */
	{11054, 3, 3, false, "\xE2\xAA\xB3"}, /* prE */
	{11057, 4, 3, false, "\xE2\xAA\xB7"}, /* prap */
	{11061, 5, 3, false, "\xE2\x89\xBC"}, /* prcue */
	{11066, 3, 3, false, "\xE2\xAA\xAF"}, /* pre */
	{11069, 4, 3, false, "\xE2\x89\xBA"}, /* prec */
	{11073, 10, 3, false, "\xE2\xAA\xB7"}, /* precapprox */
	{11083, 11, 3, false, "\xE2\x89\xBC"}, /* preccurlyeq */
	{11094, 6, 3, false, "\xE2\xAA\xAF"}, /* preceq */
	{11100, 11, 3, false, "\xE2\xAA\xB9"}, /* precnapprox */
	{11111, 8, 3, false, "\xE2\xAA\xB5"}, /* precneqq */
	{11119, 8, 3, false, "\xE2\x8B\xA8"}, /* precnsim */
	{11127, 7, 3, false, "\xE2\x89\xBE"}, /* precsim */
	{11134, 5, 3, false, "\xE2\x80\xB2"}, /* prime */
	{11139, 6, 3, false, "\xE2\x84\x99"}, /* primes */
	{11145, 4, 3, false, "\xE2\xAA\xB5"}, /* prnE */
	{11149, 5, 3, false, "\xE2\xAA\xB9"}, /* prnap */
	{11154, 6, 3, false, "\xE2\x8B\xA8"}, /* prnsim */
	{11160, 4, 3, false, "\xE2\x88\x8F"}, /* prod */
	{11164, 8, 3, false, "\xE2\x8C\xAE"}, /* profalar */
	{11172, 8, 3, false, "\xE2\x8C\x92"}, /* profline */
	{11180, 8, 3, false, "\xE2\x8C\x93"}, /* profsurf */
	{11188, 4, 3, false, "\xE2\x88\x9D"}, /* prop */
	{11192, 6, 3, false, "\xE2\x88\x9D"}, /* propto */
	{11198, 5, 3, false, "\xE2\x89\xBE"}, /* prsim */
	{11203, 6, 3, false, "\xE2\x8A\xB0"}, /* prurel */
	{11209, 4, 4, false, "\xF0\x9D\x93\x85"}, /* pscr */
	{11213, 3, 2, false, "\xCF\x88"}, /* psi */
	{11216, 6, 3, false, "\xE2\x80\x88"}, /* puncsp */
	{11222, 3, 4, false, "\xF0\x9D\x94\xAE"}, /* qfr */
	{11225, 4, 3, false, "\xE2\xA8\x8C"}, /* qint */
	{11229, 4, 4, false, "\xF0\x9D\x95\xA2"}, /* qopf */
	{11233, 6, 3, false, "\xE2\x81\x97"}, /* qprime */
	{11239, 4, 4, false, "\xF0\x9D\x93\x86"}, /* qscr */
	{11243, 11, 3, false, "\xE2\x84\x8D"}, /* quaternions */
	{11254, 7, 3, false, "\xE2\xA8\x96"}, /* quatint */
	{11261, 5, 1, false, "\x3F"}, /* quest */
	{11266, 7, 3, false, "\xE2\x89\x9F"}, /* questeq */
	{11273, 4, 1, true, "\x22"}, /* quot */
	{11277, 5, 3, false, "\xE2\x87\x9B"}, /* rAarr */
	{11282, 4, 3, false, "\xE2\x87\x92"}, /* rArr */
	{11286, 6, 3, false, "\xE2\xA4\x9C"}, /* rAtail */
	{11292, 5, 3, false, "\xE2\xA4\x8F"}, /* rBarr */
	{11297, 4, 3, false, "\xE2\xA5\xA4"}, /* rHar */
	{11301, 4, 5, false, "\xE2\x88\xBD\xCC\xB1"}, /* race */
	{11305, 6, 2, false, "\xC5\x95"}, /* racute */
	{11311, 5, 3, false, "\xE2\x88\x9A"}, /* radic */
	{11316, 8, 3, false, "\xE2\xA6\xB3"}, /* raemptyv */
	{11324, 4, 3, false, "\xE2\x9F\xA9"}, /* rang */
	{11328, 5, 3, false, "\xE2\xA6\x92"}, /* rangd */
	{11333, 5, 3, false, "\xE2\xA6\xA5"}, /* range */
	{11338, 6, 3, false, "\xE2\x9F\xA9"}, /* rangle */
	{11344, 5, 2, true, "\xC2\xBB"}, /* raquo */
	{11349, 4, 3, false, "\xE2\x86\x92"}, /* rarr */
	{11353, 6, 3, false, "\xE2\xA5\xB5"}, /* rarrap */
	{11359, 5, 3, false, "\xE2\x87\xA5"}, /* rarrb */
	{11364, 7, 3, false, "\xE2\xA4\xA0"}, /* rarrbfs */
	{11371, 5, 3, false, "\xE2\xA4\xB3"}, /* rarrc */
	{11376, 6, 3, false, "\xE2\xA4\x9E"}, /* rarrfs */
	{11382, 6, 3, false, "\xE2\x86\xAA"}, /* rarrhk */
	{11388, 6, 3, false, "\xE2\x86\xAC"}, /* rarrlp */
	{11394, 6, 3, false, "\xE2\xA5\x85"}, /* rarrpl */
	{11400, 7, 3, false, "\xE2\xA5\xB4"}, /* rarrsim */
	{11407, 6, 3, false, "\xE2\x86\xA3"}, /* rarrtl */
	{11413, 5, 3, false, "\xE2\x86\x9D"}, /* rarrw */
	{11418, 6, 3, false, "\xE2\xA4\x9A"}, /* ratail */
	{11424, 5, 3, false, "\xE2\x88\xB6"}, /* ratio */
	{11429, 9, 3, false, "\xE2\x84\x9A"}, /* rationals */
	{11438, 5, 3, false, "\xE2\xA4\x8D"}, /* rbarr */
	{11443, 5, 3, false, "\xE2\x9D\xB3"}, /* rbbrk */
	{11448, 6, 1, false, "\x7D"}, /* rbrace */
	{11454, 6, 1, false, "\x5D"}, /* rbrack */
	{11460, 5, 3, false, "\xE2\xA6\x8C"}, /* rbrke */
	{11465, 7, 3, false, "\xE2\xA6\x8E"}, /* rbrksld */
	{11472, 7, 3, false, "\xE2\xA6\x90"}, /* rbrkslu */
	{11479, 6, 2, false, "\xC5\x99"}, /* rcaron */
	{11485, 6, 2, false, "\xC5\x97"}, /* rcedil */
	{11491, 5, 3, false, "\xE2\x8C\x89"}, /* rceil */
	{11496, 4, 1, false, "\x7D"}, /* rcub */
	{11500, 3, 2, false, "\xD1\x80"}, /* rcy */
	{11503, 4, 3, false, "\xE2\xA4\xB7"}, /* rdca */
	{11507, 7, 3, false, "\xE2\xA5\xA9"}, /* rdldhar */
	{11514, 5, 3, false, "\xE2\x80\x9D"}, /* rdquo */
	{11519, 6, 3, false, "\xE2\x80\x9D"}, /* rdquor */
	{11525, 4, 3, false, "\xE2\x86\xB3"}, /* rdsh */
	{11529, 4, 3, false, "\xE2\x84\x9C"}, /* real */
	{11533, 7, 3, false, "\xE2\x84\x9B"}, /* realine */
	{11540, 8, 3, false, "\xE2\x84\x9C"}, /* realpart */
	{11548, 5, 3, false, "\xE2\x84\x9D"}, /* reals */
	{11553, 4, 3, false, "\xE2\x96\xAD"}, /* rect */
	{11557, 3, 2, true, "\xC2\xAE"}, /* reg */
	{11560, 6, 3, false, "\xE2\xA5\xBD"}, /* rfisht */
	{11566, 6, 3, false, "\xE2\x8C\x8B"}, /* rfloor */
	{11572, 3, 4, false, "\xF0\x9D\x94\xAF"}, /* rfr */
	{11575, 5, 3, false, "\xE2\x87\x81"}, /* rhard */
	{11580, 5, 3, false, "\xE2\x87\x80"}, /* rharu */
	{11585, 6, 3, false, "\xE2\xA5\xAC"}, /* rharul */
	{11591, 3, 2, false, "\xCF\x81"}, /* rho */
	{11594, 4, 2, false, "\xCF\xB1"}, /* rhov */
	{11598, 10, 3, false, "\xE2\x86\x92"}, /* rightarrow */
	{11608, 14, 3, false, "\xE2\x86\xA3"}, /* rightarrowtail */
	{11622, 16, 3, false, "\xE2\x87\x81"}, /* rightharpoondown */
	{11638, 14, 3, false, "\xE2\x87\x80"}, /* rightharpoonup */
	{11652, 15, 3, false, "\xE2\x87\x84"}, /* rightleftarrows */
	{11667, 17, 3, false, "\xE2\x87\x8C"}, /* rightleftharpoons */
	{11684, 16, 3, false, "\xE2\x87\x89"}, /* rightrightarrows */
	{11700, 15, 3, false, "\xE2\x86\x9D"}, /* rightsquigarrow */
	{11715, 15, 3, false, "\xE2\x8B\x8C"}, /* rightthreetimes */
	{11730, 4, 2, false, "\xCB\x9A"}, /* ring */
	{11734, 12, 3, false, "\xE2\x89\x93"}, /* risingdotseq */
	{11746, 5, 3, false, "\xE2\x87\x84"}, /* rlarr */
	{11751, 5, 3, false, "\xE2\x87\x8C"}, /* rlhar */
	{11756, 3, 3, false, "\xE2\x80\x8F"}, /* rlm */
	{11759, 6, 3, false, "\xE2\x8E\xB1"}, /* rmoust */
	{11765, 10, 3, false, "\xE2\x8E\xB1"}, /* rmoustache */
	{11775, 5, 3, false, "\xE2\xAB\xAE"}, /* rnmid */
	{11780, 5, 3, false, "\xE2\x9F\xAD"}, /* roang */
	{11785, 5, 3, false, "\xE2\x87\xBE"}, /* roarr */
	{11790, 5, 3, false, "\xE2\x9F\xA7"}, /* robrk */
	{11795, 5, 3, false, "\xE2\xA6\x86"}, /* ropar */
	{11800, 4, 4, false, "\xF0\x9D\x95\xA3"}, /* ropf */
	{11804, 6, 3, false, "\xE2\xA8\xAE"}, /* roplus */
	{11810, 7, 3, false, "\xE2\xA8\xB5"}, /* rotimes */
	{11817, 4, 1, false, "\x29"}, /* rpar */
	{11821, 6, 3, false, "\xE2\xA6\x94"}, /* rpargt */
	{11827, 8, 3, false, "\xE2\xA8\x92"}, /* rppolint */
	{11835, 5, 3, false, "\xE2\x87\x89"}, /* rrarr */
	{11840, 6, 3, false, "\xE2\x80\xBA"}, /* rsaquo */
	{11846, 4, 4, false, "\xF0\x9D\x93\x87"}, /* rscr */
	{11850, 3, 3, false, "\xE2\x86\xB1"}, /* rsh */
	{11853, 4, 1, false, "\x5D"}, /* rsqb */
	{11857, 5, 3, false, "\xE2\x80\x99"}, /* rsquo */
	{11862, 6, 3, false, "\xE2\x80\x99"}, /* rsquor */
	{11868, 6, 3, false, "\xE2\x8B\x8C"}, /* rthree */
	{11874, 6, 3, false, "\xE2\x8B\x8A"}, /* rtimes */
	{11880, 4, 3, false, "\xE2\x96\xB9"}, /* rtri */
	{11884, 5, 3, false, "\xE2\x8A\xB5"}, /* rtrie */
	{11889, 5, 3, false, "\xE2\x96\xB8"}, /* rtrif */
	{11894, 8, 3, false, "\xE2\xA7\x8E"}, /* rtriltri */
	{11902, 7, 3, false, "\xE2\xA5\xA8"}, /* ruluhar */
	{11909, 2, 3, false, "\xE2\x84\x9E"}, /* rx */
	{11911, 6, 2, false, "\xC5\x9B"}, /* sacute */
	{11917, 5, 3, false, "\xE2\x80\x9A"}, /* sbquo */
	{11922, 2, 3, false, "\xE2\x89\xBB"}, /* sc */
	{11924, 3, 3, false, "\xE2\xAA\xB4"}, /* scE */
	{11927, 4, 3, false, "\xE2\xAA\xB8"}, /* scap */
	{11931, 6, 2, false, "\xC5\xA1"}, /* scaron */
	{11937, 5, 3, false, "\xE2\x89\xBD"}, /* sccue */
	{11942, 3, 3, false, "\xE2\xAA\xB0"}, /* sce */
	{11945, 6, 2, false, "\xC5\x9F"}, /* scedil */
	{11951, 5, 2, false, "\xC5\x9D"}, /* scirc */
	{11956, 4, 3, false, "\xE2\xAA\xB6"}, /* scnE */
	{11960, 5, 3, false, "\xE2\xAA\xBA"}, /* scnap */
	{11965, 6, 3, false, "\xE2\x8B\xA9"}, /* scnsim */
	{11971, 8, 3, false, "\xE2\xA8\x93"}, /* scpolint */
	{11979, 5, 3, false, "\xE2\x89\xBF"}, /* scsim */
	{11984, 3, 2, false, "\xD1\x81"}, /* scy */
	{11987, 4, 3, false, "\xE2\x8B\x85"}, /* sdot */
	{11991, 5, 3, false, "\xE2\x8A\xA1"}, /* sdotb */
	{11996, 5, 3, false, "\xE2\xA9\xA6"}, /* sdote */
	{12001, 5, 3, false, "\xE2\x87\x98"}, /* seArr */
	{12006, 6, 3, false, "\xE2\xA4\xA5"}, /* searhk */
	{12012, 5, 3, false, "\xE2\x86\x98"}, /* searr */
	{12017, 7, 3, false, "\xE2\x86\x98"}, /* searrow */
	{12024, 4, 2, true, "\xC2\xA7"}, /* sect */
	{12028, 4, 1, false, "\x3B"}, /* semi */
	{12032, 6, 3, false, "\xE2\xA4\xA9"}, /* seswar */
	{12038, 8, 3, false, "\xE2\x88\x96"}, /* setminus */
	{12046, 5, 3, false, "\xE2\x88\x96"}, /* setmn */
	{12051, 4, 3, false, "\xE2\x9C\xB6"}, /* sext */
	{12055, 3, 4, false, "\xF0\x9D\x94\xB0"}, /* sfr */
	{12058, 6, 3, false, "\xE2\x8C\xA2"}, /* sfrown */
	{12064, 5, 3, false, "\xE2\x99\xAF"}, /* sharp */
	{12069, 6, 2, false, "\xD1\x89"}, /* shchcy */
	{12075, 4, 2, false, "\xD1\x88"}, /* shcy */
	{12079, 8, 3, false, "\xE2\x88\xA3"}, /* shortmid */
	{12087, 13, 3, false, "\xE2\x88\xA5"}, /* shortparallel */
	{12100, 3, 2, true, "\xC2\xAD"}, /* shy */
	{12103, 5, 2, false, "\xCF\x83"}, /* sigma */
	{12108, 6, 2, false, "\xCF\x82"}, /* sigmaf */
	{12114, 6, 2, false, "\xCF\x82"}, /* sigmav */
	{12120, 3, 3, false, "\xE2\x88\xBC"}, /* sim */
	{12123, 6, 3, false, "\xE2\xA9\xAA"}, /* simdot */
	{12129, 4, 3, false, "\xE2\x89\x83"}, /* sime */
	{12133, 5, 3, false, "\xE2\x89\x83"}, /* simeq */
	{12138, 4, 3, false, "\xE2\xAA\x9E"}, /* simg */
	{12142, 5, 3, false, "\xE2\xAA\xA0"}, /* simgE */
	{12147, 4, 3, false, "\xE2\xAA\x9D"}, /* siml */
	{12151, 5, 3, false, "\xE2\xAA\x9F"}, /* simlE */
	{12156, 5, 3, false, "\xE2\x89\x86"}, /* simne */
	{12161, 7, 3, false, "\xE2\xA8\xA4"}, /* simplus */
	{12168, 7, 3, false, "\xE2\xA5\xB2"}, /* simrarr */
	{12175, 5, 3, false, "\xE2\x86\x90"}, /* slarr */
	{12180, 13, 3, false, "\xE2\x88\x96"}, /* smallsetminus */
	{12193, 6, 3, false, "\xE2\xA8\xB3"}, /* smashp */
	{12199, 8, 3, false, "\xE2\xA7\xA4"}, /* smeparsl */
	{12207, 4, 3, false, "\xE2\x88\xA3"}, /* smid */
	{12211, 5, 3, false, "\xE2\x8C\xA3"}, /* smile */
	{12216, 3, 3, false, "\xE2\xAA\xAA"}, /* smt */
	{12219, 4, 3, false, "\xE2\xAA\xAC"}, /* smte */
	{12223, 5, 6, false, "\xE2\xAA\xAC\xEF\xB8\x80"}, /* smtes */
	{12228, 6, 2, false, "\xD1\x8C"}, /* softcy */
	{12234, 3, 1, false, "\x2F"}, /* sol */
	{12237, 4, 3, false, "\xE2\xA7\x84"}, /* solb */
	{12241, 6, 3, false, "\xE2\x8C\xBF"}, /* solbar */
	{12247, 4, 4, false, "\xF0\x9D\x95\xA4"}, /* sopf */
	{12251, 6, 3, false, "\xE2\x99\xA0"}, /* spades */
	{12257, 9, 3, false, "\xE2\x99\xA0"}, /* spadesuit */
	{12266, 4, 3, false, "\xE2\x88\xA5"}, /* spar */
	{12270, 5, 3, false, "\xE2\x8A\x93"}, /* sqcap */
	{12275, 6, 6, false, "\xE2\x8A\x93\xEF\xB8\x80"}, /* sqcaps */
	{12281, 5, 3, false, "\xE2\x8A\x94"}, /* sqcup */
	{12286, 6, 6, false, "\xE2\x8A\x94\xEF\xB8\x80"}, /* sqcups */
	{12292, 5, 3, false, "\xE2\x8A\x8F"}, /* sqsub */
	{12297, 6, 3, false, "\xE2\x8A\x91"}, /* sqsube */
	{12303, 8, 3, false, "\xE2\x8A\x8F"}, /* sqsubset */
	{12311, 10, 3, false, "\xE2\x8A\x91"}, /* sqsubseteq */
	{12321, 5, 3, false, "\xE2\x8A\x90"}, /* sqsup */
	{12326, 6, 3, false, "\xE2\x8A\x92"}, /* sqsupe */
	{12332, 8, 3, false, "\xE2\x8A\x90"}, /* sqsupset */
	{12340, 10, 3, false, "\xE2\x8A\x92"}, /* sqsupseteq */
	{12350, 3, 3, false, "\xE2\x96\xA1"}, /* squ */
	{12353, 6, 3, false, "\xE2\x96\xA1"}, /* square */
	{12359, 6, 3, false, "\xE2\x96\xAA"}, /* squarf */
	{12365, 4, 3, false, "\xE2\x96\xAA"}, /* squf */
	{12369, 5, 3, false, "\xE2\x86\x92"}, /* srarr */
	{12374, 4, 4, false, "\xF0\x9D\x93\x88"}, /* sscr */
	{12378, 6, 3, false, "\xE2\x88\x96"}, /* ssetmn */
	{12384, 6, 3, false, "\xE2\x8C\xA3"}, /* ssmile */
	{12390, 6, 3, false, "\xE2\x8B\x86"}, /* sstarf */
	{12396, 4, 3, false, "\xE2\x98\x86"}, /* star */
	{12400, 5, 3, false, "\xE2\x98\x85"}, /* starf */
	{12405, 15, 2, false, "\xCF\xB5"}, /* straightepsilon */
	{12420, 11, 2, false, "\xCF\x95"}, /* straightphi */
	{12431, 5, 2, false, "\xC2\xAF"}, /* strns */
	{12436, 3, 3, false, "\xE2\x8A\x82"}, /* sub */
	{12439, 4, 3, false, "\xE2\xAB\x85"}, /* subE */
	{12443, 6, 3, false, "\xE2\xAA\xBD"}, /* subdot */
	{12449, 4, 3, false, "\xE2\x8A\x86"}, /* sube */
	{12453, 7, 3, false, "\xE2\xAB\x83"}, /* subedot */
	{12460, 7, 3, false, "\xE2\xAB\x81"}, /* submult */
	{12467, 5, 3, false, "\xE2\xAB\x8B"}, /* subnE */
	{12472, 5, 3, false, "\xE2\x8A\x8A"}, /* subne */
	{12477, 7, 3, false, "\xE2\xAA\xBF"}, /* subplus */
	{12484, 7, 3, false, "\xE2\xA5\xB9"}, /* subrarr */
	{12491, 6, 3, false, "\xE2\x8A\x82"}, /* subset */
	{12497, 8, 3, false, "\xE2\x8A\x86"}, /* subseteq */
	{12505, 9, 3, false, "\xE2\xAB\x85"}, /* subseteqq */
	{12514, 9, 3, false, "\xE2\x8A\x8A"}, /* subsetneq */
	{12523, 10, 3, false, "\xE2\xAB\x8B"}, /* subsetneqq */
	{12533, 6, 3, false, "\xE2\xAB\x87"}, /* subsim */
	{12539, 6, 3, false, "\xE2\xAB\x95"}, /* subsub */
	{12545, 6, 3, false, "\xE2\xAB\x93"}, /* subsup */
	{12551, 4, 3, false, "\xE2\x89\xBB"}, /* succ */
	{12555, 10, 3, false, "\xE2\xAA\xB8"}, /* succapprox */
	{12565, 11, 3, false, "\xE2\x89\xBD"}, /* succcurlyeq */
	{12576, 6, 3, false, "\xE2\xAA\xB0"}, /* succeq */
	{12582, 11, 3, false, "\xE2\xAA\xBA"}, /* succnapprox */
	{12593, 8, 3, false, "\xE2\xAA\xB6"}, /* succneqq */
	{12601, 8, 3, false, "\xE2\x8B\xA9"}, /* succnsim */
	{12609, 7, 3, false, "\xE2\x89\xBF"}, /* succsim */
	{12616, 3, 3, false, "\xE2\x88\x91"}, /* sum */
	{12619, 4, 3, false, "\xE2\x99\xAA"}, /* sung */
	{12623, 3, 3, false, "\xE2\x8A\x83"}, /* sup */
	{12626, 4, 2, true, "\xC2\xB9"}, /* sup1 */
	{12630, 4, 2, true, "\xC2\xB2"}, /* sup2 */
	{12634, 4, 2, true, "\xC2\xB3"}, /* sup3 */
	{12638, 4, 3, false, "\xE2\xAB\x86"}, /* supE */
	{12642, 6, 3, false, "\xE2\xAA\xBE"}, /* supdot */
	{12648, 7, 3, false, "\xE2\xAB\x98"}, /* supdsub */
	{12655, 4, 3, false, "\xE2\x8A\x87"}, /* supe */
	{12659, 7, 3, false, "\xE2\xAB\x84"}, /* supedot */
	{12666, 7, 3, false, "\xE2\x9F\x89"}, /* suphsol */
	{12673, 7, 3, false, "\xE2\xAB\x97"}, /* suphsub */
	{12680, 7, 3, false, "\xE2\xA5\xBB"}, /* suplarr */
	{12687, 7, 3, false, "\xE2\xAB\x82"}, /* supmult */
	{12694, 5, 3, false, "\xE2\xAB\x8C"}, /* supnE */
	{12699, 5, 3, false, "\xE2\x8A\x8B"}, /* supne */
	{12704, 7, 3, false, "\xE2\xAB\x80"}, /* supplus */
	{12711, 6, 3, false, "\xE2\x8A\x83"}, /* supset */
	{12717, 8, 3, false, "\xE2\x8A\x87"}, /* supseteq */
	{12725, 9, 3, false, "\xE2\xAB\x86"}, /* supseteqq */
	{12734, 9, 3, false, "\xE2\x8A\x8B"}, /* supsetneq */
	{12743, 10, 3, false, "\xE2\xAB\x8C"}, /* supsetneqq */
	{12753, 6, 3, false, "\xE2\xAB\x88"}, /* supsim */
	{12759, 6, 3, false, "\xE2\xAB\x94"}, /* supsub */
	{12765, 6, 3, false, "\xE2\xAB\x96"}, /* supsup */
	{12771, 5, 3, false, "\xE2\x87\x99"}, /* swArr */
	{12776, 6, 3, false, "\xE2\xA4\xA6"}, /* swarhk */
	{12782, 5, 3, false, "\xE2\x86\x99"}, /* swarr */
	{12787, 7, 3, false, "\xE2\x86\x99"}, /* swarrow */
	{12794, 6, 3, false, "\xE2\xA4\xAA"}, /* swnwar */
	{12800, 5, 2, true, "\xC3\x9F"}, /* szlig */
	{12805, 6, 3, false, "\xE2\x8C\x96"}, /* target */
	{12811, 3, 2, false, "\xCF\x84"}, /* tau */
	{12814, 4, 3, false, "\xE2\x8E\xB4"}, /* tbrk */
	{12818, 6, 2, false, "\xC5\xA5"}, /* tcaron */
	{12824, 6, 2, false, "\xC5\xA3"}, /* tcedil */
	{12830, 3, 2, false, "\xD1\x82"}, /* tcy */
	{12833, 4, 3, false, "\xE2\x83\x9B"}, /* tdot */
	{12837, 6, 3, false, "\xE2\x8C\x95"}, /* telrec */
	{12843, 3, 4, false, "\xF0\x9D\x94\xB1"}, /* tfr */
	{12846, 6, 3, false, "\xE2\x88\xB4"}, /* there4 */
	{12852, 9, 3, false, "\xE2\x88\xB4"}, /* therefore */
	{12861, 5, 2, false, "\xCE\xB8"}, /* theta */
	{12866, 8, 2, false, "\xCF\x91"}, /* thetasym */
	{12874, 6, 2, false, "\xCF\x91"}, /* thetav */
	{12880, 11, 3, false, "\xE2\x89\x88"}, /* thickapprox */
	{12891, 8, 3, false, "\xE2\x88\xBC"}, /* thicksim */
	{12899, 6, 3, false, "\xE2\x80\x89"}, /* thinsp */
	{12905, 5, 3, false, "\xE2\x89\x88"}, /* thkap */
	{12910, 6, 3, false, "\xE2\x88\xBC"}, /* thksim */
	{12916, 5, 2, true, "\xC3\xBE"}, /* thorn */
	{12921, 5, 2, false, "\xCB\x9C"}, /* tilde */
	{12926, 5, 2, true, "\xC3\x97"}, /* times */
	{12931, 6, 3, false, "\xE2\x8A\xA0"}, /* timesb */
	{12937, 8, 3, false, "\xE2\xA8\xB1"}, /* timesbar */
	{12945, 6, 3, false, "\xE2\xA8\xB0"}, /* timesd */
	{12951, 4, 3, false, "\xE2\x88\xAD"}, /* tint */
	{12955, 4, 3, false, "\xE2\xA4\xA8"}, /* toea */
	{12959, 3, 3, false, "\xE2\x8A\xA4"}, /* top */
	{12962, 6, 3, false, "\xE2\x8C\xB6"}, /* topbot */
	{12968, 6, 3, false, "\xE2\xAB\xB1"}, /* topcir */
	{12974, 4, 4, false, "\xF0\x9D\x95\xA5"}, /* topf */
	{12978, 7, 3, false, "\xE2\xAB\x9A"}, /* topfork */
	{12985, 4, 3, false, "\xE2\xA4\xA9"}, /* tosa */
	{12989, 6, 3, false, "\xE2\x80\xB4"}, /* tprime */
	{12995, 5, 3, false, "\xE2\x84\xA2"}, /* trade */
	{13000, 8, 3, false, "\xE2\x96\xB5"}, /* triangle */
	{13008, 12, 3, false, "\xE2\x96\xBF"}, /* triangledown */
	{13020, 12, 3, false, "\xE2\x97\x83"}, /* triangleleft */
	{13032, 14, 3, false, "\xE2\x8A\xB4"}, /* trianglelefteq */
	{13046, 9, 3, false, "\xE2\x89\x9C"}, /* triangleq */
	{13055, 13, 3, false, "\xE2\x96\xB9"}, /* triangleright */
	{13068, 15, 3, false, "\xE2\x8A\xB5"}, /* trianglerighteq */
	{13083, 6, 3, false, "\xE2\x97\xAC"}, /* tridot */
	{13089, 4, 3, false, "\xE2\x89\x9C"}, /* trie */
	{13093, 8, 3, false, "\xE2\xA8\xBA"}, /* triminus */
	{13101, 7, 3, false, "\xE2\xA8\xB9"}, /* triplus */
	{13108, 5, 3, false, "\xE2\xA7\x8D"}, /* trisb */
	{13113, 7, 3, false, "\xE2\xA8\xBB"}, /* tritime */
	{13120, 8, 3, false, "\xE2\x8F\xA2"}, /* trpezium */
	{13128, 4, 4, false, "\xF0\x9D\x93\x89"}, /* tscr */
	{13132, 4, 2, false, "\xD1\x86"}, /* tscy */
	{13136, 5, 2, false, "\xD1\x9B"}, /* tshcy */
	{13141, 6, 2, false, "\xC5\xA7"}, /* tstrok */
	{13147, 5, 3, false, "\xE2\x89\xAC"}, /* twixt */
	{13152, 16, 3, false, "\xE2\x86\x9E"}, /* twoheadleftarrow */
	{13168, 17, 3, false, "\xE2\x86\xA0"}, /* twoheadrightarrow */
	{13185, 4, 3, false, "\xE2\x87\x91"}, /* uArr */
	{13189, 4, 3, false, "\xE2\xA5\xA3"}, /* uHar */
	{13193, 6, 2, true, "\xC3\xBA"}, /* uacute */
	{13199, 4, 3, false, "\xE2\x86\x91"}, /* uarr */
	{13203, 5, 2, false, "\xD1\x9E"}, /* ubrcy */
	{13208, 6, 2, false, "\xC5\xAD"}, /* ubreve */
	{13214, 5, 2, true, "\xC3\xBB"}, /* ucirc */
	{13219, 3, 2, false, "\xD1\x83"}, /* ucy */
	{13222, 5, 3, false, "\xE2\x87\x85"}, /* udarr */
	{13227, 6, 2, false, "\xC5\xB1"}, /* udblac */
	{13233, 5, 3, false, "\xE2\xA5\xAE"}, /* udhar */
	{13238, 6, 3, false, "\xE2\xA5\xBE"}, /* ufisht */
	{13244, 3, 4, false, "\xF0\x9D\x94\xB2"}, /* ufr */
	{13247, 6, 2, true, "\xC3\xB9"}, /* ugrave */
	{13253, 5, 3, false, "\xE2\x86\xBF"}, /* uharl */
	{13258, 5, 3, false, "\xE2\x86\xBE"}, /* uharr */
	{13263, 5, 3, false, "\xE2\x96\x80"}, /* uhblk */
	{13268, 6, 3, false, "\xE2\x8C\x9C"}, /* ulcorn */
	{13274, 8, 3, false, "\xE2\x8C\x9C"}, /* ulcorner */
	{13282, 6, 3, false, "\xE2\x8C\x8F"}, /* ulcrop */
	{13288, 5, 3, false, "\xE2\x97\xB8"}, /* ultri */
	{13293, 5, 2, false, "\xC5\xAB"}, /* umacr */
	{13298, 3, 2, true, "\xC2\xA8"}, /* uml */
	{13301, 5, 2, false, "\xC5\xB3"}, /* uogon */
	{13306, 4, 4, false, "\xF0\x9D\x95\xA6"}, /* uopf */
	{13310, 7, 3, false, "\xE2\x86\x91"}, /* uparrow */
	{13317, 11, 3, false, "\xE2\x86\x95"}, /* updownarrow */
	{13328, 13, 3, false, "\xE2\x86\xBF"}, /* upharpoonleft */
	{13341, 14, 3, false, "\xE2\x86\xBE"}, /* upharpoonright */
	{13355, 5, 3, false, "\xE2\x8A\x8E"}, /* uplus */
	{13360, 4, 2, false, "\xCF\x85"}, /* upsi */
	{13364, 5, 2, false, "\xCF\x92"}, /* upsih */
	{13369, 7, 2, false, "\xCF\x85"}, /* upsilon */
	{13376, 10, 3, false, "\xE2\x87\x88"}, /* upuparrows */
	{13386, 6, 3, false, "\xE2\x8C\x9D"}, /* urcorn */
	{13392, 8, 3, false, "\xE2\x8C\x9D"}, /* urcorner */
	{13400, 6, 3, false, "\xE2\x8C\x8E"}, /* urcrop */
	{13406, 5, 2, false, "\xC5\xAF"}, /* uring */
	{13411, 5, 3, false, "\xE2\x97\xB9"}, /* urtri */
	{13416, 4, 4, false, "\xF0\x9D\x93\x8A"}, /* uscr */
	{13420, 5, 3, false, "\xE2\x8B\xB0"}, /* utdot */
	{13425, 6, 2, false, "\xC5\xA9"}, /* utilde */
	{13431, 4, 3, false, "\xE2\x96\xB5"}, /* utri */
	{13435, 5, 3, false, "\xE2\x96\xB4"}, /* utrif */
	{13440, 5, 3, false, "\xE2\x87\x88"}, /* uuarr */
	{13445, 4, 2, true, "\xC3\xBC"}, /* uuml */
	{13449, 7, 3, false, "\xE2\xA6\xA7"}, /* uwangle */
	{13456, 4, 3, false, "\xE2\x87\x95"}, /* vArr */
	{13460, 4, 3, false, "\xE2\xAB\xA8"}, /* vBar */
	{13464, 5, 3, false, "\xE2\xAB\xA9"}, /* vBarv */
	{13469, 5, 3, false, "\xE2\x8A\xA8"}, /* vDash */
	{13474, 6, 3, false, "\xE2\xA6\x9C"}, /* vangrt */
	{13480, 10, 2, false, "\xCF\xB5"}, /* varepsilon */
	{13490, 8, 2, false, "\xCF\xB0"}, /* varkappa */
	{13498, 10, 3, false, "\xE2\x88\x85"}, /* varnothing */
	{13508, 6, 2, false, "\xCF\x95"}, /* varphi */
	{13514, 5, 2, false, "\xCF\x96"}, /* varpi */
	{13519, 9, 3, false, "\xE2\x88\x9D"}, /* varpropto */
	{13528, 4, 3, false, "\xE2\x86\x95"}, /* varr */
	{13532, 6, 2, false, "\xCF\xB1"}, /* varrho */
	{13538, 8, 2, false, "\xCF\x82"}, /* varsigma */
	{13546, 12, 6, false, "\xE2\x8A\x8A\xEF\xB8\x80"}, /* varsubsetneq */
	{13558, 13, 6, false, "\xE2\xAB\x8B\xEF\xB8\x80"}, /* varsubsetneqq */
	{13571, 12, 6, false, "\xE2\x8A\x8B\xEF\xB8\x80"}, /* varsupsetneq */
	{13583, 13, 6, false, "\xE2\xAB\x8C\xEF\xB8\x80"}, /* varsupsetneqq */
	{13596, 8, 2, false, "\xCF\x91"}, /* vartheta */
	{13604, 15, 3, false, "\xE2\x8A\xB2"}, /* vartriangleleft */
	{13619, 16, 3, false, "\xE2\x8A\xB3"}, /* vartriangleright */
	{13635, 3, 2, false, "\xD0\xB2"}, /* vcy */
	{13638, 5, 3, false, "\xE2\x8A\xA2"}, /* vdash */
	{13643, 3, 3, false, "\xE2\x88\xA8"}, /* vee */
	{13646, 6, 3, false, "\xE2\x8A\xBB"}, /* veebar */
	{13652, 5, 3, false, "\xE2\x89\x9A"}, /* veeeq */
	{13657, 6, 3, false, "\xE2\x8B\xAE"}, /* vellip */
	{13663, 6, 1, false, "\x7C"}, /* verbar */
	{13669, 4, 1, false, "\x7C"}, /* vert */
	{13673, 3, 4, false, "\xF0\x9D\x94\xB3"}, /* vfr */
	{13676, 5, 3, false, "\xE2\x8A\xB2"}, /* vltri */
	{13681, 5, 6, false, "\xE2\x8A\x82\xE2\x83\x92"}, /* vnsub */
	{13686, 5, 6, false, "\xE2\x8A\x83\xE2\x83\x92"}, /* vnsup */
	{13691, 4, 4, false, "\xF0\x9D\x95\xA7"}, /* vopf */
	{13695, 5, 3, false, "\xE2\x88\x9D"}, /* vprop */
	{13700, 5, 3, false, "\xE2\x8A\xB3"}, /* vrtri */
	{13705, 4, 4, false, "\xF0\x9D\x93\x8B"}, /* vscr */
	{13709, 6, 6, false, "\xE2\xAB\x8B\xEF\xB8\x80"}, /* vsubnE */
	{13715, 6, 6, false, "\xE2\x8A\x8A\xEF\xB8\x80"}, /* vsubne */
	{13721, 6, 6, false, "\xE2\xAB\x8C\xEF\xB8\x80"}, /* vsupnE */
	{13727, 6, 6, false, "\xE2\x8A\x8B\xEF\xB8\x80"}, /* vsupne */
	{13733, 7, 3, false, "\xE2\xA6\x9A"}, /* vzigzag */
	{13740, 5, 2, false, "\xC5\xB5"}, /* wcirc */
	{13745, 6, 3, false, "\xE2\xA9\x9F"}, /* wedbar */
	{13751, 5, 3, false, "\xE2\x88\xA7"}, /* wedge */
	{13756, 6, 3, false, "\xE2\x89\x99"}, /* wedgeq */
	{13762, 6, 3, false, "\xE2\x84\x98"}, /* weierp */
	{13768, 3, 4, false, "\xF0\x9D\x94\xB4"}, /* wfr */
	{13771, 4, 4, false, "\xF0\x9D\x95\xA8"}, /* wopf */
	{13775, 2, 3, false, "\xE2\x84\x98"}, /* wp */
	{13777, 2, 3, false, "\xE2\x89\x80"}, /* wr */
	{13779, 6, 3, false, "\xE2\x89\x80"}, /* wreath */
	{13785, 4, 4, false, "\xF0\x9D\x93\x8C"}, /* wscr */
	{13789, 4, 3, false, "\xE2\x8B\x82"}, /* xcap */
	{13793, 5, 3, false, "\xE2\x97\xAF"}, /* xcirc */
	{13798, 4, 3, false, "\xE2\x8B\x83"}, /* xcup */
	{13802, 5, 3, false, "\xE2\x96\xBD"}, /* xdtri */
	{13807, 3, 4, false, "\xF0\x9D\x94\xB5"}, /* xfr */
	{13810, 5, 3, false, "\xE2\x9F\xBA"}, /* xhArr */
	{13815, 5, 3, false, "\xE2\x9F\xB7"}, /* xharr */
	{13820, 2, 2, false, "\xCE\xBE"}, /* xi */
	{13822, 5, 3, false, "\xE2\x9F\xB8"}, /* xlArr */
	{13827, 5, 3, false, "\xE2\x9F\xB5"}, /* xlarr */
	{13832, 4, 3, false, "\xE2\x9F\xBC"}, /* xmap */
	{13836, 4, 3, false, "\xE2\x8B\xBB"}, /* xnis */
	{13840, 5, 3, false, "\xE2\xA8\x80"}, /* xodot */
	{13845, 4, 4, false, "\xF0\x9D\x95\xA9"}, /* xopf */
	{13849, 6, 3, false, "\xE2\xA8\x81"}, /* xoplus */
	{13855, 6, 3, false, "\xE2\xA8\x82"}, /* xotime */
	{13861, 5, 3, false, "\xE2\x9F\xB9"}, /* xrArr */
	{13866, 5, 3, false, "\xE2\x9F\xB6"}, /* xrarr */
	{13871, 4, 4, false, "\xF0\x9D\x93\x8D"}, /* xscr */
	{13875, 6, 3, false, "\xE2\xA8\x86"}, /* xsqcup */
	{13881, 6, 3, false, "\xE2\xA8\x84"}, /* xuplus */
	{13887, 5, 3, false, "\xE2\x96\xB3"}, /* xutri */
	{13892, 4, 3, false, "\xE2\x8B\x81"}, /* xvee */
	{13896, 6, 3, false, "\xE2\x8B\x80"}, /* xwedge */
	{13902, 6, 2, true, "\xC3\xBD"}, /* yacute */
	{13908, 4, 2, false, "\xD1\x8F"}, /* yacy */
	{13912, 5, 2, false, "\xC5\xB7"}, /* ycirc */
	{13917, 3, 2, false, "\xD1\x8B"}, /* ycy */
	{13920, 3, 2, true, "\xC2\xA5"}, /* yen */
	{13923, 3, 4, false, "\xF0\x9D\x94\xB6"}, /* yfr */
	{13926, 4, 2, false, "\xD1\x97"}, /* yicy */
	{13930, 4, 4, false, "\xF0\x9D\x95\xAA"}, /* yopf */
	{13934, 4, 4, false, "\xF0\x9D\x93\x8E"}, /* yscr */
	{13938, 4, 2, false, "\xD1\x8E"}, /* yucy */
	{13942, 4, 2, true, "\xC3\xBF"}, /* yuml */
	{13946, 6, 2, false, "\xC5\xBA"}, /* zacute */
	{13952, 6, 2, false, "\xC5\xBE"}, /* zcaron */
	{13958, 3, 2, false, "\xD0\xB7"}, /* zcy */
	{13961, 4, 2, false, "\xC5\xBC"}, /* zdot */
	{13965, 6, 3, false, "\xE2\x84\xA8"}, /* zeetrf */
	{13971, 4, 2, false, "\xCE\xB6"}, /* zeta */
	{13975, 3, 4, false, "\xF0\x9D\x94\xB7"}, /* zfr */
	{13978, 4, 2, false, "\xD0\xB6"}, /* zhcy */
	{13982, 7, 3, false, "\xE2\x87\x9D"}, /* zigrarr */
	{13989, 4, 4, false, "\xF0\x9D\x95\xAB"}, /* zopf */
	{13993, 4, 4, false, "\xF0\x9D\x93\x8F"}, /* zscr */
	{13997, 3, 3, false, "\xE2\x80\x8D"}, /* zwj */
	{14000, 4, 3, false, "\xE2\x80\x8C"}, /* zwnj */
};

const char entity_names[] =
	"AEligAMPAacuteAbreveAcircAcyAfrAgraveAlphaAmacrAndAogonAopfApplyFunctionAringAscrAssign"
	"AtildeAumlBackslashBarvBarwedBcyBecauseBernoullisBetaBfrBopfBreveBscrBumpeqCHcyCOPYCacute"
	"CapCapitalDifferentialDCayleysCcaronCcedilCcircCconintCdotCedillaCenterDotCfrChiCircleDot"
	"CircleMinusCirclePlusCircleTimesClockwiseContourIntegralCloseCurlyDoubleQuote"
	"CloseCurlyQuoteColonColoneCongruentConintContourIntegralCopfCoproduct"
	"CounterClockwiseContourIntegralCrossCscrCupCupCapDDDDotrahdDJcyDScyDZcyDaggerDarrDashv"
	"DcaronDcyDelDeltaDfrDiacriticalAcuteDiacriticalDotDiacriticalDoubleAcuteDiacriticalGrave"
	"DiacriticalTildeDiamondDifferentialDDopfDotDotDotDotEqualDoubleContourIntegralDoubleDot"
	"DoubleDownArrowDoubleLeftArrowDoubleLeftRightArrowDoubleLeftTeeDoubleLongLeftArrow"
	"DoubleLongLeftRightArrowDoubleLongRightArrowDoubleRightArrowDoubleRightTeeDoubleUpArrow"
	"DoubleUpDownArrowDoubleVerticalBarDownArrowDownArrowBarDownArrowUpArrowDownBreve"
	"DownLeftRightVectorDownLeftTeeVectorDownLeftVectorDownLeftVectorBarDownRightTeeVector"
	"DownRightVectorDownRightVectorBarDownTeeDownTeeArrowDownarrowDscrDstrokENGETHEacuteEcaron"
	"EcircEcyEdotEfrEgraveElementEmacrEmptySmallSquareEmptyVerySmallSquareEogonEopfEpsilonEqual"
	"EqualTildeEquilibriumEscrEsimEtaEumlExistsExponentialEFcyFfrFilledSmallSquare"
	"FilledVerySmallSquareFopfForAllFouriertrfFscrGJcyGTGammaGammadGbreveGcedilGcircGcyGdotGfr"
	"GgGopfGreaterEqualGreaterEqualLessGreaterFullEqualGreaterGreaterGreaterLess"
	"GreaterSlantEqualGreaterTildeGscrGtHARDcyHacekHatHcircHfrHilbertSpaceHopfHorizontalLine"
	"HscrHstrokHumpDownHumpHumpEqualIEcyIJligIOcyIacuteIcircIcyIdotIfrIgraveImImacrImaginaryI"
	"ImpliesIntIntegralIntersectionInvisibleCommaInvisibleTimesIogonIopfIotaIscrItildeIukcyIuml"
	"JcircJcyJfrJopfJscrJsercyJukcyKHcyKJcyKappaKcedilKcyKfrKopfKscrLJcyLTLacuteLambdaLang"
	"LaplacetrfLarrLcaronLcedilLcyLeftAngleBracketLeftArrowLeftArrowBarLeftArrowRightArrow"
	"LeftCeilingLeftDoubleBracketLeftDownTeeVectorLeftDownVectorLeftDownVectorBarLeftFloor"
	"LeftRightArrowLeftRightVectorLeftTeeLeftTeeArrowLeftTeeVectorLeftTriangleLeftTriangleBar"
	"LeftTriangleEqualLeftUpDownVectorLeftUpTeeVectorLeftUpVectorLeftUpVectorBarLeftVector"
	"LeftVectorBarLeftarrowLeftrightarrowLessEqualGreaterLessFullEqualLessGreaterLessLess"
	"LessSlantEqualLessTildeLfrLlLleftarrowLmidotLongLeftArrowLongLeftRightArrowLongRightArrow"
	"LongleftarrowLongleftrightarrowLongrightarrowLopfLowerLeftArrowLowerRightArrowLscrLsh"
	"LstrokLtMapMcyMediumSpaceMellintrfMfrMinusPlusMopfMscrMuNJcyNacuteNcaronNcedilNcy"
	"NegativeMediumSpaceNegativeThickSpaceNegativeThinSpaceNegativeVeryThinSpace"
	"NestedGreaterGreaterNestedLessLessNewLineNfrNoBreakNonBreakingSpaceNopfNotNotCongruent"
	"NotCupCapNotDoubleVerticalBarNotElementNotEqualNotEqualTildeNotExistsNotGreater"
	"NotGreaterEqualNotGreaterFullEqualNotGreaterGreaterNotGreaterLessNotGreaterSlantEqual"
	"NotGreaterTildeNotHumpDownHumpNotHumpEqualNotLeftTriangleNotLeftTriangleBar"
	"NotLeftTriangleEqualNotLessNotLessEqualNotLessGreaterNotLessLessNotLessSlantEqual"
	"NotLessTildeNotNestedGreaterGreaterNotNestedLessLessNotPrecedesNotPrecedesEqual"
	"NotPrecedesSlantEqualNotReverseElementNotRightTriangleNotRightTriangleBar"
	"NotRightTriangleEqualNotSquareSubsetNotSquareSubsetEqualNotSquareSuperset"
	"NotSquareSupersetEqualNotSubsetNotSubsetEqualNotSucceedsNotSucceedsEqual"
	"NotSucceedsSlantEqualNotSucceedsTildeNotSupersetNotSupersetEqualNotTildeNotTildeEqual"
	"NotTildeFullEqualNotTildeTildeNotVerticalBarNscrNtildeNuOEligOacuteOcircOcyOdblacOfrOgrave"
	"OmacrOmegaOmicronOopfOpenCurlyDoubleQuoteOpenCurlyQuoteOrOscrOslashOtildeOtimesOumlOverBar"
	"OverBraceOverBracketOverParenthesisPartialDPcyPfrPhiPiPlusMinusPoincareplanePopfPrPrecedes"
	"PrecedesEqualPrecedesSlantEqualPrecedesTildePrimeProductProportionProportionalPscrPsiQUOT"
	"QfrQopfQscrRBarrREGRacuteRangRarrRarrtlRcaronRcedilRcyReReverseElementReverseEquilibrium"
	"ReverseUpEquilibriumRfrRhoRightAngleBracketRightArrowRightArrowBarRightArrowLeftArrow"
	"RightCeilingRightDoubleBracketRightDownTeeVectorRightDownVectorRightDownVectorBar"
	"RightFloorRightTeeRightTeeArrowRightTeeVectorRightTriangleRightTriangleBar"
	"RightTriangleEqualRightUpDownVectorRightUpTeeVectorRightUpVectorRightUpVectorBar"
	"RightVectorRightVectorBarRightarrowRopfRoundImpliesRrightarrowRscrRshRuleDelayedSHCHcySHcy"
	"SOFTcySacuteScScaronScedilScircScySfrShortDownArrowShortLeftArrowShortRightArrow"
	"ShortUpArrowSigmaSmallCircleSopfSqrtSquareSquareIntersectionSquareSubsetSquareSubsetEqual"
	"SquareSupersetSquareSupersetEqualSquareUnionSscrStarSubSubsetSubsetEqualSucceeds"
	"SucceedsEqualSucceedsSlantEqualSucceedsTildeSuchThatSumSupSupersetSupersetEqualSupsetTHORN"
	"TRADETSHcyTScyTabTauTcaronTcedilTcyTfrThereforeThetaThickSpaceThinSpaceTildeTildeEqual"
	"TildeFullEqualTildeTildeTopfTripleDotTscrTstrokUacuteUarrUarrocirUbrcyUbreveUcircUcyUdblac"
	"UfrUgraveUmacrUnderBarUnderBraceUnderBracketUnderParenthesisUnionUnionPlusUogonUopfUpArrow"
	"UpArrowBarUpArrowDownArrowUpDownArrowUpEquilibriumUpTeeUpTeeArrowUparrowUpdownarrow"
	"UpperLeftArrowUpperRightArrowUpsiUpsilonUringUscrUtildeUumlVDashVbarVcyVdashVdashlVee"
	"VerbarVertVerticalBarVerticalLineVerticalSeparatorVerticalTildeVeryThinSpaceVfrVopfVscr"
	"VvdashWcircWedgeWfrWopfWscrXfrXiXopfXscrYAcyYIcyYUcyYacuteYcircYcyYfrYopfYscrYumlZHcy"
	"ZacuteZcaronZcyZdotZeroWidthSpaceZetaZfrZopfZscraacuteabreveacacEacdacircacuteacyaeligaf"
	"afragravealefsymalephalphaamacramalgampandandandanddandslopeandvangangeangleangmsdangmsdaa"
	"angmsdabangmsdacangmsdadangmsdaeangmsdafangmsdagangmsdahangrtangrtvbangrtvbdangsphangst"
	"angzarraogonaopfapapEapacirapeapidaposapproxapproxeqaringascrastasympasympeqatildeauml"
	"awconintawintbNotbackcongbackepsilonbackprimebacksimbacksimeqbarveebarwedbarwedgebbrk"
	"bbrktbrkbcongbcybdquobecausbecausebemptyvbepsibernoubetabethbetweenbfrbigcapbigcircbigcup"
	"bigodotbigoplusbigotimesbigsqcupbigstarbigtriangledownbigtriangleupbiguplusbigveebigwedge"
	"bkarowblacklozengeblacksquareblacktriangleblacktriangledownblacktriangleleft"
	"blacktrianglerightblankblk12blk14blk34blockbnebnequivbnotbopfbotbottombowtieboxDLboxDR"
	"boxDlboxDrboxHboxHDboxHUboxHdboxHuboxULboxURboxUlboxUrboxVboxVHboxVLboxVRboxVhboxVlboxVr"
	"boxboxboxdLboxdRboxdlboxdrboxhboxhDboxhUboxhdboxhuboxminusboxplusboxtimesboxuLboxuRboxul"
	"boxurboxvboxvHboxvLboxvRboxvhboxvlboxvrbprimebrevebrvbarbscrbsemibsimbsimebsolbsolb"
	"bsolhsubbullbulletbumpbumpEbumpebumpeqcacutecapcapandcapbrcupcapcapcapcupcapdotcapscaret"
	"caronccapsccaronccedilccircccupsccupssmcdotcedilcemptyvcentcenterdotcfrchcycheckcheckmark"
	"chicircirEcirccirceqcirclearrowleftcirclearrowrightcircledRcircledScircledastcircledcirc"
	"circleddashcirecirfnintcirmidcirscirclubsclubsuitcoloncolonecoloneqcommacommatcompcompfn"
	"complementcomplexescongcongdotconintcopfcoprodcopycopysrcrarrcrosscscrcsubcsubecsupcsupe"
	"ctdotcudarrlcudarrrcueprcuesccularrcularrpcupcupbrcapcupcapcupcupcupdotcuporcupscurarr"
	"curarrmcurlyeqpreccurlyeqsucccurlyveecurlywedgecurrencurvearrowleftcurvearrowrightcuvee"
	"cuwedcwconintcwintcylctydArrdHardaggerdalethdarrdashdashvdbkarowdblacdcarondcyddddagger"
	"ddarrddotseqdegdeltademptyvdfishtdfrdharldharrdiamdiamonddiamondsuitdiamsdiedigammadisin"
	"divdividedivideontimesdivonxdjcydlcorndlcropdollardopfdotdoteqdoteqdotdotminusdotplus"
	"dotsquaredoublebarwedgedownarrowdowndownarrowsdownharpoonleftdownharpoonrightdrbkarow"
	"drcorndrcropdscrdscydsoldstrokdtdotdtridtrifduarrduhardwangledzcydzigrarreDDoteDoteacute"
	"easterecaronecirecircecolonecyedoteeefDotefregegraveegsegsdotelelintersellelselsdotemacr"
	"emptyemptysetemptyvemspemsp13emsp14engenspeogoneopfepareparsleplusepsiepsilonepsiveqcirc"
	"eqcoloneqsimeqslantgtreqslantlessequalsequestequivequivDDeqvparslerDoterarrescresdotesim"
	"etaetheumleuroexclexistexpectationexponentialefallingdotseqfcyfemaleffiligffligfflligffr"
	"filigfjligflatflligfltnsfnoffopfforallforkforkvfpartintfrac12frac13frac14frac15frac16"
	"frac18frac23frac25frac34frac35frac38frac45frac56frac58frac78fraslfrownfscrgEgElgacutegamma"
	"gammadgapgbrevegcircgcygdotgegelgeqgeqqgeqslantgesgesccgesdotgesdotogesdotolgeslgeslesgfr"
	"ggggggimelgjcyglglEglagljgnEgnapgnapproxgnegneqgneqqgnsimgopfgravegscrgsimgsimegsimlgtgtcc"
	"gtcirgtdotgtlPargtquestgtrapproxgtrarrgtrdotgtreqlessgtreqqlessgtrlessgtrsimgvertneqqgvnE"
	"hArrhairsphalfhamilthardcyharrharrcirharrwhbarhcircheartsheartsuithellipherconhfrhksearow"
	"hkswarowhoarrhomththookleftarrowhookrightarrowhopfhorbarhscrhslashhstrokhybullhypheniacute"
	"icicircicyiecyiexcliffifrigraveiiiiiintiiintiinfiniiotaijligimacrimageimaglineimagpart"
	"imathimofimpedinincareinfininfintieinodotintintcalintegersintercalintlarhkintprodiocyiogon"
	"iopfiotaiprodiquestiscrisinisinEisindotisinsisinsvisinvititildeiukcyiumljcircjcyjfrjmath"
	"jopfjscrjsercyjukcykappakappavkcedilkcykfrkgreenkhcykjcykopfkscrlAarrlArrlAtaillBarrlElEg"
	"lHarlacutelaemptyvlagranlambdalanglangdlanglelaplaquolarrlarrblarrbfslarrfslarrhklarrlp"
	"larrpllarrsimlarrtllatlataillatelateslbarrlbbrklbracelbracklbrkelbrksldlbrkslulcaronlcedil"
	"lceillcublcyldcaldquoldquorldrdharldrusharldshleleftarrowleftarrowtailleftharpoondown"
	"leftharpoonupleftleftarrowsleftrightarrowleftrightarrowsleftrightharpoons"
	"leftrightsquigarrowleftthreetimeslegleqleqqleqslantleslescclesdotlesdotolesdotorlesglesges"
	"lessapproxlessdotlesseqgtrlesseqqgtrlessgtrlesssimlfishtlfloorlfrlglgElhardlharulharul"
	"lhblkljcyllllarrllcornerllhardlltrilmidotlmoustlmoustachelnElnaplnapproxlnelneqlneqqlnsim"
	"loangloarrlobrklongleftarrowlongleftrightarrowlongmapstolongrightarrowlooparrowleft"
	"looparrowrightloparlopflopluslotimeslowastlowbarlozlozengelozflparlparltlrarrlrcornerlrhar"
	"lrhardlrmlrtrilsaquolscrlshlsimlsimelsimglsqblsquolsquorlstrokltltccltcirltdotlthreeltimes"
	"ltlarrltquestltrParltriltrieltriflurdsharluruharlvertneqqlvnEmDDotmacrmalemaltmaltesemap"
	"mapstomapstodownmapstoleftmapstoupmarkermcommamcymdashmeasuredanglemfrmhomicromidmidast"
	"midcirmiddotminusminusbminusdminusdumlcpmldrmnplusmodelsmopfmpmscrmstposmumultimapmumapnGg"
	"nGtnGtvnLeftarrownLeftrightarrownLlnLtnLtvnRightarrownVDashnVdashnablanacutenangnapnapE"
	"napidnaposnapproxnaturnaturalnaturalsnbspnbumpnbumpencapncaronncedilncongncongdotncupncy"
	"ndashneneArrnearhknearrnearrownedotnequivnesearnesimnexistnexistsnfrngEngengeqngeqq"
	"ngeqslantngesngsimngtngtrnhArrnharrnhparninisnisdnivnjcynlArrnlEnlarrnldrnlenleftarrow"
	"nleftrightarrownleqnleqqnleqslantnlesnlessnlsimnltnltrinltrienmidnopfnotnotinnotinE"
	"notindotnotinvanotinvbnotinvcnotninotnivanotnivbnotnivcnparnparallelnparslnpartnpolintnpr"
	"nprcuenprenprecnpreceqnrArrnrarrnrarrcnrarrwnrightarrownrtrinrtrienscnsccuenscenscr"
	"nshortmidnshortparallelnsimnsimensimeqnsmidnsparnsqsubensqsupensubnsubEnsubensubset"
	"nsubseteqnsubseteqqnsuccnsucceqnsupnsupEnsupensupsetnsupseteqnsupseteqqntglntildentlg"
	"ntriangleleftntrianglelefteqntrianglerightntrianglerighteqnunumnumeronumspnvDashnvHarrnvap"
	"nvdashnvgenvgtnvinfinnvlArrnvlenvltnvltrienvrArrnvrtrienvsimnwArrnwarhknwarrnwarrownwnear"
	"oSoacuteoastocirocircocyodashodblacodivodotodsoldoeligofcirofrogonograveogtohbarohmoint"
	"olarrolcirolcrossolineoltomacromegaomicronomidominusoopfoparoperpoplusororarrordorder"
	"orderofordfordmorigoforororslopeorvoscroslashosolotildeotimesotimesasoumlovbarparpara"
	"parallelparsimparslpartpcypercntperiodpermilperppertenkpfrphiphivphmmatphonepipitchforkpiv"
	"planckplanckhplankvplusplusacirplusbpluscirplusdoplusdupluseplusmnplussimplustwopmpointint"
	"popfpoundprprEprapprcuepreprecprecapproxpreccurlyeqpreceqprecnapproxprecneqqprecnsim"
	"precsimprimeprimesprnEprnapprnsimprodprofalarproflineprofsurfpropproptoprsimprurelpscrpsi"
	"puncspqfrqintqopfqprimeqscrquaternionsquatintquestquesteqquotrAarrrArrrAtailrBarrrHarrace"
	"racuteradicraemptyvrangrangdrangerangleraquorarrrarraprarrbrarrbfsrarrcrarrfsrarrhkrarrlp"
	"rarrplrarrsimrarrtlrarrwratailratiorationalsrbarrrbbrkrbracerbrackrbrkerbrksldrbrkslu"
	"rcaronrcedilrceilrcubrcyrdcardldharrdquordquorrdshrealrealinerealpartrealsrectregrfisht"
	"rfloorrfrrhardrharurharulrhorhovrightarrowrightarrowtailrightharpoondownrightharpoonup"
	"rightleftarrowsrightleftharpoonsrightrightarrowsrightsquigarrowrightthreetimesring"
	"risingdotseqrlarrrlharrlmrmoustrmoustachernmidroangroarrrobrkroparropfroplusrotimesrpar"
	"rpargtrppolintrrarrrsaquorscrrshrsqbrsquorsquorrthreertimesrtrirtriertrifrtriltriruluharrx"
	"sacutesbquoscscEscapscaronsccuescescedilscircscnEscnapscnsimscpolintscsimscysdotsdotbsdote"
	"seArrsearhksearrsearrowsectsemiseswarsetminussetmnsextsfrsfrownsharpshchcyshcyshortmid"
	"shortparallelshysigmasigmafsigmavsimsimdotsimesimeqsimgsimgEsimlsimlEsimnesimplussimrarr"
	"slarrsmallsetminussmashpsmeparslsmidsmilesmtsmtesmtessoftcysolsolbsolbarsopfspades"
	"spadesuitsparsqcapsqcapssqcupsqcupssqsubsqsubesqsubsetsqsubseteqsqsupsqsupesqsupset"
	"sqsupseteqsqusquaresquarfsqufsrarrsscrssetmnssmilesstarfstarstarfstraightepsilon"
	"straightphistrnssubsubEsubdotsubesubedotsubmultsubnEsubnesubplussubrarrsubsetsubseteq"
	"subseteqqsubsetneqsubsetneqqsubsimsubsubsubsupsuccsuccapproxsucccurlyeqsucceqsuccnapprox"
	"succneqqsuccnsimsuccsimsumsungsupsup1sup2sup3supEsupdotsupdsubsupesupedotsuphsolsuphsub"
	"suplarrsupmultsupnEsupnesupplussupsetsupseteqsupseteqqsupsetneqsupsetneqqsupsimsupsub"
	"supsupswArrswarhkswarrswarrowswnwarszligtargettautbrktcarontcediltcytdottelrectfrthere4"
	"thereforethetathetasymthetavthickapproxthicksimthinspthkapthksimthorntildetimestimesb"
	"timesbartimesdtinttoeatoptopbottopcirtopftopforktosatprimetradetriangletriangledown"
	"trianglelefttrianglelefteqtriangleqtrianglerighttrianglerighteqtridottrietriminustriplus"
	"trisbtritimetrpeziumtscrtscytshcytstroktwixttwoheadleftarrowtwoheadrightarrowuArruHar"
	"uacuteuarrubrcyubreveucircucyudarrudblacudharufishtufrugraveuharluharruhblkulcornulcorner"
	"ulcropultriumacrumluogonuopfuparrowupdownarrowupharpoonleftupharpoonrightuplusupsiupsih"
	"upsilonupuparrowsurcornurcornerurcropuringurtriuscrutdotutildeutriutrifuuarruumluwangle"
	"vArrvBarvBarvvDashvangrtvarepsilonvarkappavarnothingvarphivarpivarproptovarrvarrhovarsigma"
	"varsubsetneqvarsubsetneqqvarsupsetneqvarsupsetneqqvarthetavartriangleleftvartriangleright"
	"vcyvdashveeveebarveeeqvellipverbarvertvfrvltrivnsubvnsupvopfvpropvrtrivscrvsubnEvsubne"
	"vsupnEvsupnevzigzagwcircwedbarwedgewedgeqweierpwfrwopfwpwrwreathwscrxcapxcircxcupxdtrixfr"
	"xhArrxharrxixlArrxlarrxmapxnisxodotxopfxoplusxotimexrArrxrarrxscrxsqcupxuplusxutrixvee"
	"xwedgeyacuteyacyycircycyyenyfryicyyopfyscryucyyumlzacutezcaronzcyzdotzeetrfzetazfrzhcy"
	"zigrarrzopfzscrzwjzwnj";

const uint16_t entity_starts[] = {
	0, /* A */
	19, /* B */
	31, /* C */
	65, /* D */
	119, /* E */
	144, /* F */
	152, /* G */
	173, /* H */
	185, /* I */
	210, /* J */
	217, /* K */
	225, /* L */
	284, /* M */
	293, /* N */
	364, /* O */
	387, /* P */
	406, /* Q */
	410, /* R */
	454, /* S */
	494, /* T */
	516, /* U */
	552, /* V */
	569, /* W */
	574, /* X */
	578, /* Y */
	588, /* Z */
	598, /* [ */
	598, /* \ */
	598, /* ] */
	598, /* ^ */
	598, /* _ */
	598, /* ` */
	598, /* a */
	658, /* b */
	773, /* c */
	867, /* d */
	931, /* e */
	993, /* f */
	1029, /* g */
	1088, /* h */
	1116, /* i */
	1166, /* j */
	1174, /* k */
	1184, /* l */
	1336, /* m */
	1373, /* n */
	1538, /* o */
	1591, /* p */
	1657, /* q */
	1667, /* r */
	1769, /* s */
	1921, /* t */
	1977, /* u */
	2024, /* v */
	2066, /* w */
	2077, /* x */
	2101, /* y */
	2112, /* z */
	2125, /* { */
};
