/*
 * name_letter_list.h
 *	  Letters of names that newspapers print without their accents, or as they sound:
 *	  NAME_LETTER(code point, letters that sound so in name_rule_list.h). Sorted by code point.
 * No #include guard: this file is a table.
 *
 * Source: the alphabets of Turkish, Romanian, Czech, Serbian, Croatian and Lithuanian.
 */
NAME_LETTER(0x00C7, "tch") /* Ç, with which no French name begins: Çavuşoğlu */
NAME_LETTER(0x00E7, "s")   /* ç */
NAME_LETTER(0x0106, "tch") /* Ć */
NAME_LETTER(0x0107, "tch") /* ć */
NAME_LETTER(0x010C, "tch") /* Č */
NAME_LETTER(0x010D, "tch") /* č */
NAME_LETTER(0x0110, "dj")  /* Đ */
NAME_LETTER(0x0111, "dj")  /* đ */
NAME_LETTER(0x015E, "sh")  /* Ş */
NAME_LETTER(0x015F, "sh")  /* ş */
NAME_LETTER(0x0160, "sh")  /* Š */
NAME_LETTER(0x0161, "sh")  /* š */
NAME_LETTER(0x0162, "ts")  /* Ţ */
NAME_LETTER(0x0163, "ts")  /* ţ */
NAME_LETTER(0x017D, "zh")  /* Ž */
NAME_LETTER(0x017E, "zh")  /* ž */
NAME_LETTER(0x0218, "sh")  /* Ș */
NAME_LETTER(0x0219, "sh")  /* ș */
NAME_LETTER(0x021A, "ts")  /* Ț */
NAME_LETTER(0x021B, "ts")  /* ț */
