/*
 * date_letter_list.h
 *	  Latin letters without a decomposition, as people write them in ASCII: LETTER(lowercase letter,
 *	  ASCII), sorted. A ligature becomes its first letter.
 *
 * Source: CLDR's transform Latin-ASCII.
 * No #include guard: this file is a table.
 */
LETTER(0x00DF, 's') /* ß */
LETTER(0x00E6, 'a') /* æ */
LETTER(0x00F0, 'd') /* ð */
LETTER(0x00F8, 'o') /* ø */
LETTER(0x00FE, 't') /* þ */
LETTER(0x0111, 'd') /* đ */
LETTER(0x0127, 'h') /* ħ */
LETTER(0x0131, 'i') /* ı */
LETTER(0x0133, 'i') /* ĳ */
LETTER(0x0140, 'l') /* ŀ */
LETTER(0x0142, 'l') /* ł */
LETTER(0x0153, 'o') /* œ */
LETTER(0x0167, 't') /* ŧ */
LETTER(0x01C6, 'd') /* ǆ */
LETTER(0x01C9, 'l') /* ǉ */
LETTER(0x01CC, 'n') /* ǌ */
LETTER(0x01F3, 'd') /* ǳ */
